// A display of words (summaries, quotes, change) as it is in sight, laid out anew as tables for paper.

/** Tables of at most `most` columns beside the headings of the rows, which each of them repeats. */
export function displayTables(display: HTMLElement, most: number): readonly HTMLTableElement[] {
  const rows = [...display.querySelectorAll('[role=row], tr')].map((row) => [...row.children]);
  const columns = Math.max(0, ...rows.map((cells) => cells.length - 1));
  const parts = Math.max(1, Math.ceil(columns / most));
  return Array.from({ length: parts }, (_, part) => {
    const table = document.createElement('table');
    const [head, body] = [table.createTHead(), table.createTBody()];
    for (const [index, [heading, ...cells]] of rows.entries()) {
      const row = (index === 0 ? head : body).insertRow();
      const inPart = cells.slice(part * most, (part + 1) * most);
      for (const [place, cell] of [heading, ...inPart].entries())
        row.append(onPaper(cell, index === 0 || place === 0));
    }
    return table;
  });
}

function onPaper(cell: Element | undefined, isHeading: boolean): HTMLElement {
  const made = document.createElement(isHeading ? 'th' : 'td');
  made.append(...[...(cell?.childNodes ?? [])].map((node) => node.cloneNode(true)));
  return made;
}
