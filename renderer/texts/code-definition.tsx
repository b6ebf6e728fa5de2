// What a code means: definition, when to use it and when not, an example.
import type { ListedCode } from './counts.tsx';
import { useWords } from '../words.ts';

export function CodeDefinition({ code }: { readonly code: ListedCode | null }) {
  const { say } = useWords();
  if (!code) return <div className="code-definition" />;
  const { definition, useWhen, notWhen, example, alsoName } = code;
  const isBare = !definition && !useWhen && !notWhen && !example;
  return (
    <div className="code-definition" aria-live="polite">
      <p className="strong">{definition ?? code.name}</p>
      {alsoName ? <p className="q">{alsoName}</p> : null}
      {useWhen ? (
        <p>
          <b>{say('texts.use-when')}</b> {useWhen}
        </p>
      ) : null}
      {notWhen ? (
        <p>
          <b>{say('texts.not-when')}</b> {notWhen}
        </p>
      ) : null}
      {example ? <p className="read">“{example}”</p> : null}
      {isBare ? <p className="q">{say('texts.no-definition')}</p> : null}
    </div>
  );
}
