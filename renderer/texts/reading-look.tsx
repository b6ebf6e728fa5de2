// How large the reading text is and how long its lines are: a button in the bar, and the same steps in the settings.
import { ALargeSmall, Minus, Plus } from 'lucide-react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { settings } from '../settings.ts';
import { useStore } from '../store.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { useWords } from '../words.ts';
import { lineLength, readSizes, readWidths, resizeText, widenLines } from './look-acts.ts';

export function ReadingLook() {
  const { say } = useWords();
  return (
    <DialogTrigger>
      <AriaButton className="ib" aria-label={say('reading.look')}>
        <ALargeSmall className="i" aria-hidden />
      </AriaButton>
      <Popover className="pop look-pop" placement="bottom end" offset={6}>
        <Dialog className="look-body" aria-label={say('reading.look')}>
          <LookSteps />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

export function LookSteps() {
  const { say, language } = useWords();
  const size = useStore(settings, ({ readSize }) => readSize);
  const width = useStore(settings, ({ readWidth }) => readWidth);
  const { letters, characters } = lineLength(width);
  const isUsual = size === readSizes.usual && width === readWidths.usual;
  return (
    <div className="look-steps">
      <Steps
        name={say('reading.size')}
        value={say('reading.pixels', { n: size })}
        less={{ label: say('reading.smaller'), keys: ['Alt', '-'], disabled: size <= readSizes.least }}
        more={{ label: say('reading.larger'), keys: ['Alt', '+'], disabled: size >= readSizes.most }}
        onStep={resizeText}
      />
      <Steps
        name={say('reading.width')}
        value={say('reading.letters', { n: language === 'zh' ? characters : letters })}
        less={{
          label: say('reading.narrower'),
          keys: ['Alt', 'Shift', '-'],
          disabled: width <= readWidths.least,
        }}
        more={{
          label: say('reading.wider'),
          keys: ['Alt', 'Shift', '+'],
          disabled: width >= readWidths.most,
        }}
        onStep={widenLines}
      />
      <Button
        kind="plain"
        disabled={isUsual}
        onPress={() => settings.set({ readSize: readSizes.usual, readWidth: readWidths.usual })}
      >
        {say('reading.as-usual')}
      </Button>
    </div>
  );
}

interface Step {
  readonly label: string;
  readonly keys: readonly string[];
  readonly disabled: boolean;
}

interface StepsProps {
  readonly name: string;
  readonly value: string;
  readonly less: Step;
  readonly more: Step;
  readonly onStep: (steps: 1 | -1) => void;
}

function Steps({ name, value, less, more, onStep }: StepsProps) {
  return (
    <div className="look-row" role="group" aria-label={name}>
      <span className="q2">{name}</span>
      <IconButton icon={Minus} small {...less} onPress={() => onStep(-1)} />
      <span className="num look-value" aria-live="polite">
        {value}
      </span>
      <IconButton icon={Plus} small {...more} onPress={() => onStep(1)} />
    </div>
  );
}
