// Pieces that the inputs of several stages share.
import { z } from 'zod';

/** What names a thing: its name, short id, number or id (see findNamed). Half characters are refused at the door. */
export const reference = z
  .string()
  .min(1)
  .max(500)
  .refine((text) => text.isWellFormed() && text.trim() !== '', 'a name');

/** Free text of the researcher. */
export const prose = z
  .string()
  .max(1_000_000)
  .refine((text) => text.isWellFormed(), 'well-formed text');

/** A position in a text: UTF-16 units. */
export const position = z.int();
