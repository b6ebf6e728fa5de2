// From what it was to what it is, as an arrow that rises, falls or lies; its words and numbers stand beside it.
import type { MatrixAnswer } from '../../../shared/contract/matrices.ts';

interface ArrowProps {
  readonly measure: MatrixAnswer['measure'];
  readonly before: number;
  readonly after: number;
}

const width = 74;
const height = 56;
const [top, bottom, left, right] = [10, 46, 14, 62];

export function ChangeArrow({ measure, before, after }: ArrowProps) {
  const [low, high] = rangeOf(measure, before, after);
  const y = (value: number): number => bottom - ((value - low) / (high - low || 1)) * (bottom - top);
  const [from, to] = [y(before), y(after)];
  const angle = Math.atan2(to - from, right - left);
  const tip = (turn: number): string => {
    const [x, down] = [right - 9 * Math.cos(angle + turn), to - 9 * Math.sin(angle + turn)];
    return `${x.toFixed(1)} ${down.toFixed(1)}`;
  };
  const tone = after > before ? 'var(--plus)' : after < before ? 'var(--minus)' : 'var(--ink-3)';
  const shaft = { x: right - 7 * Math.cos(angle), y: to - 7 * Math.sin(angle) };
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden>
      <path
        d={`M4 ${bottom}H70M4 ${(top + bottom) / 2}H70M4 ${top}H70`}
        stroke="var(--line-strong)"
        strokeDasharray="1 3"
      />
      <path d={`M${left} ${from}L${shaft.x} ${shaft.y}`} stroke={tone} strokeWidth="2.4" fill="none" />
      <path d={`M${right} ${to}L${tip(0.45)}L${tip(-0.45)}z`} fill={tone} />
      <circle cx={left} cy={from} r="3.5" fill="var(--paper)" stroke="var(--ink-2)" strokeWidth="1.5" />
    </svg>
  );
}

/** Levels stand between 1 and 3, shares between 0 and 1; other measures between 0 and the greater of the two. */
function rangeOf(measure: MatrixAnswer['measure'], before: number, after: number): readonly [number, number] {
  if (measure === 'median-level' || measure === 'mean-level') return [1, 3];
  if (measure === 'presence') return [0, 1];
  return [Math.min(0, before, after), Math.max(before, after)];
}
