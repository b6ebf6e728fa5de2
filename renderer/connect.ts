// Picks the wire to the engine: the only file that knows which host this window has.
import type { Granted } from '../shared/contract/host.ts';
import type { CommandMenu, Shell } from '../shared/contract/shell.ts';
import type { WireClient } from '../shared/wire.ts';
import { connectToBrowserHost } from './connect-browser.ts';
import { connectToShell } from './connect-desktop.ts';
import type { Store } from './store.ts';

/** 'lost' is mended by itself as soon as the host answers; 'ended' is not: the page must be opened anew. */
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'ended';

/** One wire from its opening to its end. */
export interface Link {
  readonly client: WireClient;
  /** False once the wire has closed. */
  readonly isOpen: () => boolean;
}

export interface Connection {
  readonly status: Store<{ readonly state: ConnectionState }>;
  /** The open link, at once; waits while there is none. Rejects with Refused when there will be none any more. */
  link(): Link | Promise<Link>;
  /** Calls `listener` with each link as it opens. */
  onLink(listener: (link: Link) => void): void;
  /** Hands a file over; returns its token. `progress` is told the share sent, 0 to 1. */
  upload(file: File, name: string, progress?: (share: number) => void): Promise<string>;
  /** A place for a file that a call will write; null where the person thought better of it. */
  destination(name: string): Promise<Destination | null>;
  /** Null in a browser. */
  readonly desktop: Desktop | null;
}

/** What only a desktop window can do. */
export interface Desktop {
  /** Lets the person choose a project file; null where none was chosen, or another window shows it now. */
  chooseProject(): Promise<Granted | null>;
  /** Brings forward another window that shows the project at this path; false where there is none. */
  showProject(path: string): Promise<boolean>;
  /** Before the window closes `finish` is called, and waited for as long as main has patience. */
  onLeaving(finish: () => Promise<unknown>): () => void;
  showMenu(menu: CommandMenu): Promise<void>;
  /** Hears of commands that were chosen in the menu, by id, until the function that comes back is called. */
  onCommand(listener: (id: string) => void): () => void;
  /** Prints the window's content into a file that the person chooses; false where they thought better of it. */
  printToPdf(name: string): Promise<boolean>;
}

export interface Destination {
  /** For the call that writes. */
  readonly token: string;
  /** Gives the person what was written. */
  deliver(): Promise<void>;
}

export function connectToHost(): Connection {
  const { shell = null } = window as { readonly shell?: Shell };
  return shell === null ? connectToBrowserHost() : connectToShell(shell);
}
