// The colour of a code: one of the ten hues, or that of its family.
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { CodeEntry } from '../../shared/contract/coding.ts';
import { act } from '../acts.ts';
import { chosenHue, hueColors, hues, patterns, type CodeLook } from '../code-look.ts';
import { Button } from '../ui/button.tsx';
import { useWords } from '../words.ts';

interface CodeColorProps {
  readonly code: CodeEntry;
  readonly look: CodeLook;
}

export function CodeColor({ code, look }: CodeColorProps) {
  const { say } = useWords();
  const set = (color: string | null): void => void act('codes.update', { code: code.uid, color });
  return (
    <RadioGroup
      className="code-color"
      orientation="horizontal"
      value={look.hue}
      onChange={(chosen) => {
        const hue = hues.find((each) => each === chosen);
        if (hue) set(hueColors[hue]);
      }}
    >
      <Label className="label">{say('codebook.color')}</Label>
      <div className="swatches">
        {hues.map((hue) => (
          <Radio key={hue} value={hue} className="swatch" aria-label={say(`codebook.hue-${hue}`)}>
            <i className={`dot c ${hue} ${patterns[hue].stripe} s2`} aria-hidden />
          </Radio>
        ))}
      </div>
      {chosenHue(code) === null ? (
        <span className="small q">{say(code.depth === 1 ? 'codebook.by-place' : 'codebook.of-family')}</span>
      ) : (
        <Button kind="plain" onPress={() => set(null)}>
          {say(code.depth === 1 ? 'codebook.to-place' : 'codebook.to-family')}
        </Button>
      )}
    </RadioGroup>
  );
}
