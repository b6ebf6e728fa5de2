// Contract of the desktop shell: what a window asks of Electron's main process through its preload. No project data.
import { z } from 'zod';
import type { Refusal } from '../refused.ts';
import { settingsShape, type Granted } from './host.ts';

const name = z.string().min(1).max(255);

/** The menus that commands stand in, in the order in which a system shows them. */
export const menuGroups = ['file', 'edit', 'view', 'go', 'code', 'help'] as const;
export type MenuGroup = (typeof menuGroups)[number];

/** One command of the window as the native menu shows it. */
const menuItem = z.strictObject({
  id: z.string().min(1).max(100),
  /** In the person's language, with what it would undo and the like. */
  label: z.string().min(1).max(300),
  /** As Electron writes accelerators: 'CmdOrCtrl+Z'; null for none. */
  key: z.string().min(1).max(40).nullable(),
  group: z.enum(menuGroups),
  enabled: z.boolean(),
});
export type MenuItem = z.infer<typeof menuItem>;

/** Commands in their order; the system's own entries are said in `language`. */
const commandMenu = z.strictObject({ language: settingsShape.language, items: z.array(menuItem).max(300) });
export type CommandMenu = z.infer<typeof commandMenu>;

export const shellInputs = {
  /** A new wire to the engine: its port arrives as the window message `enginePort` (shell-names.ts). */
  'engine.connect': z.null(),
  /** The path of a file that the person chose or dropped; its token comes back. */
  'files.grant': z.strictObject({ path: z.string().max(32_000), name }),
  /** Asks where to save; the token of the chosen place, null where the person thought better of it. */
  'files.save': z.strictObject({ name }),
  /** Asks for a project file. Null: nothing was chosen, or another window shows it now. */
  'project.choose': z.null(),
  /** Brings forward another window that shows the project file at this path; false where there is none. */
  'project.show': z.strictObject({ path: z.string().min(1).max(32_000) }),
  /** The page has stored what was being written: its window may close. */
  'window.left': z.null(),
  'menu.show': commandMenu,
  /** Asks where to save the window's content as PDF; false where the person thought better of it. */
  'print.pdf': z.strictObject({ name }),
};

export interface ShellOutputs {
  'engine.connect': null;
  'files.grant': string;
  'files.save': string | null;
  'project.choose': Granted | null;
  'project.show': boolean;
  'window.left': null;
  'menu.show': null;
  'print.pdf': boolean;
}

export type ShellCall = keyof typeof shellInputs;
export type ShellInput<N extends ShellCall> = z.infer<(typeof shellInputs)[N]>;

/** An answer on its way between processes, where an error would lose its kind. */
export type Reply<T> = { readonly value: T } | { readonly refusal: Refusal };

/** What the preload gives to the page as `window.shell`. A listener stays until the function that came back is called. */
export interface Shell {
  connect(): Promise<Reply<null>>;
  onEngineEnded(listener: () => void): () => void;
  grantFile(file: unknown, name: string): Promise<Reply<string>>;
  chooseSave(name: string): Promise<Reply<string | null>>;
  chooseProject(): Promise<Reply<Granted | null>>;
  showProject(path: string): Promise<Reply<boolean>>;
  /** Hears that the window is about to close; it waits a while for `left`. */
  onLeaving(listener: () => void): () => void;
  left(): Promise<Reply<null>>;
  showMenu(menu: CommandMenu): Promise<Reply<null>>;
  onCommand(listener: (id: string) => void): () => void;
  printToPdf(name: string): Promise<Reply<boolean>>;
}
