// What an act made on its way, told in a line each: a slip in a name is seen at once.
import type { Made } from '../../../shared/contract/coding.ts';
import type { Job } from './command.ts';

const kinds = ['cases', 'phases', 'coders', 'attributes'] as const;

export function madeLines(made: Made, { say }: Pick<Job, 'say'>): string[] {
  return kinds.flatMap((kind) =>
    made[kind].map(({ name, near }) =>
      near === null ? say(`made.${kind}`, { name }) : say(`made.${kind}-near`, { name, near }),
    ),
  );
}
