/** Blocks of cells as text: tabs between cells, lines between rows, cells with either in quotes, as spreadsheet programs write it. */

const MOST_CELLS = 200_000;

export function blockText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quoted).join('\t')).join('\n');
}

function quoted(text: string): string {
  return /["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The block a text is; a last line end is no row of its own. null: more than can be taken at once. */
export function blockOf(text: string): readonly (readonly string[])[] | null {
  const rows: string[][] = [[]];
  const body = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  let at = 0;
  let count = 0;
  while (at <= body.length) {
    const { cell, next } = readCell(body, at);
    rows[rows.length - 1]!.push(cell);
    count += 1;
    if (count > MOST_CELLS) return null;
    if (body[next] === '\n') rows.push([]);
    at = next + 1;
  }
  return rows;
}

function readCell(body: string, from: number): { cell: string; next: number } {
  if (body[from] === '"') {
    const end = closingQuote(body, from + 1);
    const next = end + 1;
    // A quote sign that opens no quoted cell is a character like others.
    if (end >= 0 && (next >= body.length || body[next] === '\t' || body[next] === '\n'))
      return { cell: body.slice(from + 1, end).replaceAll('""', '"'), next };
  }
  let next = from;
  while (next < body.length && body[next] !== '\t' && body[next] !== '\n') next += 1;
  return { cell: body.slice(from, next), next };
}

function closingQuote(body: string, from: number): number {
  for (let at = from; at < body.length; at += 1) {
    if (body[at] !== '"') continue;
    if (body[at + 1] !== '"') return at;
    at += 1;
  }
  return -1;
}
