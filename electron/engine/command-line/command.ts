// What a command is, what it is handed when it runs, and what it answers.
import type { Refusal } from '../../../shared/refused.ts';
import type { Language, Values, WordKey } from '../../../shared/words/say.ts';
import type { Engine } from '../engine.ts';

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: WordKey;
  /** What its own help says beyond the options. */
  readonly notes?: WordKey;
  /** Command lines that can be pasted, after "crosscase". */
  readonly examples: readonly string[];
  /** How the project named first is opened; 'none': the command takes no project. */
  readonly access: 'none' | 'create' | 'read' | 'write';
  /** A project opened for reading is opened for writing where any of its options is given. */
  readonly writesWithOptions?: boolean;
  /** What follows the project. */
  readonly takes?: Positional;
  readonly options: readonly Option<unknown>[];
  /** Reads the arguments, throwing WrongUsage, and returns what is to be done with the open project. */
  readonly prepare: (args: Args) => (job: Job) => Promise<Answer>;
}

interface Positional {
  /** How help writes it: FILE, NAME. */
  readonly value: WordKey;
  readonly count: 'one' | 'two' | 'some';
  /** Throws WrongUsage where the text does not fit. */
  readonly read: (text: string) => string;
}

/** An option; without `value` it is a switch that takes none. */
export interface Option<T> {
  readonly name: string;
  readonly summary: WordKey;
  readonly value: WordKey | null;
  readonly repeats: boolean;
  readonly required: boolean;
  /** Throws WrongUsage where the text does not fit. */
  readonly read: (text: string) => T;
}

/** The checked arguments of one run. */
export interface Args {
  /** The project's path as it was written; '' where the command takes none. */
  readonly project: string;
  /** What followed the project. */
  readonly rest: readonly string[];
  one<T>(option: Option<T>): T | null;
  /** For an option that cannot be left out. */
  need<T>(option: Option<T>): T;
  many<T>(option: Option<T>): T[];
  has(option: Option<unknown>): boolean;
  /** Names of the options that were given, those of every command left out. */
  given(): string[];
}

export interface Job {
  readonly engine: Engine;
  readonly language: Language;
  readonly json: boolean;
  readonly terminal: Terminal;
  readonly say: (key: WordKey, values?: Values) => string;
  /** The sentence of a refusal, naming the option or command that helps. */
  readonly sayRefusal: (refusal: Refusal) => string;
}

export interface Terminal {
  /** Width of the screen in columns; null where the output is no screen. */
  readonly columns: number | null;
  /** Resolves when the text has left the process. */
  print(text: string): Promise<void>;
  warn(text: string): Promise<void>;
  /** One passing line on a screen, taken away by the next call; null only takes it away. */
  progress(text: string | null): void;
}

export interface Answer {
  /** What --json prints. */
  readonly document: object;
  /** What a person reads. */
  readonly text: () => string;
  /** Print the text as it is, control characters and all. */
  readonly exact?: boolean;
  /** Something of a batch was refused, or the check found a fault: exit code 1. */
  readonly refused?: boolean;
  /** Ended by Ctrl-C. */
  readonly stopped?: boolean;
}

export type UsageKey = Extract<WordKey, `usage.${string}`>;

/** The command line itself is wrong: said with what there is, exit code 2. */
export class WrongUsage extends Error {
  readonly key: UsageKey;
  readonly values: Values;
  constructor(key: UsageKey, values: Values = {}) {
    super(key);
    this.name = 'WrongUsage';
    this.key = key;
    this.values = values;
  }
}
