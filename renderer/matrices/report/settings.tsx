// The settings of a report as chips: what is told apart, how it is counted, which codings count.
import { useState } from 'react';
import type { ReportInput } from '../../../shared/contract/reports.ts';
import { useCall } from '../../engine.ts';
import { Field } from '../../ui/field.tsx';
import { useWords } from '../../words.ts';
import { Chip, Choices } from '../chip.tsx';
import { codeChoices, useAxisCodes, type Facts } from '../facts.ts';
import { dividesText, scopeOf } from '../question.ts';
import { ScopeChips } from '../scope-chips.tsx';
import { askReport } from '../table-state.ts';
import { OneOf } from './one-of.tsx';
import { PortraitSettings } from './portrait-settings.tsx';
import { TracingSettings } from './tracing-settings.tsx';
import { CodeTrendSettings, WordTrendSettings } from './trend-settings.tsx';

interface SettingsProps {
  readonly report: ReportInput;
  readonly facts: Facts;
  /** The filtered dimension that the engine refused. */
  readonly refused: string | null;
}

export function ReportSettings({ report, facts, refused }: SettingsProps) {
  const { say } = useWords();
  return (
    <div className="question" role="group" aria-label={say('tables.question')}>
      <Settings report={report} />
      <ScopeChips
        scope={scopeOf(report)}
        onAsk={(scope) => askReport({ ...report, ...scope })}
        isDivided={dividesText(report)}
        {...{ facts, refused }}
      />
    </div>
  );
}

function Settings({ report }: { readonly report: ReportInput }) {
  switch (report.kind) {
    case 'crosstab':
      return (
        <>
          <AttributeChip report={report} />
          <LevelChip report={report} />
        </>
      );
    case 'relations':
      return (
        <>
          <CodesChip report={report} axis="rows" />
          <CodesChip report={report} axis="columns" />
          <NearChip report={report} />
        </>
      );
    case 'saturation':
      return (
        <>
          <LevelChip report={report} />
          <NumberChip report={report} name="base" />
          <NumberChip report={report} name="run" />
          <ThresholdChip report={report} />
          <NumberChip report={report} name="heldBack" />
        </>
      );
    case 'truth-table':
      return (
        <>
          <ConditionsChip report={report} />
          <OutcomeChip report={report} />
        </>
      );
    case 'tracing':
      return <TracingSettings report={report} />;
    case 'portrait':
      return <PortraitSettings report={report} />;
    case 'code-trend':
      return <CodeTrendSettings report={report} />;
    case 'word-trend':
      return <WordTrendSettings report={report} />;
    case 'levels':
    case 'coverage':
      return null;
  }
}

type Of<K extends ReportInput['kind']> = { readonly report: Extract<ReportInput, { kind: K }> };

function AttributeChip({ report }: Of<'crosstab'>) {
  const { say } = useWords();
  const listed = useCall('attributes.list', {}).value?.attributes ?? [];
  const names = listed.filter(({ owner }) => owner === 'case').map(({ name }) => name);
  return (
    <Chip name={say('displays.attribute')} value={report.attribute}>
      {(close) => (
        <Choices
          label={say('displays.attribute')}
          choices={names.map((name) => ({ id: name, text: name }))}
          chosen={[report.attribute]}
          autoFocus
          onChange={([attribute]) => {
            close();
            if (attribute !== undefined) askReport({ ...report, attribute });
          }}
        />
      )}
    </Chip>
  );
}

const every = 'every';

function LevelChip({ report }: Of<'crosstab' | 'saturation'>) {
  const { say } = useWords();
  const { depths } = useAxisCodes();
  const deepest = Math.max(1, ...depths.values());
  const levels = Array.from({ length: deepest }, (_, i) => i + 1);
  const text = (level: number | null): string =>
    level === null ? say('displays.every-code') : say('displays.level', { n: level });
  return (
    <Chip name={say('displays.codes')} value={text(report.level)}>
      {(close) => (
        <Choices
          label={say('displays.codes')}
          choices={[
            { id: every, text: text(null) },
            ...levels.map((level) => ({ id: String(level), text: text(level) })),
          ]}
          chosen={[report.level === null ? every : String(report.level)]}
          autoFocus
          onChange={([id]) => {
            close();
            if (id !== undefined) askReport({ ...report, level: id === every ? null : Number(id) });
          }}
        />
      )}
    </Chip>
  );
}

function CodesChip({ report, axis }: Of<'relations'> & { readonly axis: 'rows' | 'columns' }) {
  const { say } = useWords();
  const { codes } = useAxisCodes();
  const name = say(axis === 'rows' ? 'tables.rows' : 'tables.columns');
  return (
    <Chip name={name} value={report[axis].join(say('rule.list'))}>
      {() => (
        <Choices
          label={name}
          multiple
          choices={codeChoices(codes)}
          chosen={report[axis]}
          autoFocus
          onChange={(chosen) => {
            if (chosen.length > 0) askReport({ ...report, [axis]: [...chosen] });
          }}
        />
      )}
    </Chip>
  );
}

