// Where the latest window stood on the screen, kept beside the settings for the next start.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const pixels = z.int().min(-100_000).max(100_000);
const place = z.object({
  x: pixels,
  y: pixels,
  width: pixels.min(200),
  height: pixels.min(150),
  isMaximized: z.boolean(),
});
export type WindowPlace = z.infer<typeof place>;

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The place of the latest window, in screen pixels; null where none is kept or what is kept makes no sense. */
export function readPlace(folder: string): WindowPlace | null {
  try {
    return place.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
  } catch {
    return null;
  }
}

export function keepPlace(folder: string, kept: WindowPlace): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${fileIn(folder)}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(kept), { mode: 0o600 });
  renameSync(draft, fileIn(folder));
}

/** Whether enough of the window's title stands on one of the `screens` to take hold of it. */
export function canBeReached({ x, y, width }: WindowPlace, screens: readonly Area[]): boolean {
  const grip = { left: x + 50, right: x + width - 50, top: y };
  return screens.some(
    (area) =>
      grip.right > area.x &&
      grip.left < area.x + area.width &&
      grip.top >= area.y &&
      grip.top < area.y + area.height - 20,
  );
}

function fileIn(folder: string): string {
  return join(folder, 'window.json');
}
