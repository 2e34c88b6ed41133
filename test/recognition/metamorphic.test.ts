/** What a spreadsheet user may do to a form without changing what it says must not change what is read. */
import fc from 'fast-check';
import { recognise } from '../../src/recognition';
import type { ScoreTable } from '../../src/score-table/types';
import { CASES } from '../conformance/cases';
import { essence } from '../conformance/essence';
import { randomLayout, type Layout } from '../conformance/layout';
import { render, type Rendered } from '../conformance/render';
import { bookOfGrids, type Grid } from '../conformance/sheet';
import { show } from '../conformance/show';
import { insertCol, insertRow, reformat, unmerge } from '../conformance/transform';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 200);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20240515);

beforeAll(() => console.info(`metamorphic tests: seed ${SEED}, ${RUNS} runs each (FUZZ_SEED, FUZZ_RUNS)`));

const cases = fc.integer({ min: 0, max: CASES.length - 1 });
const layouts = fc.integer({ min: 1, max: 5000 }).map(randomLayout);

function read(grids: readonly Grid[]): ScoreTable[] {
  return [...recognise(bookOfGrids(grids)).tables];
}

/** The same reading, or a message that shows both sheets. */
function expectSame(before: Rendered, after: readonly Grid[]): void {
  const [one] = read(before.grids);
  const [two, ...more] = read(after);
  const sheets = (): string => `${show(before.grids[before.sheet]!)}\n--- became ---\n${show(after[before.sheet]!)}`;
  if (one === undefined || two === undefined || more.length > 0)
    throw new Error(
      `${before.table.id} ${before.layout.name}: tables ${one === undefined ? 0 : 1} → ${two === undefined ? 0 : 1 + more.length}\n${sheets()}`,
    );
  try {
    expect(essence(two)).toEqual(essence(one));
  } catch (error) {
    throw new Error(`${before.table.id} ${before.layout.name}\n${(error as Error).message}\n${sheets()}`);
  }
}

function withScoreSheet(rendered: Rendered, change: (grid: Grid) => Grid): Grid[] {
  return rendered.grids.map((grid, index) => (index === rendered.sheet ? change(grid) : grid));
}

function check(run: (rendered: Rendered, pick: number) => void, layout: (layout: Layout) => Layout = (one) => one): void {
  fc.assert(
    fc.property(cases, layouts, fc.integer({ min: 0, max: 1_000_000 }), (index, drawn, pick) =>
      run(render(CASES[index]!, layout(drawn)), pick),
    ),
    { seed: SEED, numRuns: RUNS },
  );
}

test('columns in another order', () => {
  check((rendered, pick) => {
    // Only the order may differ: remarks beside the total move with it, so they stand in a row of their own in both.
    const base: Layout = {
      ...rendered.layout,
      order: 'shuffled',
      seed: rendered.layout.seed * 2,
      headers: 'printed',
      totalLabel: 'printed',
      spacing: 'none',
    };
    const other: Layout = { ...base, seed: base.seed + 2 * (1 + (pick % 97)) };
    expectSame(render(rendered.table, base), render(rendered.table, other).grids);
  });
});

test('a blank row anywhere below the title', () => {
  check((rendered, pick) => {
    const rows = rendered.grids[rendered.sheet]!.rows.length;
    expectSame(
      rendered,
      withScoreSheet(rendered, (grid) => insertRow(grid, 1 + (pick % (rows - 1)))),
    );
  });
});

test('a blank column anywhere', () => {
  check((rendered, pick) => {
    const cols = Math.max(...rendered.grids[rendered.sheet]!.rows.map((row) => row.length));
    expectSame(
      rendered,
      withScoreSheet(rendered, (grid) => insertCol(grid, pick % (cols + 1))),
    );
  });
});

test('merged areas taken apart, a score over several rows excepted', () => {
  check((rendered, pick) => {
    const shared = rendered.truth.rows.some((row) => row.shares);
    expectSame(
      rendered,
      withScoreSheet(rendered, (grid) =>
        unmerge(grid, (index) => {
          const merge = grid.merges[index]!;
          return (merge.top === merge.bottom || !shared) && (pick >> (index % 17)) % 2 === 0;
        }),
      ),
    );
  });
});

test('other number formats that show the same figures', () => {
  const formats = ['General', '0.00', '0.00_ ', '#,##0.00', '@', '0.0###'];
  check((rendered, pick) =>
    expectSame(
      rendered,
      rendered.grids.map((grid) => reformat(grid, (row, col) => formats[(pick + row * 7 + col) % formats.length]!)),
    ),
  );
});

test('the order of sheets', () => {
  check((rendered) => expectSame(rendered, [...rendered.grids].reverse()));
});
