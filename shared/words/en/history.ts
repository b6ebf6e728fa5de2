// Words of the stage "history", English.
export const history = {} as const;
