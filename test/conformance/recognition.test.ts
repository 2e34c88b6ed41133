import { readXlsx } from '../../src/hosts/file';
import { recognise } from '../../src/recognition';
import { CASES } from './cases';
import { compare } from './compare';
import { essence } from './essence';
import type { Layout } from './layout';
import { render } from './render';
import { layoutsOf } from './results';
import { bookOfGrids, Grid, xlsxOfGrids } from './sheet';
import { show } from './show';

/** Random layouts for each case beside the named ones. */
const layouts = layoutsOf(Number(process.env['LAYOUTS'] ?? 6));

function differences(caseIndex: number, layout: Layout): string[] {
  const rendered = render(CASES[caseIndex]!, layout);
  const found = recognise(bookOfGrids(rendered.grids));
  const table = found.tables.find((one) => one.table.sheet === rendered.sheet);
  if (table === undefined)
    return [`not recognised: ${found.doubts.map((doubt) => doubt.what).join('; ')}`, show(rendered.grids[rendered.sheet]!)];
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

/** The forms that stand alone on their sheet. */
const single = CASES.filter((table) => table.dataSheet === undefined);

test('all forms in one workbook, a sheet each, are read as each by itself', () => {
  for (const layout of layouts) {
    const rendered = single.map((table) => render(table, layout));
    const found = recognise(bookOfGrids(rendered.map((one, index) => one.grids[0]!.named(`表${index + 1}`)))).tables;
    expect(found.map((one) => one.table.sheet)).toEqual(single.map((_, index) => index));
    expect(found.map((one) => [one.table.number, one.table.of])).toEqual(single.map((_, index) => [index + 1, single.length]));
    expect(
      found.flatMap((one, index) =>
        compare(rendered[index]!.truth, one).wrong.map((wrong) => `${single[index]!.id} ${layout.name}: ${wrong}`),
      ),
    ).toEqual([]);
  }
});

/** A lower form without project or money line may take them from the sheet's head: not compared. */
function readings(grids: readonly Grid[]): string[] {
  return recognise(bookOfGrids(grids)).tables.map((table) => JSON.stringify({ ...(essence(table) as object), project: null, money: null }));
}

test('two forms one below the other in a sheet are two tables, each read as by itself', () => {
  const wrong: string[] = [];
  for (const [index, upper] of single.entries()) {
    const lower = single[(index + 5) % single.length]!;
    for (const drawn of layouts) {
      const layout = { ...drawn, hiddenHelper: false, leftMargin: false };
      const [one, two] = [render(upper, layout).grids[0]!, render(lower, layout).grids[0]!];
      const both = new Grid('自评表');
      both.append(one, 0);
      both.append(two, one.rows.length + 2);
      const alone = [...readings([one]), ...readings([two])];
      const found = readings([both]);
      if (found.join() !== alone.join()) wrong.push(`${upper.id} over ${lower.id}, ${layout.name}: ${found.length} tables`);
    }
  }
  expect(wrong).toEqual([]);
});
