// The settings of process tracing: which codes are hypotheses, whether they exclude each other, in which order the evidence stands.
import type { ReportInput } from '../../../shared/contract/reports.ts';
import { mostHypotheses } from '../../../shared/matrices/statistics/process-tracing.ts';
import { useWords } from '../../words.ts';
import { Chip, Choices } from '../chip.tsx';
import { codeChoices, useAxisCodes } from '../facts.ts';
import { askReport } from '../table-state.ts';
import { OneOf } from './one-of.tsx';
import { TimeChip } from './time-chip.tsx';

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
            choices={codeChoices(codes)}
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
  return (
    <OneOf
      name={say('tracing.rivals')}
      choices={[
        { id: 'no', text: say('tracing.not-exclusive') },
        { id: 'yes', text: say('tracing.are-exclusive') },
      ]}
      chosen={report.exclusive ? 'yes' : 'no'}
      onChoose={(id) => askReport({ ...report, exclusive: id === 'yes' })}
    />
  );
}

function OrderChip({ report }: SettingsProps) {
  const { say } = useWords();
  return (
    <TimeChip
      name={say('tracing.order')}
      text={(name) => (name === null ? say('tracing.by-phase') : say('tracing.by-phase-and', { name }))}
      order={report.order}
      onChange={(order) => askReport({ ...report, order })}
    />
  );
}
