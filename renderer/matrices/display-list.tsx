// The left pane: the ready displays; choosing one asks its question.
import {
  ChartBarBig,
  CircleDot,
  GitCommitHorizontal,
  Grid3x3,
  type LucideIcon,
  Plus,
  Spline,
  TableProperties,
  TrendingUp,
} from 'lucide-react';
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import type { ReportInput } from '../../shared/contract/reports.ts';
import type { SavedMatrix } from '../../shared/contract/saved-matrices.ts';
import { isReport } from '../../shared/matrices/is-report.ts';
import { materialOf } from '../../shared/matrices/preset-material.ts';
import { presetName, presetsOf, type Preset, type PresetGroups } from '../../shared/matrices/presets.ts';
import type { ReportPreset } from '../../shared/matrices/report-presets.ts';
import { useMemo } from 'react';
import { useCall } from '../engine.ts';
import { Pane } from '../frame/pane.tsx';
import { useStore } from '../store.ts';
import { IconButton } from '../ui/button.tsx';
import { windowState } from '../window-state.ts';
import { useWords, type Words } from '../words.ts';
import { presetIcon } from './preset-icons.ts';
import { forgetQuestions } from './question-steps.ts';
import { sameTable, type MatrixInput } from './question.ts';
import { openSaved, useSaved } from './saved/use-saved.ts';
import { shownAs, type ShownAs } from './shown-as.ts';
import { ask } from './table-state.ts';

export function useDisplays(): PresetGroups {
  const framework = useStore(windowState, (state) => state.project?.framework ?? null);
  const codes = useCall('codes.list', {}).value?.codes;
  const phases = useCall('phases.list', {}).value?.phases;
  const attributes = useCall('attributes.list', {}).value?.attributes;
  const cases = useCall('cases.list', {}).value?.cases;
  return useMemo(
    () =>
      presetsOf(
        materialOf({
          codes: codes ?? [],
          phases: phases ?? [],
          attributes: attributes ?? [],
          cases: cases ?? [],
          framework,
        }),
      ),
    [codes, phases, attributes, cases, framework],
  );
}

/** The display that asks this question, or null. */
export function displayOf({ ready, framework }: PresetGroups, question: MatrixInput): Preset | null {
  return [...ready, ...framework].find((display) => sameTable(display.question, question)) ?? null;
}

/** The preset that a report began as: the one of its kind, of relations that with its rows and columns. */
export function reportOf({ reports }: PresetGroups, report: ReportInput): ReportPreset | null {
  const axes = (each: ReportInput): string =>
    each.kind === 'relations' ? JSON.stringify([each.rows, each.columns]) : '';
  const ofKind = reports.filter(({ question }) => question.kind === report.kind);
  return ofKind.find(({ question }) => axes(question) === axes(report)) ?? null;
}

export function DisplayList({ groups }: { readonly groups: PresetGroups }) {
  const words = useWords();
  const { say } = words;
  const question = useStore(windowState, (state) => state.question);
  const { list, current } = useSaved();
  const display = displayOf(groups, question);
  const all = [...groups.ready, ...groups.framework];
  const report = useStore(windowState, (state) => state.report);
  const ofReport = report && reportOf(groups, report);
  const chosen = current ? savedId(current.uid) : report ? (ofReport?.id ?? null) : (display?.id ?? null);
  const choose = (id: string): void => {
    open(id);
    forgetQuestions();
  };
  const open = (id: string): void => {
    const saved = list.find(({ uid }) => savedId(uid) === id);
    if (saved) return openSaved(saved);
    const asked = groups.reports.find((each) => each.id === id);
    if (asked) {
      windowState.set({ report: asked.question, saved: null, cell: null });
      return;
    }
    const ready = all.find((each) => each.id === id);
    if (!ready) return;
    windowState.set({ saved: null, ...(ready.drawn ? { drawn: ready.drawn } : {}) });
    ask(ready.question);
  };
  return (
    <Pane side="list" label={say('tables.displays')}>
      <div className="bar">
        <h2>{say('tables.displays')}</h2>
        <span className="grow" />
        <IconButton
          icon={Plus}
          label={say('saved.save')}
          onPress={() => windowState.set({ saved: null, floating: 'save' })}
        />
      </div>
      <ListBox
        className="scroll displays"
        aria-label={say('tables.displays')}
        selectionMode="single"
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          if (key !== undefined) choose(String(key));
        }}
      >
        {savedSection(words, list, groups)}
        <DisplaySection title={say('tables.new-preset')} displays={groups.ready} words={words} />
        <DisplaySection title={say('displays.reports')} displays={groups.reports} words={words} />
        {groups.framework.length === 0 ? null : (
          <DisplaySection title={say('tables.of-framework')} displays={groups.framework} words={words} />
        )}
      </ListBox>
      <div className="status">
        <span>{say('tables.every-number')}</span>
      </div>
    </Pane>
  );
}

/** Plain functions: a list box finds its sections among its children. */
function savedSection({ say }: Words, list: readonly SavedMatrix[], groups: PresetGroups) {
  return (
    <ListBoxSection>
      <Header className="sec">
        {say('saved.list')}
        <span className="count">{list.length}</span>
      </Header>
      {list.length === 0 ? (
        <ListBoxItem id="none-saved" className="row nothing-saved" textValue={say('saved.none')} isDisabled>
          <span className="small q">{say('saved.none')}</span>
        </ListBoxItem>
      ) : (
        list.map((saved) => {
          const { uid, name } = saved;
          const Icon = savedIcon(saved, groups);
          return (
            <ListBoxItem key={uid} id={savedId(uid)} textValue={name} className="row">
              <Icon className="i s" aria-hidden />
              <span className="t" title={name}>
                {name}
              </span>
            </ListBoxItem>
          );
        })
      )}
    </ListBoxSection>
  );
}

const savedId = (uid: string): string => `saved ${uid}`;

const icons: Readonly<Record<ShownAs, LucideIcon>> = {
  table: Grid3x3,
  written: TableProperties,
  bars: ChartBarBig,
  bubbles: CircleDot,
  slopes: TrendingUp,
  network: Spline,
  dumbbells: GitCommitHorizontal,
};

function savedIcon({ question, display }: SavedMatrix, { reports }: PresetGroups): LucideIcon {
  if (!isReport(question)) return icons[shownAs(display)];
  return presetIcon(reports.find((preset) => preset.question.kind === question.kind)?.id ?? '');
}

interface SectionProps {
  readonly title: string;
  readonly displays: readonly Pick<Preset, 'id' | 'name'>[];
  readonly words: Words;
}

function DisplaySection({ title, displays, words }: SectionProps) {
  return (
    <ListBoxSection>
      <Header className="sec">{title}</Header>
      {displays.map((display) => {
        const { id } = display;
        const Icon = presetIcon(id);
        const name = presetName(words.language, display);
        return (
          <ListBoxItem key={id} id={id} textValue={name} className="row">
            <Icon className="i s" aria-hidden />
            <span className="t" title={name}>
              {name}
            </span>
          </ListBoxItem>
        );
      })}
    </ListBoxSection>
  );
}
