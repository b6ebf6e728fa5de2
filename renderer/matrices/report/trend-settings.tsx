// The settings of a trend: which codes or words, over what, in which order of time, and what is drawn.
import { useState } from 'react';
import type { ReportInput } from '../../../shared/contract/reports.ts';
import {
  codeOvers,
  codeTrendMeasures,
  wordOvers,
  wordTrendMeasures,
} from '../../../shared/matrices/trend-choices.ts';
import { wordsIn } from '../../../shared/text/whole-words.ts';
import { Field } from '../../ui/field.tsx';
import { useWords } from '../../words.ts';
import { Chip, Choices } from '../chip.tsx';
import { asTitle, codeChoices, useAxisCodes } from '../facts.ts';
import { askReport } from '../table-state.ts';
import { OneOf } from './one-of.tsx';
import { TimeChip } from './time-chip.tsx';

type Of<K extends ReportInput['kind']> = { readonly report: Extract<ReportInput, { kind: K }> };

export function CodeTrendSettings({ report }: Of<'code-trend'>) {
  const { say } = useWords();
  const { codes } = useAxisCodes();
  const chosen = report.codes?.map((id) => codes.get(id)?.entry.name ?? id).join(say('rule.list'));
  return (
    <>
      <Chip name={say('trend.codes')} value={chosen ?? say('trend.codes-at-top')}>
        {() => (
          <Choices
            label={say('trend.codes')}
            multiple
            choices={codeChoices(codes)}
            chosen={report.codes ?? []}
            autoFocus
            onChange={(ids) => askReport({ ...report, codes: ids.length === 0 ? null : [...ids] })}
          />
        )}
      </Chip>
      <OneOf
        name={say('trend.over')}
        choices={codeOvers.map((id) => ({ id, text: say(`trend.over-${id}`) }))}
        chosen={report.over}
        onChoose={(over) => askReport({ ...report, over })}
      />
      <OrderChip report={report} />
      <OneOf
        name={say('trend.measure')}
        choices={codeTrendMeasures.map((id) => ({ id, text: say(`measure.${id}`) }))}
        chosen={report.measure}
        onChoose={(measure) => askReport({ ...report, measure })}
      />
    </>
  );
}

export function WordTrendSettings({ report }: Of<'word-trend'>) {
  const { say } = useWords();
  return (
    <>
      <WordsChip report={report} />
      <OneOf
        name={say('trend.over')}
        choices={wordOvers.map((id) => ({ id, text: say(`trend.over-${id}`) }))}
        chosen={report.over}
        onChoose={(over) => askReport({ ...report, over })}
      />
      <OrderChip report={report} />
      <OneOf
        name={say('trend.measure')}
        choices={wordTrendMeasures.map((id) => ({ id, text: say(`trend.${id}`) }))}
        chosen={report.measure}
        onChoose={(measure) => askReport({ ...report, measure })}
      />
    </>
  );
}

function WordsChip({ report }: Of<'word-trend'>) {
  const { say } = useWords();
  const list = report.words.join(say('rule.list'));
  /** Null where nothing was typed since the pane was opened. */
  const [typed, setTyped] = useState<string | null>(null);
  const keep = (): void => {
    const words = typed === null ? report.words : wordsIn(typed);
    if (words.join() !== report.words.join()) askReport({ ...report, words });
    setTyped(null);
  };
  return (
    <Chip name={say('trend.words')} value={list === '' ? say('trend.no-words') : list} onClose={keep}>
      {(close) => (
        <div className="chip-field">
          <Field
            label={say('trend.words-long')}
            value={typed ?? list}
            onChange={setTyped}
            onEnter={close}
            autoFocus
          />
        </div>
      )}
    </Chip>
  );
}

/** Sources alone have an order that can be chosen. */
function OrderChip({ report }: Of<'code-trend' | 'word-trend'>) {
  const { say } = useWords();
  if (report.over !== 'source') return null;
  return (
    <TimeChip
      name={say('trend.order')}
      text={(attribute) => (attribute === null ? say('trend.by-number') : asTitle(attribute))}
      order={report.order}
      onChange={(order) => askReport({ ...report, order })}
    />
  );
}
