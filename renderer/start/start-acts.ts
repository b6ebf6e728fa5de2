// What the start screen offers, while it is shown, to commands that come from elsewhere: the native menu.

export interface StartActs {
  readonly sample: () => void;
  readonly create: () => void;
  readonly open: () => void;
}

/** Null while a project is open. */
export const startActs: { current: StartActs | null } = { current: null };
