// Words of the stage "matrices", English.
export const matrices = {} as const;
