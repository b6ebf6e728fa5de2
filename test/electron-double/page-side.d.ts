// The functions of page-side.js, of which only the source text is used.
export const bridgeSide: () => void;
export const isolatedWorld: () => void;
