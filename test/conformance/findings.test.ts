import { assess } from '../../src/assessment/assess';
import { recognise } from '../../src/recognition';
import { CASES } from './cases';
import { compareFindings } from './findings';
import type { Layout } from './layout';
import { render } from './render';
import { layoutsOf, withoutFilledReview } from './results';
import { bookOfGrids } from './sheet';
import { show } from './show';

/** Random layouts for each case beside the named ones. */
const layouts = layoutsOf(Number(process.env['LAYOUTS'] ?? 6));

function differences(index: number, layout: Layout): string {
  const table = CASES[index]!;
  const rendered = render(table, withoutFilledReview(layout));
  const book = bookOfGrids(rendered.grids);
  const scoreTable = recognise(book).tables.find((one) => one.table.sheet === rendered.sheet);
  if (scoreTable === undefined) return 'not recognised';
  const { missing, unexpected } = compareFindings(rendered, assess(scoreTable, book, { first: true }), table.findings);
  const lines = [...missing.map((one) => `missing: ${one}`), ...unexpected.map((one) => `unexpected: ${one}`)];
  return lines.length === 0 ? '' : [...lines, show(rendered.grids[rendered.sheet]!)].join('\n');
}

describe.each(CASES.map((table, index) => [table.id, index] as const))('%s', (_id, index) => {
  test.each(layouts.map((layout) => [layout.name, layout] as const))('%s', (_name, layout) => {
    expect(differences(index, layout)).toBe('');
  });
});