const nearness = ['overlap', 'passage', 'turn'] as const;

function NearChip({ report }: Of<'relations'>) {
  const { say } = useWords();
  return (
    <OneOf
      name={say('tables.together')}
      choices={nearness.map((id) => ({ id, text: say(`tables.near-${id}`) }))}
      chosen={nearness.find((each) => each === report.near) ?? 'overlap'}
      onChoose={(near) => askReport({ ...report, near })}
    />
  );
}

type Count = 'base' | 'run' | 'heldBack';

function NumberChip({ report, name }: Of<'saturation'> & { readonly name: Count }) {
  const { say } = useWords();
  /** Null where nothing was typed since the pane was opened: the number may have changed by other ways. */
  const [typed, setTyped] = useState<string | null>(null);
  const least = name === 'heldBack' ? 0 : 1;
  const keep = (): void => {
    if (typed !== null && /^\d{1,3}$/.test(typed) && Number(typed) >= least)
      askReport({ ...report, [name]: Number(typed) });
    setTyped(null);
  };
  return (
    <Chip name={say(`displays.${name}`)} value={String(report[name])} onClose={keep}>
      {(close) => (
        <div className="chip-field">
          <Field
            label={say(`displays.${name}-long`)}
            value={typed ?? String(report[name])}
            onChange={setTyped}
            onEnter={close}
            autoFocus
          />
        </div>
      )}
    </Chip>
  );
}

const thresholds = [0, 0.05, 0.1] as const;

function ThresholdChip({ report }: Of<'saturation'>) {
  const { say } = useWords();
  const text = (share: number): string => `≤ ${share * 100}%`;
  return (
    <Chip name={say('displays.threshold')} value={text(report.threshold)}>
      {(close) => (
        <Choices
          label={say('displays.threshold')}
          choices={thresholds.map((share) => ({ id: String(share), text: text(share) }))}
          chosen={[String(report.threshold)]}
          autoFocus
          onChange={([id]) => {
            close();
            if (id !== undefined) askReport({ ...report, threshold: Number(id) });
          }}
        />
      )}
    </Chip>
  );
}

/** What can be a condition: ratings of cases, and as a draft the presence of a code. */
function useRatings() {
  const { say } = useWords();
  const { codes } = useAxisCodes();
  const listed = useCall('attributes.list', {}).value?.attributes ?? [];
  const attributes = listed.filter(({ owner, type }) => owner === 'case' && type !== 'date');
  const rated = useCall('matrices.rated', {}).value?.headings ?? [];
  return [
    ...attributes.map(({ name }) => ({ id: `case:${name}`, text: name })),
    ...rated.flatMap(({ matrix, heading, name }) =>
      [3, 4].map((least) => ({
        id: `cell:${matrix}/${heading}>=${least}`,
        text: `${matrix}/${name} ≥ ${least}`,
        note: say('cells.rating'),
      })),
    ),
    ...codeChoices(codes).map(({ id, text }) => ({ id: `code:${id}`, text, note: say('displays.draft') })),
  ];
}

/** Of a cell what its heading is called; of a code its short id. */
function shortText(ratings: readonly { readonly id: string; readonly text: string }[], id: string): string {
  const text = id.startsWith('cell:') ? ratings.find((each) => each.id === id)?.text : undefined;
  return text ?? id.slice(id.indexOf(':') + 1);
}

/** More conditions than this need more cases than a study of cases has. */
const mostConditions = 10;

function ConditionsChip({ report }: Of<'truth-table'>) {
  const { say } = useWords();
  const all = useRatings();
  const ratings = all.filter(({ id }) => id !== report.outcome);
  const names = report.conditions.map((id) => shortText(all, id));
  return (
    <Chip name={say('displays.conditions')} value={names.join(say('rule.list'))}>
      {() => (
        <Choices
          label={say('displays.conditions')}
          multiple
          choices={ratings}
          chosen={report.conditions}
          autoFocus
          onChange={(chosen) => {
            if (chosen.length > 0) askReport({ ...report, conditions: chosen.slice(0, mostConditions) });
          }}
        />
      )}
    </Chip>
  );
}

function OutcomeChip({ report }: Of<'truth-table'>) {
  const { say } = useWords();
  const all = useRatings();
  const ratings = all.filter(({ id }) => !report.conditions.includes(id));
  return (
    <Chip name={say('displays.outcome')} value={shortText(all, report.outcome)}>
      {(close) => (
        <Choices
          label={say('displays.outcome')}
          choices={ratings}
          chosen={[report.outcome]}
          autoFocus
          onChange={([outcome]) => {
            close();
            if (outcome !== undefined) askReport({ ...report, outcome });
          }}
        />
      )}
    </Chip>
  );
}
