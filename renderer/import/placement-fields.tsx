// Phase and encoding, as they are set for one file or for all.
import { useCall } from '../engine.ts';
import { Select } from '../ui/select.tsx';
import { useWords } from '../words.ts';

interface PhaseFieldProps {
  /** Name of the phase; undefined where files differ. */
  readonly value: string | null | undefined;
  readonly onChange: (phase: string | null) => void;
  readonly disabled?: boolean;
}

/** Stand for "none" and for "they differ" among names, none of which is blank. */
const NONE = ' ';
const MIXED = '  ';

export function PhaseField({ value, onChange, disabled }: PhaseFieldProps) {
  const { say } = useWords();
  const phases = useCall('phases.list', {}).value?.phases ?? [];
  return (
    <Select
      label={say('importing.phase')}
      value={value === undefined ? MIXED : (value ?? NONE)}
      options={[
        ...(value === undefined ? [{ value: MIXED, text: say('importing.differ') }] : []),
        { value: NONE, text: say('importing.no-phase') },
        ...phases.map(({ name }) => ({ value: name, text: name })),
      ]}
      onChange={(chosen) => {
        if (chosen !== MIXED) onChange(chosen === NONE ? null : chosen);
      }}
      disabled={disabled ?? false}
    />
  );
}

/** Those that the engine reads, by their names, the likeliest first. */
const encodings = {
  'utf-8': 'UTF-8',
  gb18030: 'GB 18030',
  gbk: 'GBK',
  big5: 'Big5',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  shift_jis: 'Shift JIS',
  'euc-jp': 'EUC-JP',
  'euc-kr': 'EUC-KR',
  'windows-1250': 'Windows-1250',
  'windows-1251': 'Windows-1251',
  'windows-1252': 'Windows-1252',
  'windows-1253': 'Windows-1253',
  'windows-1254': 'Windows-1254',
  'iso-8859-2': 'ISO 8859-2',
  'koi8-r': 'KOI8-R',
  macintosh: 'Macintosh',
} as const;

/** How an encoding is written for people. */
export function encodingName(encoding: string): string {
  return encoding in encodings ? encodings[encoding as keyof typeof encodings] : encoding;
}

interface EncodingFieldProps {
  /** Undefined where files differ. */
  readonly value: string | null | undefined;
  readonly onChange: (encoding: string | null) => void;
  /** The encoding that was found by itself, where one was. */
  readonly found?: string | null;
  readonly disabled?: boolean;
}

export function EncodingField({ value, onChange, found, disabled }: EncodingFieldProps) {
  const { say } = useWords();
  const auto = found
    ? say('importing.encoding-found', { encoding: encodingName(found) })
    : say('importing.encoding-auto');
  return (
    <Select
      label={say('importing.encoding')}
      value={value === undefined ? MIXED : (value ?? NONE)}
      options={[
        ...(value === undefined ? [{ value: MIXED, text: say('importing.differ') }] : []),
        { value: NONE, text: auto },
        ...Object.entries(encodings).map(([encoding, text]) => ({ value: encoding, text })),
      ]}
      onChange={(chosen) => {
        if (chosen !== MIXED) onChange(chosen === NONE ? null : chosen);
      }}
      disabled={disabled ?? false}
    />
  );
}
