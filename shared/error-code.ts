// The code of an error that the system, SQLite or a stream throws.

/** 'ENOENT', 'SQLITE_FULL' …; '' where the error carries none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
