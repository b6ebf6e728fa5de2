// Commands that do one of several things: the option that leads says which, and what may stand beside it.
import { WrongUsage, type Args, type Option } from './command.ts';

export interface Form {
  readonly lead: Option<unknown>;
  readonly beside: readonly Option<unknown>[];
}

/** The first lead that is given, null for none; wrong usage where something is given that does not go with it. */
export function formOf(args: Args, forms: readonly Form[]): Option<unknown> | null {
  const form = forms.find(({ lead }) => args.has(lead));
  if (!form) return null;
  const stray = args.given().find((name) => ![form.lead, ...form.beside].some((each) => each.name === name));
  if (stray !== undefined) {
    throw new WrongUsage('usage.not-with', { option: `--${stray}`, other: `--${form.lead.name}` });
  }
  return form.lead;
}
