// What floats over the text around editing: choices about codings, versions, a corrected file, a speaker, a newer text.
import { useStore } from '../../store.ts';
import type { OpenSource } from '../open-source.ts';
import { ChangeSpeaker } from './change-speaker.tsx';
import { CorrectedFile } from './corrected-file.tsx';
import { editing, rebase } from './edit.ts';
import { Meanwhile } from './meanwhile.tsx';
import { Review } from './review.tsx';
import { Versions } from './versions.tsx';

export function EditPanels({ open, live }: { readonly open: OpenSource; readonly live: OpenSource }) {
  const { edit, proposed, panel } = useStore(editing, (state) => state);
  if (proposed?.source === open.reading.uid) return <Review open={open} proposed={proposed} />;
  switch (panel) {
    case 'versions':
      return <Versions open={open} />;
    case 'file':
      return <CorrectedFile open={open} />;
    case 'speaker':
      return <ChangeSpeaker live={live} />;
    case 'meanwhile':
      return edit ? (
        <Meanwhile
          base={edit.typing.base}
          mine={edit.typing.text}
          stored={open.reading.text}
          onClose={() => editing.set({ panel: null })}
          onJoin={(splices) => rebase(open, splices)}
        />
      ) : null;
    case null:
      return null;
  }
}
