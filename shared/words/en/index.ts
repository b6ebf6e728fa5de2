// All words in one language, joined from one file per stage.
import { coding } from './coding.ts';
import { exports } from './exports.ts';
import { history } from './history.ts';
import { imports } from './imports.ts';
import { matrices } from './matrices.ts';
import { project } from './project.ts';
import { terminal } from './terminal.ts';

export const en = {
  ...project,
  ...imports,
  ...coding,
  ...matrices,
  ...exports,
  ...history,
  ...terminal,
} as const;
