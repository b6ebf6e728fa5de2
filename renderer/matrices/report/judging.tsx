// The judgement of a piece of evidence: by keys in the table, or with its reason beside the quote.
import { useState } from 'react';
import type { Judgement, TestedCoding } from '../../../shared/contract/tracing.ts';
import { evidenceTests, type TestOutcome } from '../../../shared/matrices/statistics/process-tracing.ts';
import { act } from '../../acts.ts';
import { Field } from '../../ui/field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Select } from '../../ui/select.tsx';
import { useWords } from '../../words.ts';

type Said = Pick<Judgement, 'test' | 'outcome' | 'reason'>;

/** By coding, what was said and is not shown yet: a key says more about what the key before it said. */
const underWay = new Map<string, Said | null>();
let last = Promise.resolve();

/** To be told of what the report shows: what was said and is shown is no longer on its way. */
export function shown(coding: string, judgement: Said | null): void {
  const said = underWay.get(coding);
  if (said !== undefined && same(said, judgement)) underWay.delete(coding);
}

function same(one: Said | null, other: Said | null): boolean {
  const parts = (said: Said | null): unknown[] => [said?.test, said?.outcome, said?.reason?.trim() || null];
  return parts(one).every((part, place) => part === parts(other)[place]);
}

/** Changes the judgement of a coding; null takes it away. `stored` is the one that the report shows. */
export function judge(coding: string, stored: Said | null, change: (said: Said | null) => Said | null): void {
  const before = underWay.get(coding);
  const said = change(before === undefined ? stored : before);
  underWay.set(coding, said);
  last = store(last, coding, said);
}

/** Acts follow one another as their keys did. */
async function store(before: Promise<void>, coding: string, said: Said | null): Promise<void> {
  await before;
  const { test = null, outcome = null, reason = null } = said ?? {};
  const stored = await act('evidence.judge', { coding, test, outcome, reason });
  const isRefused = said !== null && stored === null;
  if (isRefused && underWay.get(coding) === said) underWay.delete(coding);
}

/** What a key says of the evidence that it is pressed on; undefined for a key that says nothing. */
export function judgingOf({ key }: React.KeyboardEvent): ((said: Said | null) => Said | null) | undefined {
  const test = evidenceTests[Number(key) - 1];
  if (test !== undefined) return (said) => ({ outcome: null, reason: null, ...said, test });
  if (key === 'Backspace' || key === 'Delete') return () => null;
  const outcome = { '+': 'passes', '=': 'passes', '-': 'fails', '−': 'fails' }[key] as
    TestOutcome | undefined;
  return outcome && ((said) => said && { ...said, outcome });
}

const none = 'none';
const open = 'open';

/** To be keyed by the coding. */
export function JudgementForm({ cell: { quote, judgement } }: { readonly cell: TestedCoding }) {
  const { say } = useWords();
  const [reason, setReason] = useState<string | null>(null);
  const set = (change: (said: Said | null) => Said | null): void => judge(quote.id, judgement, change);
  const keep = (): void => {
    if (reason !== null && reason.trim() !== (judgement?.reason ?? ''))
      set((said) => said && { ...said, reason });
    setReason(null);
  };
  return (
    <div className="judging">
      <Select
        label={say('tracing.test')}
        value={judgement?.test ?? none}
        options={[
          { value: none, text: say('tracing.no-test') },
          ...evidenceTests.map((test) => ({ value: test, text: say(`tracing.${test}`) })),
        ]}
        onChange={(test) =>
          set((said) => (test === none ? null : { outcome: null, reason: null, ...said, test }))
        }
      />
      {judgement === null ? null : (
        <>
          <Segments
            label={say('tracing.outcome')}
            titled
            value={judgement.outcome ?? open}
            options={[
              { value: 'passes', text: say('tracing.passes') },
              { value: 'fails', text: say('tracing.fails') },
              { value: open, text: say('tracing.open') },
            ]}
            onChange={(outcome) =>
              set((said) => said && { ...said, outcome: outcome === open ? null : outcome })
            }
          />
          <Field
            label={say('tracing.reason')}
            value={reason ?? judgement.reason ?? ''}
            onChange={setReason}
            onEnter={keep}
            onLeave={keep}
          />
        </>
      )}
    </div>
  );
}
