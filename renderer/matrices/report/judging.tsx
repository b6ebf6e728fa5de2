// The judgement of a piece of evidence: by keys in the table, or with its reason beside the quote.
import type { Judgement, TestedCoding } from '../../../shared/contract/tracing.ts';
import { evidenceTests, type TestOutcome } from '../../../shared/matrices/statistics/process-tracing.ts';
import { sayFailure } from '../../acts.ts';
import { engine } from '../../engine.ts';
import { Field } from '../../ui/field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Select } from '../../ui/select.tsx';
import { useTyped } from '../../use-typed.ts';
import { useWords } from '../../words.ts';

type Said = Pick<Judgement, 'test' | 'outcome' | 'reason'>;

/** What was last said of a coding and is not shown yet, and how many acts that say so are not done. */
interface UnderWay {
  said: Said | null;
  acts: number;
}

/** By coding: a key says more about what the key before it said. */
const underWay = new Map<string, UnderWay>();
let last: Promise<unknown> = Promise.resolve();

/** To be told of the codings that the report shows, before a key can be pressed on them: what was said and done is shown now. */
export function shown(coding: string): void {
  if (underWay.get(coding)?.acts === 0) underWay.delete(coding);
}

/** Changes the judgement of a coding; null takes it away. `stored` is the one that the report shows. */
export function judge(coding: string, stored: Said | null, change: (said: Said | null) => Said | null): void {
  const judged = underWay.get(coding) ?? { said: stored, acts: 0 };
  judged.said = change(judged.said);
  judged.acts += 1;
  underWay.set(coding, judged);
  void store(coding, judged);
}

async function store(coding: string, judged: UnderWay): Promise<void> {
  const { test = null, outcome = null, reason = null } = judged.said ?? {};
  const input = { coding, test, outcome, reason };
  // Acts follow one another as their keys did.
  const done = last.then(() => engine.call('evidence.judge', input));
  last = done.catch(() => {});
  try {
    await done;
    judged.acts -= 1;
  } catch (error) {
    sayFailure('evidence.judge', error);
    judged.acts -= 1;
    // Nothing came of it that could be shown.
    shown(coding);
  }
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
  const stored = judgement?.reason ?? '';
  const [reason, setReason] = useTyped(stored);
  const set = (change: (said: Said | null) => Said | null): void => judge(quote.id, judgement, change);
  const keep = (): void => {
    const words = reason.trim();
    setReason(words);
    if (words !== stored) set((said) => said && { ...said, reason: words });
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
            value={reason}
            onChange={setReason}
            onEnter={keep}
            onLeave={keep}
          />
        </>
      )}
    </div>
  );
}
