import fc from 'fast-check';
import { idFrom, identified, type Identity } from '../../src/answers';
import { assess } from '../../src/assessment';
import { recognise } from '../../src/recognition';
import type { WorkbookSnapshot } from '../../src/workbook';
import { correctDraft, toCase, type Draft } from '../conformance/draft';
import { randomLayout } from '../conformance/layout';
import { MISTAKES } from '../conformance/mistakes';
import { Random } from '../conformance/random';
import { render, type Rendered } from '../conformance/render';
import { bookOfGrids, type Grid } from '../conformance/sheet';
import { insertCol, insertRow } from '../conformance/transform';
import { EXAMPLES, bookWith } from '../checks/examples';
import { publishedReviews, SAMPLE_NAMES, sampleReview } from '../results/reviews';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 60);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20240515);

interface Known extends Identity {
  readonly code: string;
}

function identitiesIn(book: WorkbookSnapshot): readonly Known[] {
  const assessments = recognise(book).tables.map((table, index) => assess(table, book, { first: index === 0 }));
  const all = identified(assessments, book);
  return assessments.flatMap(({ findings }, table) => findings.map(({ code }, index) => ({ code, ...all[table]![index]! })));
}

const byId = (all: readonly Known[]): readonly Known[] => [...all].sort((a, b) => (a.id < b.id ? -1 : 1));

/** A correct form with up to three mistakes in it; formulas are left out, for the test's own rows and columns do not move them. */
function faulty(seed: number): { readonly draft: Draft; readonly rendered: Rendered } {
  const draft = correctDraft(seed);
  const random = new Random(seed * 31 + 7);
  for (let count = 0; count < 3 && draft.total !== null; count += 1) random.pick(MISTAKES).put(draft, random);
  delete draft.total?.formula;
  return { draft, rendered: render(toCase(draft, 'seed'), randomLayout(seed)) };
}

const scoreSheet = ({ grids, sheet }: Rendered, change: (grid: Grid) => Grid): WorkbookSnapshot =>
  bookOfGrids(grids.map((grid, index) => (index === sheet ? change(grid) : grid)));

function hold(change: (seed: number, pick: number) => readonly [before: WorkbookSnapshot, after: WorkbookSnapshot] | null): number {
  let compared = 0;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(1_000_000), (seed, pick) => {
      const books = change(seed, pick);
      if (books === null) return;
      const [before, after] = books.map((book) => byId(identitiesIn(book)));
      // What is found is another test's business; where the same is found, it is known by the same.
      const codes = (all: readonly Known[]): string =>
        all
          .map(({ code }) => code)
          .sort()
          .join();
      if (codes(before!) !== codes(after!)) return;
      compared += before!.length;
      expect(after).toEqual(before);
    }),
    { seed: SEED, numRuns: RUNS },
  );
  return compared;
}

describe('ids and values hold', () => {
  it('when a row is inserted', () => {
    const compared = hold((seed, pick) => {
      const { rendered } = faulty(seed);
      const rows = rendered.grids[rendered.sheet]!.rows.length;
      return [bookOfGrids(rendered.grids), scoreSheet(rendered, (grid) => insertRow(grid, 1 + (pick % (rows - 1))))];
    });
    expect(compared).toBeGreaterThan(RUNS);
  });

  it('when a column is inserted', () => {
    const compared = hold((seed, pick) => {
      const { rendered } = faulty(seed);
      const cols = Math.max(...rendered.grids[rendered.sheet]!.rows.map((row) => row.length));
      return [bookOfGrids(rendered.grids), scoreSheet(rendered, (grid) => insertCol(grid, pick % cols))];
    });
    expect(compared).toBeGreaterThan(RUNS);
  });

  it('when sheets are renamed', () => {
    const compared = hold((seed, pick) => {
      const { rendered } = faulty(seed);
      return [bookOfGrids(rendered.grids), scoreSheet(rendered, (grid) => grid.named(`表${pick}`))];
    });
    expect(compared).toBeGreaterThan(RUNS);
  });

  it('when families of indicators stand in another order', () => {
    const compared = hold((seed, pick) => {
      const { draft, rendered } = faulty(seed);
      const families = [...new Set(draft.rows.map((row) => row.l1))];
      const turned = families.map((_, index) => families[(index + 1 + (pick % families.length)) % families.length]!);
      const rows = turned.flatMap((name) => draft.rows.filter((row) => row.l1 === name));
      const other = render(toCase({ ...draft, rows }, 'seed'), rendered.layout);
      return [bookOfGrids(rendered.grids), bookOfGrids(other.grids)];
    });
    expect(compared).toBeGreaterThan(RUNS / 2);
  });
});

describe('ids are unique in a workbook', () => {
  const unique = (all: readonly Identity[]): void => expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);

  it('of every published table, sample and example', async () => {
    for (const { review } of publishedReviews()) unique(review.tables.flatMap(({ answers }) => answers.findings));
    for (const name of SAMPLE_NAMES) unique((await sampleReview(name)).tables.flatMap(({ answers }) => answers.findings));
    for (const [, example] of EXAMPLES) unique(identitiesIn(bookWith(example, 'bad')));
  });

  it('of forms with several mistakes, and of two copies of one form', () => {
    for (let seed = 1; seed <= RUNS; seed += 1) {
      const { grids } = faulty(seed).rendered;
      unique(identitiesIn(bookOfGrids(grids)));
      unique(identitiesIn(bookOfGrids([...grids, ...grids.map((grid) => grid.named(`${grid.name}2`))])));
    }
  });
});

it('a changed score changes the values of its own findings, and of no other', () => {
  const sheet = (over: Readonly<Record<string, number | null>>): readonly Known[] =>
    identitiesIn(bookWith({ bad: { G9: 19, H9: '客观原因', G10: 9, H10: '客观原因', F14: null, ...over }, good: {} }, 'bad'));
  const before = new Map(sheet({}).map((one) => [one.id, one]));
  const after = sheet({ G9: 18 });
  const changed = after.filter((one) => before.get(one.id)?.values !== one.values).map(({ code }) => code);
  expect(after.map(({ id }) => id).sort()).toEqual([...before.keys()].sort());
  expect(changed).not.toEqual([]);
  expect(changed.filter((code) => !['boilerplate-reason', 'score-mismatch', 'total-score', 'met-target-deducted'].includes(code))).toEqual(
    [],
  );
  expect(changed.filter((code) => code === 'boilerplate-reason')).toHaveLength(1);
});

it('reads an id as people write it, and refuses a misread one', () => {
  const id = identitiesIn(bookWith(EXAMPLES[0]![1], 'bad'))[0]!.id;
  expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$/);
  expect(idFrom(id.toLowerCase().replace('-', ' '))).toBe(id);
  expect(idFrom(id.replace(/0/g, 'O').replace(/1/g, 'l'))).toBe(id);
  fc.assert(
    fc.property(fc.nat(5), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), (at, letter) => {
      const letters = [...id.replace('-', '')];
      fc.pre(letters[at] !== letter);
      letters[at] = letter;
      expect(idFrom(letters.join(''))).toBeNull();
    }),
    { seed: SEED },
  );
  expect([idFrom(''), idFrom('第3条'), idFrom('12345678')]).toEqual([null, null, null]);
});
