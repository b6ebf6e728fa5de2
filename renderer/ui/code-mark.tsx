// A code's id on its tint; a dot with its hue and pattern.
import type { CodeLook } from '../code-look.ts';

export function CodeMark({ look, solid }: { readonly look: CodeLook; readonly solid?: boolean }) {
  return <span className={`id ${solid ? 'solid ' : ''}${look.className}`}>{look.mark}</span>;
}

export function CodeDot({ look }: { readonly look: CodeLook }) {
  return <i className={`dot ${look.className}`} aria-hidden />;
}
