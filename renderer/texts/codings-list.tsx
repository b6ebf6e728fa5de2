// A list of codings in the order of the text: read from end to end, ticked with Space, Enter goes to one.
import { Checkbox, GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components';
import { paragraphAt } from '../../shared/text/positions.ts';
import { useStore } from '../store.ts';
import { CodeMark } from '../ui/code-mark.tsx';
import { useWords } from '../words.ts';
import { chooseCoding, quoteOf, shortened } from './coding-acts.ts';
import type { OpenSource, ShownCoding } from './open-source.ts';
import { room } from './room.ts';

interface CodingsListProps {
  readonly open: OpenSource;
  readonly codings: readonly ShownCoding[];
}

/** px of a row, as in the styles. */
const layout = { rowHeight: 30 };

export function CodingsList({ open, codings }: CodingsListProps) {
  const { say } = useWords();
  const ticked = useStore(room, (state) => state.ticked);
  return (
    <Virtualizer layout={ListLayout} layoutOptions={layout}>
      <GridList
        className="codings-list scroll"
        aria-label={say('gestures.codings')}
        items={codings}
        dependencies={[open]}
        selectionMode="multiple"
        selectionBehavior="toggle"
        selectedKeys={ticked}
        onSelectionChange={(keys) =>
          room.set({ ticked: keys === 'all' ? codings.map(({ id }) => id) : [...keys].map(String) })
        }
        onAction={(key) => {
          const coding = codings.find(({ id }) => id === key);
          if (coding) chooseCoding(coding);
        }}
        renderEmptyState={() => <p className="q small nothing">{say('texts.no-coding-here')}</p>}
      >
        {(coding: ShownCoding) => <Item open={open} coding={coding} />}
      </GridList>
    </Virtualizer>
  );
}

interface ItemProps {
  readonly open: OpenSource;
  readonly coding: ShownCoding;
}

function Item({ open, coding }: ItemProps) {
  const quote = shortened(quoteOf(open, coding));
  const paragraph = paragraphAt(open.paragraphs, coding.start);
  return (
    <GridListItem
      id={coding.id}
      textValue={`${coding.name}, “${quote}”, ¶${paragraph}`}
      className="row codings-item"
    >
      <Checkbox slot="selection" className="tick-box" />
      <CodeMark look={coding.look} />
      <span className="cut read grow">{quote}</span>
      <span className="q micro num">¶{paragraph}</span>
    </GridListItem>
  );
}
