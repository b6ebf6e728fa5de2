// The quotes behind a number of a report, beside it.
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Input } from '../../../shared/contract/index.ts';
import type { Quote } from '../../../shared/contract/matrices.ts';
import type { ReportAnswer } from '../../../shared/contract/reports.ts';
import { useCall } from '../../engine.ts';
import { Pane } from '../../frame/pane.tsx';
import { IconButton } from '../../ui/button.tsx';
import { useWords } from '../../words.ts';
import { QuoteList } from '../cell/quote-list.tsx';
import type { Behind } from './report-room.tsx';

interface QuotesProps {
  readonly behind: Behind;
  readonly answer: ReportAnswer;
  readonly onClose: () => void;
}

export function ReportQuotes({ behind, answer, onClose }: QuotesProps) {
  const { title, quotes } = behind;
  return typeof quotes === 'function' ? (
    <Quotes title={title} form={behind.form?.(answer)} quotes={quotes(answer)} onClose={onClose} />
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

interface PaneProps {
  readonly title: string;
  readonly form?: ReactNode;
  readonly quotes: readonly Quote[] | undefined;
  readonly onClose: () => void;
}

function Quotes({ title, form, quotes, onClose }: PaneProps) {
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
      <p className="small q2 report-n">
        {quotes ? say('tables.pair-quotes', { n: quotes.length }) : say('screen.loading')}
      </p>
      <QuoteList
        key={title}
        label={say('tables.quotes')}
        quotes={quotes}
        record={undefined}
        address={null}
        wanted={null}
        onLeave={onClose}
      />
    </Pane>
  );
}
