// The window: the start screen without a project, else the frame with its places and the way between them.
import { useEffect, useLayoutEffect } from 'react';
import { CasesPlace } from './cases/cases-place.tsx';
import { CodebookPlace } from './codebook/codebook-place.tsx';
import { LinkTypes } from './codebook/link-types.tsx';
import { storeDrafts } from './drafts.ts';
import { engine, useConnected } from './engine.ts';
import { useFocusOnPlace } from './frame/focus-place.ts';
import { NativeMenu } from './frame/native-menu.tsx';
import { Notice } from './frame/notice.tsx';
import { useNarrowPanes } from './frame/narrow-panes.tsx';
import { Palette } from './frame/palette.tsx';
import { Rail } from './frame/rail.tsx';
import { Shortcuts } from './frame/shortcuts.tsx';
import { TopBar } from './frame/top-bar.tsx';
import { useWindowKeys } from './frame/window-keys.ts';
import { HistoryPlace } from './history/history-place.tsx';
import { DropTarget } from './import/drop-target.tsx';
import { ImportDialog } from './import/import-dialog.tsx';
import { MatricesPlace } from './matrices/matrices-place.tsx';
import { useLeavingNames } from './names/leaving.ts';
import { NewName } from './texts/new-name.tsx';
import { usePrintedPages } from './print/print.tsx';
import { useOpenProject } from './project.ts';
import { useKeptSettings } from './settings/keep-settings.ts';
import { SettingsPlace } from './settings/settings-place.tsx';
import { applySettings, settings } from './settings.ts';
import { Ended } from './start/ended.tsx';
import { SampleNote } from './start/sample-note.tsx';
import { StartScreen } from './start/start-screen.tsx';
import { useStore } from './store.ts';
import { AboutSource } from './texts/about-source.tsx';
import { leaveProject } from './texts/room.ts';
import { TextsPlace } from './texts/texts-place.tsx';
import { windowState, type Place } from './window-state.ts';
import { useWords } from './words.ts';

const placeViews: Readonly<Record<Place, () => React.ReactNode>> = {
  texts: () => <TextsPlace />,
  codebook: () => <CodebookPlace />,
  cases: () => <CasesPlace />,
  matrices: () => <MatricesPlace />,
  history: () => <HistoryPlace />,
  settings: () => <SettingsPlace />,
};

export function App() {
  const { say } = useWords();
  const connected = useConnected();
  const isSettled = useKeptSettings();
  const isKnown = useOpenProject();
  const project = useStore(windowState, (state) => state.project);
  useLayoutEffect(() => {
    applySettings(settings.get());
    return settings.subscribe(() => applySettings(settings.get()));
  }, []);
  useEffect(() => engine.desktop?.onLeaving(storeDrafts), []);
  if (connected === 'ended') return <Ended />;
  if (!isSettled || !isKnown) return null;
  return (
    <>
      {project === null ? <StartScreen /> : <Workbench key={project.uid} />}
      <DropTarget />
      {engine.desktop === null ? null : <NativeMenu />}
      {connected === 'open' ? (
        <Notice />
      ) : (
        <p className="notice-bar toast" role="alert">
          {say('screen.lost')}
        </p>
      )}
    </>
  );
}

function Workbench() {
  const place = useStore(windowState, (state) => state.place);
  const floating = useStore(windowState, (state) => state.floating);
  const importing = useStore(windowState, (state) => state.importing);
  const pane = useStore(windowState, (state) => state.pane);
  useWindowKeys();
  useFocusOnPlace(place);
  useNarrowPanes();
  usePrintedPages();
  useEffect(() => leaveProject, []);
  useLeavingNames();
  return (
    <div className="app" data-pane={pane ?? undefined}>
      <TopBar />
      <Rail />
      {placeViews[place]()}
      {floating === 'palette' ? <Palette /> : null}
      {floating === 'about-source' ? <AboutSource /> : null}
      {floating === 'link-types' ? <LinkTypes /> : null}
      {floating === 'new-name' ? <NewName /> : null}
      {floating === 'shortcuts' ? <Shortcuts /> : null}
      {importing === null ? null : <ImportDialog files={importing} />}
      <SampleNote />
    </div>
  );
}
