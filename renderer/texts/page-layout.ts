// Which lines of the open source are laid out, and where they stand: measured once, so that scrolling measures nothing.

/** UTF-16 units that are laid out before the text is shown: more than two large screens hold. */
const atOnce = 10_000;
/** Units laid out in one frame after that. */
const perFrame = 20_000;

/** Class of the lines that are laid out later. */
const later = 'later';

export class PageLayout {
  readonly #root: HTMLElement;
  readonly #scroller: HTMLElement;
  readonly #left = new AbortController();
  /** One per line, in order. */
  readonly #blocks: readonly HTMLElement[];
  /** How many of them are laid out. */
  #laidOut: number;
  /** Top of each line, px from the top of the first, as far as they are measured; and the bottom of the last of these. */
  readonly #tops: number[] = [];
  #bottom = 0;
  /** px from the top of the scrolled content to the first line. */
  #offset = 0;
  /** px of the window that the text is seen through, and how far it is scrolled. */
  #view = 0;
  #scrolled = 0;
  #width = 0;

  /** Lays out the first lines, or all of them: nobody waits for the others. */
  constructor(root: HTMLElement, scroller: HTMLElement, isWhole: boolean) {
    this.#root = root;
    this.#scroller = scroller;
    this.#blocks = Array.from(root.children, (block) => block as HTMLElement);
    this.#laidOut = isWhole ? this.#blocks.length : this.#endOf(0, atOnce);
    for (const block of this.#blocks.slice(this.#laidOut)) block.classList.add(later);
    // Kept from here: asked for while something else has just changed, it would have the page laid out at once.
    scroller.addEventListener('scroll', () => (this.#scrolled = scroller.scrollTop), {
      passive: true,
      signal: this.#left.signal,
    });
  }

  /** Follows the scrolling no more: another layout takes its place on the same scroller. */
  leave(): void {
    this.#left.abort();
  }

  get isWhole(): boolean {
    return this.#laidOut === this.#blocks.length;
  }

  /** Lays out so many more lines that the frame is not late. */
  layOutMore(): void {
    this.#layOutTo(this.#endOf(this.#laidOut, perFrame));
  }

  /** Lays out the lines up to this place among those that are shown. */
  layOutThrough(place: number): void {
    if (place >= this.#laidOut) this.#layOutTo(this.#endOf(place, perFrame));
  }

  /** Measures again: size or width of the text is another. What stood at the top of the window stands there again. */
  measureAgain(): void {
    const top = this.#scrolled - this.#offset;
    const place = this.#lineAt(top);
    const share = (top - this.#topOf(place)) / Math.max(1, this.#topOf(place + 1) - this.#topOf(place));
    this.#tops.length = 0;
    this.#measure();
    if (top <= 0) return;
    const height = this.#topOf(place + 1) - this.#topOf(place);
    this.#scroller.scrollTop = this.#offset + this.#topOf(place) + share * height;
    this.#scrolled = this.#scroller.scrollTop;
  }

  /** Scrolls so that this line stands at the top of the window. */
  showAtTop(place: number): void {
    this.layOutThrough(place);
    this.#measure();
    this.#scroller.scrollTop = this.#offset + this.#topOf(place);
    this.#scrolled = this.#scroller.scrollTop;
  }

  #topOf(place: number): number {
    return this.#tops[place] ?? this.#bottom;
  }

  /** True where the text has the size that was measured; to be asked when the browser tells of another size. */
  isAsMeasured(): boolean {
    const { width, height } = this.#root.getBoundingClientRect();
    this.#measure();
    const isSame = Math.abs(width - this.#width) < 0.5 && Math.abs(height - this.#bottom) < 1;
    return isSame && this.#scroller.clientHeight === this.#view;
  }

  /** px that the text is scrolled by. */
  get scrolled(): number {
    return this.#scrolled;
  }

  /** px of so many heights of the window. */
  screens(share: number): number {
    this.#measure();
    return this.#view * share;
  }

  /** Places of the first and the last line in sight, with `margin` px above and below. */
  inSight(margin: number): { readonly first: number; readonly last: number } {
    this.#measure();
    const top = this.#scrolled - this.#offset;
    const first = this.#lineAt(top - margin);
    return { first, last: Math.max(first, this.#lineAt(top + this.#view + margin)) };
  }

  /** Place of the line at a height, px from the top of the first; the nearest where there is none. */
  #lineAt(height: number): number {
    let low = 0;
    let high = this.#tops.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#tops[middle] ?? 0) <= height) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }

  #measure(): void {
    const known = this.#tops.length;
    if (known === this.#laidOut) return;
    const { top, width } = this.#root.getBoundingClientRect();
    for (let place = known; place < this.#laidOut; place++)
      this.#tops.push((this.#blocks[place]?.getBoundingClientRect().top ?? top) - top);
    this.#bottom = (this.#blocks[this.#laidOut - 1]?.getBoundingClientRect().bottom ?? top) - top;
    const { scrollTop, clientHeight } = this.#scroller;
    this.#offset = top - this.#scroller.getBoundingClientRect().top + scrollTop;
    this.#view = clientHeight;
    this.#scrolled = scrollTop;
    if (known === 0) this.#width = width;
  }

  #layOutTo(end: number): void {
    for (const block of this.#blocks.slice(this.#laidOut, end)) block.classList.remove(later);
    this.#laidOut = Math.max(this.#laidOut, end);
  }

  /** The place behind the line with which at least `units` are reached. */
  #endOf(start: number, units: number): number {
    let place = start;
    for (let rest = units; rest > 0 && place < this.#blocks.length; place++)
      rest -= 1 + (this.#blocks[place]?.textContent?.length ?? 0);
    return place;
  }
}
