// Contract of the stage project: create, open, check, keep; and history.
import { z } from 'zod';
import type { Refusal } from '../refused.ts';
import type { Values, Language } from '../words/say.ts';
import { reference } from './parts.ts';

export const projectInputs = {
  'project.create': z.strictObject({
    /** Token of a file that does not exist yet. */
    file: z.string(),
    name: z.string().min(1),
    language: z.enum(['en', 'zh']),
    framework: z.string().nullable(),
    coder: reference,
  }),
  /** The sample study "Six Streets" as a new project. */
  'project.sample': z.strictObject({
    /** Token of a file that does not exist yet. */
    file: z.string(),
    language: z.enum(['en', 'zh']),
    coder: reference,
  }),
  'project.open': z.strictObject({ file: z.string(), access: z.enum(['read', 'write']) }),
  'project.close': z.strictObject({}),
  /** The open project, null for none: what a window asks first. */
  'project.current': z.strictObject({}),
  /**
   * Streams a ProjectChange after every commit; several that were not taken yet arrive as one. The first item comes at
   * once, tells no table and says that nothing is missed from now on.
   */
  'project.changed': z.strictObject({}),
  /** Another name for the project; another coder, new or known, whose acts and codings follow. What is left out stays. */
  'project.update': z.strictObject({ name: reference.optional(), coder: reference.optional() }),
  'project.verify': z.strictObject({}),
  /** The copies beside the open project in which work went on that it has not: a sync folder's conflict copies. */
  'project.copies': z.strictObject({}),
  /** Without a file the backup goes to the folder of backups beside the project. */
  'project.backup': z.strictObject({ file: z.string().nullable() }),
  /** `file` is the token of a project, which need not be sound; null: of the open one. */
  'project.backups': z.strictObject({ file: z.string().nullable() }),
  /** Makes a new project file of a backup; `backup` is its name, `to` the token of a file that does not exist yet. */
  'project.restore': z.strictObject({ file: z.string().nullable(), backup: z.string(), to: z.string() }),
  'history.undo': z.strictObject({}),
  'history.redo': z.strictObject({}),
  /** Latest first; `before` pages on from an act's id. */
  'history.list': z.strictObject({ limit: z.int().min(1).max(10_000), before: z.int().nullable() }),
};

export interface ProjectOutputs {
  'project.create': ProjectInfo;
  'project.sample': ProjectInfo;
  'project.open': ProjectInfo;
  'project.close': null;
  'project.current': ProjectInfo | null;
  'project.changed': ProjectChange;
  'project.update': ProjectInfo;
  'project.verify': Verification;
  /** Their file names. */
  'project.copies': { readonly copies: readonly string[] };
  'project.backup': { readonly file: string; readonly bytes: number };
  'project.backups': {
    /** The newest first. */
    readonly backups: readonly Backup[];
    /** Why today's own backup of the open project was not made; null: it was, or none was due. */
    readonly refused: Refusal | null;
  };
  'project.restore': { readonly file: string; readonly bytes: number };
  'history.undo': ActEntry;
  'history.redo': ActEntry;
  'history.list': { readonly acts: readonly ActEntry[] };
}

export interface ProjectInfo {
  readonly uid: string;
  readonly name: string;
  /** Absolute path of the project file. */
  readonly file: string;
  readonly language: Language;
  readonly framework: string | null;
  /** Whose acts these are where no other coder is named. */
  readonly coder: string;
  /** Opened for reading: another window or command works in it. */
  readonly isReadOnly: boolean;
  readonly counts: {
    readonly sources: number;
    readonly cases: number;
    readonly codes: number;
    readonly codings: number;
  };
}

export interface ProjectChange {
  /** Tables with rows that were added, changed or removed. */
  readonly tables: readonly string[];
  /** uids of the sources whose own rows, speakers, cases, codings or memos were touched; removed ones too. */
  readonly sources: readonly string[];
  /** ids of the codings that were touched themselves or in a memo, removed ones too; null: too many to be named. */
  readonly codings: readonly string[] | null;
  /** The latest act; null: another project (or none) is open now, and nothing read before holds. */
  readonly act: number | null;
}

export interface Backup {
  /** Its file name. */
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly bytes: number;
}

export interface Verification {
  readonly ok: boolean;
  readonly checked: { readonly sources: number; readonly codings: number; readonly rows: number };
  readonly faults: readonly Fault[];
  /** As exported spreadsheets carry it: 16 hexadecimal digits; '' for a project of an earlier version. */
  readonly state: string;
}

/** 'missing', 'added': rows of a table; 'exchanged': as many as there were, but not the same ones. */
type FaultKind =
  | ('file' | 'text' | 'original' | 'quote' | 'row' | 'history' | 'reference')
  | ('missing' | 'added' | 'exchanged');

/** `faultSentence` of shared/words/faults.ts says it. */
export interface Fault {
  readonly what: FaultKind;
  /** The table that it is about; null where `where` says it all. */
  readonly table: string | null;
  /** A row's id, a source, a place in the file; how many rows are missing or were added. */
  readonly where: string;
}

/** One act of the history; `values` fill the sentence `history.<name>`. */
export interface ActEntry {
  readonly id: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly coder: string;
  readonly name: string;
  readonly values: Values;
  readonly note: string | null;
  readonly state: 'done' | 'undone' | 'dropped';
  /** The act that this one undid or redid. */
  readonly ofAct: number | null;
}
