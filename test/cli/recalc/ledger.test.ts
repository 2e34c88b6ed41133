import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readWorkbook } from '../../../src/hosts/file';
import type { LedgerJson } from '../../../src/receipt';
import { contentOf } from '../../../src/workbook/contents';
import { parseA1 } from '../../../src/workbook/address';
import { Dec } from '../../../src/workbook/decimal';
import type { Content } from '../../../src/workbook/write-plan';
import type { WorkbookSnapshot } from '../../../src/workbook/types';
import { projectRows, xlsx } from '../fixtures/books';
import { build, jihe, Place, type Ran } from '../program';

let place: Place;

beforeAll(build);
beforeEach(async () => {
  place = new Place();
  const rows: Parameters<typeof xlsx>[0][number][] = projectRows({ lastScore: null });
  rows.push([], ['备查得分', null, null, null, null, null, { formula: 'G13/100', result: 0.98 }]);
  rows[4]![6] = null;
  rows[12]![6] = { formula: 'SUM(G8:G12,H5)', result: 90 };
  place.put('表.xlsx', await xlsx(rows));
});
afterEach(() => {
  place.remove();
});

const recalc = (...args: readonly string[]): Ran => jihe(['recalc', '表.xlsx', '--out', '新.xlsx', ...args], place.folder);
const bytes = (name: string): Uint8Array => new Uint8Array(readFileSync(place.at(name)));
const ledger = (): LedgerJson => JSON.parse(readFileSync(place.at('记录.json'), 'utf8')) as LedgerJson;
const sha256 = (name: string): string => createHash('sha256').update(bytes(name)).digest('hex');

type Json = LedgerJson['changes'][number]['before'];
function json(content: Content): Json {
  if (content.kind === 'blank') return null;
  const value = content.kind === 'formula' ? content.stored : content.value;
  const plain = value instanceof Dec ? value.toNumber() : value;
  return content.kind === 'formula' ? { formula: `=${content.formula}`, value: plain } : plain;
}

/** What each cell of the first sheet holds, by its address. */
function cells(book: WorkbookSnapshot): ReadonlyMap<string, Json> {
  const { rows, cols } = book.sheets[0]!;
  const held = new Map<string, Json>();
  for (let row = 0; row < rows; row += 1)
    for (let col = 0; col < cols; col += 1) {
      const content = json(contentOf(book, { sheet: 0, row, col }));
      if (content !== null) held.set(`${row},${col}`, content);
    }
  return held;
}

test('undoing what it lists gives the cells of the input again', async () => {
  expect(recalc('--ledger', '记录.json').status).toBe(0);
  const { changes, input, output, tables } = ledger();
  expect([input.sha256, output.sha256]).toEqual([sha256('表.xlsx'), sha256('新.xlsx')]);
  expect(changes.map(({ cell, part }) => `${cell} ${part}`)).toEqual(['G5 rate', 'G12 score', 'G15 stored', 'G13 stored']);
  expect(changes.find(({ part }) => part === 'score')!.arithmetic).not.toBeNull();
  expect(tables).toHaveLength(1);
  const undone = new Map(cells(await readWorkbook(bytes('新.xlsx'))));
  for (const { cell, before, after } of changes) {
    const at = parseA1(cell)!;
    const key = `${at.row},${at.col}`;
    expect([cell, undone.get(key)]).toEqual([cell, after]);
    if (before === null) undone.delete(key);
    else undone.set(key, before);
  }
  expect(Object.fromEntries(undone)).toEqual(Object.fromEntries(cells(await readWorkbook(bytes('表.xlsx')))));
});

test('is the same from run to run, and goes over nothing that is not ours', () => {
  recalc('--ledger', '记录.json');
  const first = readFileSync(place.at('记录.json'), 'utf8');
  expect(recalc('--ledger', '记录.json').status).toBe(0);
  expect(readFileSync(place.at('记录.json'), 'utf8')).toBe(first);
  place.put('别的.json', '{"不是":"我们的"}');
  for (const [target, said] of [
    ['别的.json', '没有覆盖'],
    ['新.xlsx', '--ledger 和 --out 指向同一个文件'],
  ] as const) {
    const { status, stderr } = recalc('--ledger', target);
    expect([status, stderr.includes(said) ? said : stderr]).toEqual([2, said]);
  }
});
