// The quotes behind a number of a report, beside it.
import { X } from 'lucide-react';
import type { Input } from '../../../shared/contract/index.ts';
import { useCall } from '../../engine.ts';
import { Pane } from '../../frame/pane.tsx';
import { IconButton } from '../../ui/button.tsx';
import { useWords } from '../../words.ts';
import { QuoteList } from '../cell/quote-list.tsx';

interface QuotesProps {
  readonly title: string;
  readonly cell: Input<'matrices.cell'>;
  readonly onClose: () => void;
}

export function ReportQuotes({ title, cell, onClose }: QuotesProps) {
  const { say } = useWords();
  const found = useCall('matrices.cell', cell).value;
  return (
    <Pane side="inspector" className="evidence" label={say('tables.evidence')}>
      <div className="bar">
        <h2 className="cut" title={title}>
          {title}
        </h2>
        <span className="grow" />
        <IconButton icon={X} label={say('screen.close')} onPress={onClose} />
      </div>
      <p className="small q2 report-n">
        {found ? say('tables.pair-quotes', { n: found.quotes.length }) : say('screen.loading')}
      </p>
      <QuoteList
        key={JSON.stringify(cell)}
        label={say('tables.quotes')}
        quotes={found?.quotes}
        record={undefined}
        address={null}
        wanted={null}
        onLeave={onClose}
      />
    </Pane>
  );
}
