/** 需修改事项 as it goes back: one whole text for each unit and file, beside the first of its tables. */
import type { Collected, TableRow } from './collect';
import { CONTINUED, NOTHING_TO_CHANGE, togetherWith } from './texts';

/** Letters of one cell; the program's own limit is 32,767. */
const MOST_LETTERS = 30_000;

/** For each table, in order, the cells of its text: one, or more where it is longer than a cell can hold. */
export function returnedTexts({ tables, nameOf }: Pick<Collected, 'tables' | 'nameOf'>): readonly (readonly string[])[] {
  const groups = new Map<string, number[]>();
  tables.forEach((table, index) => {
    if (table.changes === NOTHING_TO_CHANGE) return;
    const key = JSON.stringify([nameOf(table), table.file]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [index]);
    else known.push(index);
  });
  const texts: (readonly string[])[] = tables.map(() => [NOTHING_TO_CHANGE]);
  for (const [first, ...others] of groups.values()) {
    texts[first!] = inCells(textOf([first!, ...others].map((index) => tables[index]!)));
    for (const other of others) texts[other] = [togetherWith(first! + 1)];
  }
  return texts;
}

function textOf(tables: readonly TableRow[]): string {
  if (tables.length === 1) return tables[0]!.changes;
  return tables.map(({ sheet, changes }) => `「${sheet}」\n${changes}`).join('\n');
}

/** Cut at line ends only. */
function inCells(text: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  for (const line of text.split('\n')) {
    if (cell !== '' && cell.length + line.length >= MOST_LETTERS) {
      cells.push(cell);
      cell = CONTINUED;
    }
    cell += `${cell === '' ? '' : '\n'}${line}`;
  }
  return [...cells, cell];
}
