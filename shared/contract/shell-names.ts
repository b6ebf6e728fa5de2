// The messages by which main speaks to a page of itself; apart from shell.ts, because its schemas have no place in a page.

/** The data of the window message that brings the engine's port. */
export const enginePort = 'crosscase-engine-port';
/** Tells a window that its engine has ended: it may connect again. */
export const engineEnded = 'engine.ended';
/** Asks the page to store what is being written, before its window closes; the page answers with 'window.left'. */
export const windowLeaving = 'window.leaving';
/** Brings the id of a command that was chosen in the menu. */
export const commandChosen = 'menu.command';
