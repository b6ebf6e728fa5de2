// The quotes behind a number of a report, beside it.
import { X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Input } from '../../../shared/contract/index.ts';
import type { Quote } from '../../../shared/contract/matrices.ts';
import type { ReportAnswer } from '../../../shared/contract/reports.ts';
import { placesAtOnce } from '../../../shared/matrices/report-presets.ts';
import { useCall } from '../../engine.ts';
import { Pane } from '../../frame/pane.tsx';
import { IconButton } from '../../ui/button.tsx';
import { useWords } from '../../words.ts';
import { QuoteList } from '../cell/quote-list.tsx';
import { useLast } from '../facts.ts';
import { PlaceList } from './place-list.tsx';
import type { Behind, PlacesAsked } from './report-desk.tsx';

interface QuotesProps {
  readonly behind: Behind;
  readonly answer: ReportAnswer;
  readonly onClose: () => void;
}

export function ReportQuotes({ behind, answer, onClose }: QuotesProps) {
  const { title, quotes } = behind;
  if (typeof quotes === 'function')
    return <Quotes title={title} form={behind.form?.(answer)} quotes={quotes(answer)} onClose={onClose} />;
  return 'kind' in quotes ? (
    <Places key={JSON.stringify(quotes)} title={title} asked={quotes} onClose={onClose} />
  ) : (
    <CellQuotes key={JSON.stringify(quotes)} title={title} cell={quotes} onClose={onClose} />
  );
}

interface CellProps {
  readonly title: string;
  readonly cell: Input<'matrices.cell'>;
  readonly onClose: () => void;
}

function CellQuotes({ title, cell, onClose }: CellProps) {
  return <Quotes title={title} quotes={useCall('matrices.cell', cell).value?.quotes} onClose={onClose} />;
}

interface QuotesOfProps extends Omit<PaneProps, 'counted' | 'children'> {
  readonly quotes: readonly Quote[] | undefined;
}

function Quotes({ quotes, ...pane }: QuotesOfProps) {
  const { say } = useWords();
  return (
    <EvidencePane {...pane} counted={quotes && say('tables.pair-quotes', { n: quotes.length })}>
      <QuoteList
        key={pane.title}
        label={say('tables.quotes')}
        quotes={quotes}
        record={undefined}
        address={null}
        wanted={null}
        onLeave={pane.onClose}
      />
    </EvidencePane>
  );
}

interface PlacesProps {
  readonly title: string;
  readonly asked: PlacesAsked;
  readonly onClose: () => void;
}

function Places({ title, asked, onClose }: PlacesProps) {
  const { say } = useWords();
  const [most, setMost] = useState(asked.most);
  const answer = useLast(useCall('matrices.report', { ...asked, most }).value);
  const found = answer?.kind === 'word-trend' ? answer : undefined;
  const counted = found && say('trend.passage-count', { n: found.total });
  return (
    <EvidencePane title={title} counted={counted} onClose={onClose}>
      {found ? (
        <PlaceList
          label={say('report.passages')}
          places={found.passages}
          left={found.total - found.passages.length}
          onMore={() => setMost(found.passages.length + placesAtOnce)}
          onLeave={onClose}
        />
      ) : null}
    </EvidencePane>
  );
}

interface PaneProps {
  readonly title: string;
  readonly form?: ReactNode;
  /** How many there are, in words; undefined until known. */
  readonly counted: string | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function EvidencePane({ title, form, counted, onClose, children }: PaneProps) {
  const { say } = useWords();
  return (
    <Pane side="inspector" className="evidence" label={say('tables.evidence')}>
      <div className="bar">
        <h2 className="cut" title={title}>
          {title}
        </h2>
        <span className="grow" />
        <IconButton icon={X} label={say('screen.close')} onPress={onClose} />
      </div>
      {form}
      <p className="small q2 report-n">{counted ?? say('screen.loading')}</p>
      {children}
    </Pane>
  );
}
