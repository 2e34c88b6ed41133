import { readXlsx } from '../../src/hosts/file';
import { recognise } from '../../src/recognition';
import { CASES } from './cases';
import { compare } from './compare';
import type { Layout } from './layout';
import { render } from './render';
import { layoutsOf } from './results';
import { bookOfGrids, xlsxOfGrids } from './sheet';
import { show } from './show';

/** Random layouts for each case beside the named ones. */
const layouts = layoutsOf(Number(process.env['LAYOUTS'] ?? 6));

function differences(caseIndex: number, layout: Layout): string[] {
  const rendered = render(CASES[caseIndex]!, layout);
  const found = recognise(bookOfGrids(rendered.grids));
  const table = found.tables.find((one) => one.table.sheet === rendered.sheet);
  if (table === undefined) return [`not recognised: ${found.doubts.map((doubt) => doubt.what).join('; ')}`, show(rendered.grids[rendered.sheet]!)];
  const wrong = [...compare(rendered.truth, table).wrong];
  if (found.tables.length !== 1) wrong.push(`tables: expected 1, got ${found.tables.length}`);
  return wrong.length === 0 ? [] : [...wrong, show(rendered.grids[rendered.sheet]!)];
}

describe.each(CASES.map((table, index) => [table.id, index] as const))('%s', (_id, index) => {
  test.each(layouts.map((layout) => [layout.name, layout] as const))('%s', (_name, layout) => {
    expect(differences(index, layout).join('\n')).toBe('');
  });
});

test('real files by an independent writer are recognised alike', async () => {
  for (const [index, table] of CASES.entries()) {
    const rendered = render(table, layouts[index % layouts.length]!);
    const book = readXlsx(await xlsxOfGrids(rendered.grids));
    const found = recognise(book).tables.find((one) => one.table.sheet === rendered.sheet);
    expect(found === undefined ? ['not recognised'] : compare(rendered.truth, found).wrong).toEqual([]);
  }
});
