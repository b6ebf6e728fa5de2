// Files enter and leave by token: the doors know paths, the calls only tokens.
import { randomUUID } from 'node:crypto';
import { must } from '../../../shared/must.ts';

export interface FileDesk {
  /** A token for a path that the person chose; the same path keeps its token. */
  grant(path: string): string;
  path(token: string): string;
}

export function createFileDesk(): FileDesk {
  const paths = new Map<string, string>();
  const tokens = new Map<string, string>();
  return {
    grant: (path) => {
      const token = tokens.get(path) ?? randomUUID();
      tokens.set(path, token);
      paths.set(token, path);
      return token;
    },
    path: (token) => must(paths.get(token), 'a path for this token'),
  };
}
