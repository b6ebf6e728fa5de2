// Words of the stage "terminal", English.
export const terminal = {} as const;
