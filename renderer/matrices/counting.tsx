// How the numbers came about, beneath every table, in the reader's language. N first: it must be in sight where the rule is long.
import type { Ruled } from '../../shared/contract/matrices.ts';
import { ruleText, type RuleLine } from '../../shared/matrices/rule.ts';
import { useWords } from '../words.ts';

export function Counting({ rule }: Ruled) {
  const { language, say } = useWords();
  const scope = rule.findIndex(({ key }) => key.startsWith('rule.scope'));
  const text = (lines: readonly RuleLine[]): string => ruleText(language, lines);
  const space = say('rule.between');
  return (
    // It scrolls where it is long, so the keys must be able to reach it.
    <div className="rule counting-box" tabIndex={0} role="region" aria-label={say('tables.how-counted')}>
      <p className="counting">
        <b>{say('tables.how-counted')}</b>
        {space}
        <b>{text(rule.slice(scope, scope + 1))}</b>
        {space}
        {text(rule.slice(0, scope))}
        {space}
        {text(rule.slice(scope + 1))}
      </p>
    </div>
  );
}
