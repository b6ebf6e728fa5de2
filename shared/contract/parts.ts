// Pieces that the inputs of several stages share.
import { z } from 'zod';

/** How much a text may hold, in UTF-16 units. */
export const longest = { reference: 500, prose: 1_000_000, codingId: 100 } as const;

/** How many a list may name: of the project's things, such as sources, cases or codes, of the headings of a table, of codings. */
export const most = { things: 10_000, headings: 100_000, codings: 1_000_000 } as const;

/** What names a thing: its name, short id, number or id (see findNamed). Half characters are refused at the door. */
export const reference = z
  .string()
  .min(1)
  .max(longest.reference)
  .refine((text) => text.isWellFormed() && text.trim() !== '', 'a name');

/** Some of the project's things, named. */
export const things = z.array(reference).max(most.things);

/** Free text of the researcher. */
export const prose = z
  .string()
  .max(longest.prose)
  .refine((text) => text.isWellFormed(), 'well-formed text');

/** What an attribute is called and the value that is set; an empty value takes one away. */
export const attributeValue = z.strictObject({ name: reference, value: prose });

/** The id of a coding or of a link. */
export const codingId = z.string().max(longest.codingId);

/** What a heading is known by: the ids of its values, that of the panel before them. A value of an attribute is its own id. */
export const headingIds = z.array(z.string().max(longest.prose)).max(3);

/** A dimension of a table, in the grammar of parseDimension. */
export const dimension = z.string().max(2 * longest.reference);

/** A position in a text: UTF-16 units. */
export const position = z.int();
