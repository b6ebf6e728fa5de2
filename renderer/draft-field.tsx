// A field whose words are never lost: stored when it is left, kept while they are written, offered again where that failed.
import { useDraft, type DraftField as Writing } from './drafts.ts';
import { Button } from './ui/button.tsx';
import { Field, type FieldProps } from './ui/field.tsx';
import { useWords } from './words.ts';

interface DraftFieldProps extends Omit<FieldProps, 'value' | 'onChange' | 'onEnter' | 'onLeave'> {
  /** Names the field in the whole project; find-drafts.ts knows the way to it. */
  readonly about: string;
  readonly stored: string;
  /** Empty words are not stored: the stored ones stay. */
  readonly required?: boolean;
  /** Called with the new words; true when they were stored. */
  readonly store: (text: string) => Promise<boolean>;
  readonly onChange?: () => void;
}

export function DraftField({ about, stored, required = false, store, onChange, ...rest }: DraftFieldProps) {
  const draft = useDraft({ about, stored, required, store });
  return (
    <>
      <Field
        {...rest}
        value={draft.value}
        onChange={(text) => {
          draft.change(text);
          onChange?.();
        }}
        onEnter={draft.leave}
        onLeave={draft.leave}
      />
      <FoundWords draft={draft} />
    </>
  );
}

/** Words of an earlier time that were never stored, offered beside their field. */
export function FoundWords({ draft }: { readonly draft: Writing }) {
  const { say } = useWords();
  if (draft.found === null) return null;
  return (
    <div className="found-words small" role="group" aria-label={say('drafts.found')}>
      <span className="q2">{say('drafts.found')}</span>
      <p className="read">{draft.found}</p>
      <div className="hstack">
        <Button kind="plain" onPress={draft.takeFound}>
          {say('drafts.take')}
        </Button>
        <Button kind="plain" onPress={draft.dropFound}>
          {say('drafts.drop')}
        </Button>
      </div>
    </div>
  );
}
