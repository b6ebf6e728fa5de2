// The settings of process tracing: which codes are hypotheses, whether they exclude each other, in which order the evidence stands.
import type { ReportInput } from '../../../shared/contract/reports.ts';
import { mostHypotheses } from '../../../shared/matrices/statistics/process-tracing.ts';
import { useCall } from '../../engine.ts';
import { useWords } from '../../words.ts';
import { Chip, Choices } from '../chip.tsx';
import { useAxisCodes } from '../facts.ts';
import { askReport } from '../table-state.ts';

interface SettingsProps {
  readonly report: Extract<ReportInput, { kind: 'tracing' }>;
}

export function TracingSettings({ report }: SettingsProps) {
  const { say } = useWords();
  const { codes } = useAxisCodes();
  const names = report.hypotheses.map((id) => codes.get(id)?.entry.name ?? id);
  return (
    <>
      <Chip
        name={say('tracing.hypotheses')}
        value={names.length === 0 ? say('tracing.none-chosen') : names.join(say('rule.list'))}
      >
        {() => (
          <Choices
            label={say('tracing.hypotheses')}
            multiple
            choices={[...codes].map(([id, { entry }]) => ({
              id,
              text: `${entry.shortId ?? ''} ${entry.name}`.trim(),
            }))}
            chosen={report.hypotheses}
            autoFocus
            onChange={(ids) => askReport({ ...report, hypotheses: ids.slice(0, mostHypotheses) })}
          />
        )}
      </Chip>
      <RivalsChip report={report} />
      <OrderChip report={report} />
    </>
  );
}

function RivalsChip({ report }: SettingsProps) {
  const { say } = useWords();
  const ways = { no: say('tracing.not-exclusive'), yes: say('tracing.are-exclusive') } as const;
  const chosen = report.exclusive ? 'yes' : 'no';
  return (
    <Chip name={say('tracing.rivals')} value={ways[chosen]}>
      {(close) => (
        <Choices
          label={say('tracing.rivals')}
          choices={Object.entries(ways).map(([id, text]) => ({ id, text }))}
          chosen={[chosen]}
          autoFocus
          onChange={([id]) => {
            close();
            askReport({ ...report, exclusive: id === 'yes' });
          }}
        />
      )}
    </Chip>
  );
}

/** No attribute is called so. */
const byPhase = '';

function OrderChip({ report }: SettingsProps) {
  const { say } = useWords();
  const listed = useCall('attributes.list', {}).value?.attributes ?? [];
  const names = listed.filter(({ owner }) => owner === 'source').map(({ name }) => name);
  const text = (name: string): string =>
    name === byPhase ? say('tracing.by-phase') : say('tracing.by-phase-and', { name });
  return (
    <Chip name={say('tracing.order')} value={text(report.order ?? byPhase)}>
      {(close) => (
        <Choices
          label={say('tracing.order')}
          choices={[byPhase, ...names].map((name) => ({ id: name, text: text(name) }))}
          chosen={[report.order ?? byPhase]}
          autoFocus
          onChange={([name]) => {
            close();
            askReport({ ...report, order: name === undefined || name === byPhase ? null : name });
          }}
        />
      )}
    </Chip>
  );
}
