// Files enter and leave by token: the doors know paths, the calls only tokens.
import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import { must } from '../../../shared/must.ts';

/** Of the name of a project file. */
export const ending = '.crosscase';

/** The path of a project as it may be written, with the ending that its file has: "Study 1.2" is one without. */
export function withEnding(path: string): string {
  return extname(path) === ending ? path : `${path}${ending}`;
}

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
