// Stripes of the codings in sight, as buttons beside the text, with id and name where they begin.
import { memo, useMemo, type KeyboardEvent } from 'react';
import { paragraphAt } from '../../shared/text/positions.ts';
import { useWords } from '../words.ts';
import { chooseCoding, quoteOf } from './coding-acts.ts';
import type { OpenSource, ShownCoding } from './open-source.ts';
import type { Page } from './page.ts';
import { desk } from './room.ts';
import { usePainting, type Stripe } from './use-painting.ts';

/** px */
const laneStep = 8;
const tipStep = 17;
/** A name that would stand further below its stripe's beginning than this is left out; it is in the button's title. */
const farthest = 90;
const mostLanes = 8;
const mostLanesWhenNarrow = 4;
const narrowWindow = 1360;

interface StripesProps {
  readonly page: Page | null;
  readonly open: OpenSource;
}

export function Stripes({ page, open }: StripesProps) {
  const { say } = useWords();
  const stripes = usePainting(page, open);
  const most = innerWidth > narrowWindow ? mostLanes : mostLanesWhenNarrow;
  const shown = stripes.filter(({ coding }) => coding.lane < most);
  const hidden = useMemo(() => beyond(stripes, most), [stripes, most]);
  const lanes = Math.max(0, ...shown.map(({ coding }) => coding.lane + 1));
  const tips = placeTips([...shown, ...hidden.map(({ stripe }) => ({ ...stripe, isOn: true }))]);
  const current = shown.find(({ isOn }) => isOn) ?? shown[0];
  return (
    <div className="stripes" role="group" aria-label={say('texts.stripes')}>
      {shown.map((stripe) => (
        <StripeButton
          key={stripe.coding.id}
          stripe={stripe}
          takesTab={stripe === current}
          quote={firstWords(quoteOf(open, stripe.coding))}
          paragraph={paragraphAt(open.paragraphs, stripe.coding.start)}
        />
      ))}
      {shown.map((stripe) => {
        const top = tips.get(stripe.coding.id);
        if (top === undefined) return null;
        return <StripeName key={stripe.coding.id} stripe={stripe} top={top} lanes={lanes} />;
      })}
      {hidden.map(({ stripe, count }) => (
        <button
          key={stripe.coding.id}
          className="more-stripes"
          style={{ top: tips.get(stripe.coding.id) ?? stripe.top, left: lanes * laneStep + 4 }}
          aria-label={say('texts.more-stripes', { n: count })}
          onClick={() => desk.page?.select({ start: stripe.coding.start, end: stripe.coding.start })}
          tabIndex={-1}
        >
          +{count}
        </button>
      ))}
    </div>
  );
}

interface StripeButtonProps {
  readonly stripe: Stripe;
  readonly takesTab: boolean;
  readonly quote: string;
  readonly paragraph: number;
}

const StripeButton = memo(function StripeButton({ stripe, takesTab, quote, paragraph }: StripeButtonProps) {
  const { say } = useWords();
  const { coding, top, height, isOn } = stripe;
  const code = nameOf(coding);
  return (
    <button
      className={`lane ${coding.look.className}${isOn ? ' on' : ''}`}
      style={{ top, height, left: coding.lane * laneStep }}
      tabIndex={takesTab ? 0 : -1}
      title={code}
      aria-label={say('texts.stripe', { code, quote, paragraph })}
      aria-pressed={isOn}
      onClick={() => chooseCoding(coding)}
      onKeyDown={moveAmongStripes}
    />
  );
});

interface StripeNameProps {
  readonly stripe: Stripe;
  readonly top: number;
  /** Of the stripes in sight, beside which the names stand. */
  readonly lanes: number;
}

const StripeName = memo(function StripeName({ stripe: { coding, isOn }, top, lanes }: StripeNameProps) {
  return (
    <div
      className={`tip ${coding.look.className}${isOn ? ' on' : ''}`}
      style={{ top, left: lanes * laneStep + 6, maxWidth: `calc(100% - ${lanes * laneStep - 8}px)` }}
      aria-hidden
      onClick={() => chooseCoding(coding)}
    >
      <b>{coding.look.mark}</b>
      <span>{coding.name}</span>
    </div>
  );
});

/** Tops of the names, pushed down where two would meet; codings whose name found no place are missing. */
function placeTips(stripes: readonly Stripe[]): ReadonlyMap<string, number> {
  const tips = new Map<string, number>();
  let free = -Infinity;
  // The coding that is brought out has its name in any case, and what has no lane its number.
  for (const { coding, top, isOn } of stripes.toSorted((a, b) => a.top - b.top)) {
    const place = Math.max(top - 1, free);
    if (place - top > farthest && !isOn) continue;
    tips.set(coding.id, place);
    free = place + tipStep;
  }
  return tips;
}

/** Stripes beyond the lanes that have room, gathered where they begin. */
function beyond(
  stripes: readonly Stripe[],
  most: number,
): { readonly stripe: Stripe; readonly count: number }[] {
  const groups = new Map<number, { stripe: Stripe; count: number }>();
  for (const stripe of stripes) {
    if (stripe.coding.lane < most) continue;
    const place = Math.floor(stripe.top / 40);
    const group = groups.get(place);
    if (group) group.count += 1;
    else groups.set(place, { stripe, count: 1 });
  }
  return [...groups.values()];
}

function moveAmongStripes(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (event.key === 'Escape') desk.page?.root.focus({ preventScroll: true });
  if (step === undefined || event.altKey) return;
  const stripes = [...(event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('.lane') ?? [])];
  stripes[stripes.indexOf(event.currentTarget) + step]?.focus();
  event.preventDefault();
}

function nameOf({ look, name }: ShownCoding): string {
  return name.startsWith(look.mark) ? name : `${look.mark} ${name}`;
}

function firstWords(quote: string): string {
  return quote.length > 40 ? `${quote.slice(0, 40)}…` : quote;
}
