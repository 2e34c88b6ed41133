import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { editWorkbook, readWorkbook } from '../../src/hosts/file';
import { DEFAULT_OPTIONS, planRecalc, type RecalcOptions } from '../../src/recalc';
import { correctDraft, toCase } from '../conformance/draft';
import { randomLayout } from '../conformance/layout';
import { render } from '../conformance/render';
import { xlsxOfGrids } from '../conformance/sheet';
import { contentOf } from '../../src/workbook/contents';
import { sumCells } from './generated';
import { assessBook } from './support';

const SAMPLES = path.resolve(__dirname, '../../samples');
const SHEETS = 20;

/** Written, then undone: parts of sheets that are not byte for byte what they were. */
async function differingParts(
  bytes: Uint8Array,
  options: RecalcOptions,
): Promise<{ readonly cells: number; readonly parts: readonly string[] }> {
  const { cells } = planRecalc(await readWorkbook(bytes), assessBook, options);
  const edited = editWorkbook(bytes, { cells });
  if (!edited.ok) throw new Error(edited.why);
  const undone = editWorkbook(edited.bytes, edited.undo);
  if (!undone.ok) throw new Error(undone.why);
  const [before, after] = [unzipSync(bytes), unzipSync(undone.bytes)];
  const sheets = Object.keys(before).filter((name) => /worksheets\/[^/]+\.xml$/.test(name));
  return { cells: cells.length, parts: sheets.filter((name) => Buffer.compare(before[name]!, after[name]!) !== 0) };
}

/** A generated sheet whose sums are blank. */
async function withoutSums(seed: number): Promise<Uint8Array> {
  const { grids } = render(toCase(correctDraft(seed), `undo-${seed}`), randomLayout(seed));
  const bytes = await xlsxOfGrids(grids);
  const book = await readWorkbook(bytes);
  const [first] = assessBook(book);
  const edited = editWorkbook(bytes, {
    cells: sumCells(first!.scoreTable, book).map((at) => ({ at, before: contentOf(book, at), after: { kind: 'blank' }, reason: '' })),
  });
  if (!edited.ok) throw new Error(edited.why);
  return edited.bytes;
}

test.each(['项目自评_正确.xlsx', '项目自评_有误.xlsx', '部门整体自评_湛江2024.xlsx'])('the sample %s', async (name) => {
  const bytes = new Uint8Array(readFileSync(path.join(SAMPLES, name)));
  for (const options of [DEFAULT_OPTIONS, { scores: 'all', raise: true, totals: 'formula' } as const]) {
    expect((await differingParts(bytes, options)).parts).toEqual([]);
  }
});

test(`${SHEETS} generated sheets`, async () => {
  let cells = 0;
  for (let seed = 1; seed <= SHEETS; seed += 1) {
    const result = await differingParts(await withoutSums(seed), DEFAULT_OPTIONS);
    cells += result.cells;
    expect(result.parts).toEqual([]);
  }
  expect(cells).toBeGreaterThan(SHEETS / 2);
});
