// How the numbers came about, beneath every table, in the reader's language. N first: it must be in sight where the rule is long.
import { ChevronDown, ChevronUp } from 'lucide-react';
import type { Ruled } from '../../shared/contract/matrices.ts';
import { ruleText, type RuleLine } from '../../shared/matrices/rule.ts';
import { settings } from '../settings.ts';
import { useStore } from '../store.ts';
import { IconButton } from '../ui/button.tsx';
import { useWords } from '../words.ts';

export function Counting({ rule }: Ruled) {
  const { language, say } = useWords();
  const wholeRule = useStore(settings, (state) => state.wholeRule);
  const scope = rule.findIndex(({ key }) => key.startsWith('rule.scope'));
  const text = (lines: readonly RuleLine[]): string => ruleText(language, lines);
  const space = say('rule.between');
  return (
    <div className="rule counting-box" role="region" aria-label={say('tables.how-counted')}>
      {/* Folded it is cut for the eye alone. Whole it may scroll, so the keys must be able to reach it. */}
      <p className={wholeRule ? 'counting whole' : 'counting'} tabIndex={wholeRule ? 0 : undefined}>
        <b>{say('tables.how-counted')}</b>
        {space}
        <b>{text(rule.slice(scope, scope + 1))}</b>
        {space}
        {text(rule.slice(0, scope))}
        {space}
        {text(rule.slice(scope + 1))}
      </p>
      <IconButton
        icon={wholeRule ? ChevronDown : ChevronUp}
        small
        label={say(wholeRule ? 'tables.fold-rule' : 'tables.whole-rule')}
        onPress={() => settings.set({ wholeRule: !wholeRule })}
      />
    </div>
  );
}
