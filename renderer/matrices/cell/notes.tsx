// What the researcher notes in a cell: the summary with its author and day, the rating, and why nothing stands there.
import { Clock } from 'lucide-react';
import type { CellRecord, EmptyReason } from '../../../shared/contract/saved-matrices.ts';
import { emptyReasons } from '../empty-reasons.ts';
import { act } from '../../acts.ts';
import { dateOf } from '../../history/when.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { windowState } from '../../window-state.ts';
import { useWords } from '../../words.ts';
import { Rating, RatingShown } from './rating.tsx';
import type { CellAddress } from './records.ts';
import { SummaryEditor } from './summary-editor.tsx';
import { SummaryText } from './summary-text.tsx';

interface NotesProps {
  /** Null where the table is of no saved matrix. */
  readonly address: CellAddress | null;
  readonly record: CellRecord | undefined;
  readonly isEmpty: boolean;
  /** The past can be read, not changed. */
  readonly isPast: boolean;
}

export function Notes({ address, record, isEmpty, isPast }: NotesProps) {
  const { say } = useWords();
  if (address === null) {
    return (
      <div className="cell-notes">
        <p className="small q2 to-save">
          <span className="grow">{say('cells.save-first')}</span>
          <Button onPress={() => windowState.set({ floating: 'save' })}>{say('saved.save-short')}</Button>
        </p>
      </div>
    );
  }
  const { summary } = record ?? { summary: null };
  return (
    <section className="cell-notes" aria-label={say('cells.notes')}>
      <SummaryHead record={record} />
      {isPast ? (
        summary && <SummaryText paragraphs={summary.paragraphs} />
      ) : (
        <SummaryEditor key={JSON.stringify(address)} address={address} summary={summary?.paragraphs ?? []} />
      )}
      <Stale record={record} address={address} isPast={isPast} />
      {isPast ? (
        record?.rating != null && <RatingShown rating={record.rating} />
      ) : (
        <Rating key={`rating ${JSON.stringify(address)}`} address={address} record={record} />
      )}
      {isEmpty && !isPast ? <WhyEmpty address={address} empty={record?.empty ?? null} /> : null}
    </section>
  );
}

function SummaryHead({ record }: { readonly record: CellRecord | undefined }) {
  const { say, language } = useWords();
  const summary = record?.summary;
  return (
    <div className="hstack small q summary-head">
      <span className="med q2">{say('cells.summary')}</span>
      {summary ? (
        <span className="right">
          {summary.coder}
          {say('rule.list')}
          {dateOf(language, summary.at)}
        </span>
      ) : null}
    </div>
  );
}

interface StaleProps {
  readonly record: CellRecord | undefined;
  readonly address: CellAddress;
  readonly isPast: boolean;
}

/** Says what changed; "it still holds" writes the same words anew, with the evidence of now. */
function Stale({ record, address, isPast }: StaleProps) {
  const { say } = useWords();
  const summary = record?.summary;
  if (!summary?.stale) return null;
  const { came, went, changed } = summary.stale;
  const what = [
    came > 0 ? say('cells.came', { n: came }) : null,
    went > 0 ? say('cells.went', { n: went }) : null,
    changed > 0 ? say('cells.changed', { n: changed }) : null,
  ].filter((each) => each !== null);
  const confirm = (): void =>
    void act('cells.summarise', { ...address, summary: summary.paragraphs, base: summary.paragraphs });
  return (
    <p className="note warn small stale-note" role="status">
      <Clock className="i s" aria-hidden />
      <span className="grow">{say('cells.stale', { what: what.join(say('rule.list')) })}</span>
      {isPast ? null : (
        <Button kind="plain" onPress={confirm}>
          {say('cells.still-holds')}
        </Button>
      )}
    </p>
  );
}

const unknown = 'unknown';

function WhyEmpty({ address, empty }: { readonly address: CellAddress; readonly empty: EmptyReason | null }) {
  const { say } = useWords();
  return (
    <div className="why-empty">
      <Select<EmptyReason | typeof unknown>
        label={say('cells.why-empty')}
        value={empty ?? unknown}
        options={[
          { value: unknown, text: say('cells.empty-unknown') },
          ...emptyReasons.map((value) => ({ value, text: say(`cells.empty-${value}`) })),
        ]}
        onChange={(chosen) =>
          void act('cells.explain', { ...address, empty: chosen === unknown ? null : chosen })
        }
      />
    </div>
  );
}
