// The settings of a document portrait: which sources, which codes have lanes, what takes the width.
import type { ReportInput } from '../../../shared/contract/reports.ts';
import { useCall } from '../../engine.ts';
import { useWords } from '../../words.ts';
import { Chip, Choices } from '../chip.tsx';
import { codeChoices, useAxisCodes } from '../facts.ts';
import { askReport } from '../table-state.ts';
import { OneOf } from './one-of.tsx';

interface SettingsProps {
  readonly report: Extract<ReportInput, { kind: 'portrait' }>;
}

export function PortraitSettings({ report }: SettingsProps) {
  return (
    <>
      <SourcesChip report={report} />
      <LanesChip report={report} />
      <ScaleChip report={report} />
    </>
  );
}

function SourcesChip({ report }: SettingsProps) {
  const { say } = useWords();
  const sources = useCall('sources.list', {}).value?.sources ?? [];
  const chosen = sources.filter(({ uid }) => report.sources?.includes(uid));
  const names = chosen.map(({ name }) => name).join(say('rule.list'));
  return (
    <Chip
      name={say('portrait.sources')}
      value={report.sources === null ? say('portrait.every-source') : names}
    >
      {() => (
        <Choices
          label={say('portrait.sources')}
          multiple
          choices={sources.map(({ uid, name }) => ({ id: uid, text: name }))}
          chosen={report.sources ?? []}
          autoFocus
          onChange={(uids) => askReport({ ...report, sources: uids.length === 0 ? null : [...uids] })}
        />
      )}
    </Chip>
  );
}

const every = 'every';

function LanesChip({ report }: SettingsProps) {
  const { say } = useWords();
  const { codes, depths } = useAxisCodes();
  const levels = Array.from({ length: Math.max(1, ...depths.values()) }, (_, i) => i + 1);
  const nameOf = (level: number | null): string =>
    level === null ? say('displays.every-code') : say('portrait.codes-of-level', { n: level });
  const chosen = report.codes?.map((id) => codes.get(id)?.entry.name ?? id).join(say('rule.list'));
  return (
    <Chip name={say('portrait.codes')} value={chosen ?? nameOf(report.level)}>
      {() => (
        <>
          <Choices
            label={say('portrait.codes')}
            choices={[
              ...levels.map((level) => ({ id: String(level), text: nameOf(level) })),
              { id: every, text: nameOf(null) },
            ]}
            chosen={report.codes === null ? [report.level === null ? every : String(report.level)] : []}
            autoFocus
            onChange={([id]) => {
              if (id === undefined) return;
              askReport({ ...report, codes: null, level: id === every ? null : Number(id) });
            }}
          />
          <Choices
            label={say('portrait.chosen-codes')}
            title={say('portrait.chosen-codes')}
            multiple
            choices={codeChoices(codes)}
            chosen={report.codes ?? []}
            onChange={(ids) => askReport({ ...report, codes: ids.length === 0 ? null : [...ids] })}
          />
        </>
      )}
    </Chip>
  );
}

const scales = ['text', 'paragraphs'] as const;

function ScaleChip({ report }: SettingsProps) {
  const { say } = useWords();
  return (
    <OneOf
      name={say('portrait.scale')}
      choices={scales.map((id) => ({ id, text: say(`portrait.scale-${id}`) }))}
      chosen={report.scale}
      onChoose={(scale) => askReport({ ...report, scale })}
    />
  );
}
