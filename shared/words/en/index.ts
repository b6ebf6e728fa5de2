// All words in one language, joined from one file per stage.
import { casework } from './casework.ts';
import { cells } from './cells.ts';
import { charts } from './charts.ts';
import { codebook } from './codebook.ts';
import { coding } from './coding.ts';
import { desktop } from './desktop.ts';
import { displays } from './displays.ts';
import { drafts } from './drafts.ts';
import { editing } from './editing.ts';
import { exports } from './exports.ts';
import { gestures } from './gestures.ts';
import { history } from './history.ts';
import { host } from './host.ts';
import { importing } from './importing.ts';
import { imports } from './imports.ts';
import { links } from './links.ts';
import { matrices } from './matrices.ts';
import { methods } from './methods.ts';
import { portrait } from './portrait.ts';
import { preferences } from './preferences.ts';
import { printing } from './printing.ts';
import { project } from './project.ts';
import { pseudonyms } from './pseudonyms.ts';
import { reading } from './reading.ts';
import { reports } from './reports.ts';
import { sample } from './sample.ts';
import { saved } from './saved.ts';
import { screen } from './screen.ts';
import { start } from './start.ts';
import { tables } from './tables.ts';
import { terminal } from './terminal.ts';
import { texts } from './texts.ts';
import { tracing } from './tracing.ts';
import { trends } from './trends.ts';

export const en = {
  ...casework,
  ...cells,
  ...charts,
  ...codebook,
  ...coding,
  ...desktop,
  ...displays,
  ...drafts,
  ...editing,
  ...exports,
  ...gestures,
  ...history,
  ...host,
  ...importing,
  ...imports,
  ...links,
  ...matrices,
  ...methods,
  ...portrait,
  ...preferences,
  ...printing,
  ...project,
  ...pseudonyms,
  ...reading,
  ...reports,
  ...sample,
  ...saved,
  ...screen,
  ...start,
  ...tables,
  ...terminal,
  ...texts,
  ...tracing,
  ...trends,
} as const;
