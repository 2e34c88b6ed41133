/** 「2.60%以下的得2分」 behind 「1.…」: a number of the list and 60%, not 2.60%. */

/** A number and a point where a statement may begin. */
const NUMBERED = /(?<=^|[\n;。])(\d{1,2})\.(?=(\d?))/g;
/** So many in a row are a list, though each of them might be a figure. */
const SURELY_LIST = 3;

interface Numbered {
  readonly number: number;
  readonly point: number;
  /** A digit follows, so that it might be a figure. */
  readonly unsure: boolean;
  readonly ownLine: boolean;
}

function found(text: string): readonly Numbered[] {
  return [...text.matchAll(NUMBERED)].map((match) => ({
    number: Number(match[1]),
    point: match.index + match[1]!.length,
    unsure: match[2] !== '',
    ownLine: match.index === 0 || text[match.index - 1] === '\n',
  }));
}

/** 1., 2., 3. … in the order of the text, from the first 1. */
function inARow(all: readonly Numbered[]): readonly Numbered[] {
  const row: Numbered[] = [];
  for (const one of all) if (one.number === row.length + 1) row.push(one);
  return row;
}

/** The points in `chars` that stand behind a number of a list become 、; the rest stays. */
export function partNumbering(chars: string[]): void {
  const row = inARow(found(chars.join('')));
  if (!row.some(({ unsure }) => unsure) || row.length < 2) return;
  const isList = row.some(({ unsure }) => !unsure) || row.length >= SURELY_LIST || row.every(({ ownLine }) => ownLine);
  if (isList) for (const { point } of row) chars[point] = '、';
}
