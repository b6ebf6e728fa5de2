// Words of the stage "history", Chinese.
import type { history as en } from '../en/history.ts';

export const history: Record<keyof typeof en, string> = {};
