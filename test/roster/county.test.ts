/** The made-up county is what it says it is; what the desk makes of it is asserted in desk.test.ts. */
import { auditBook, BY_THE_SHEET, judgeBy } from '../../src/open-workbook';
import { readXlsx } from '../../src/hosts/file';
import { isDataSheet } from '../../src/recognition/data-sheet';
import { Grid } from '../../src/recognition/grid';
import { countyOf, handedIn, handedInAgain, listFile } from '../support/county';

const county = countyOf({ units: 40 });
const judge = judgeBy(BY_THE_SHEET);

it('is the same whenever it is made, and its names and codes are all different', () => {
  expect(handedIn(countyOf({ units: 40 }))).toEqual(handedIn(county));
  expect(listFile(countyOf({ units: 40 }))).toEqual(listFile(county));
  const whole = countyOf();
  for (const names of [whole.units.map(({ name }) => name), whole.units.map(({ project }) => project.code)])
    expect(new Set(names).size).toBe(320);
  const count = (test: (unit: (typeof whole.units)[number]) => boolean): number => whole.units.filter(test).length;
  expect([
    count(({ handed }) => !handed),
    count(({ handed, data }) => handed && data === 'none'),
    count(({ handed, needsReport, report }) => handed && needsReport && !report),
    count(({ twice }) => twice),
    count(({ mistaken }) => mistaken),
    count(({ again }) => again === 'corrected'),
    count(({ again }) => again === 'still-wrong'),
    count(({ handed, twice }) => !handed && twice),
  ]).toEqual([8, 5, 11, 3, 41, 30, 5, 0]);
});

it('a table is asked something where its total is made wrong, and nowhere else', () => {
  const asked = (files: ReturnType<typeof handedIn>): readonly string[] =>
    files.flatMap(({ path, bytes }) => {
      if (!path.endsWith('.xlsx') || path.endsWith('附件3.xlsx')) return [];
      const { entries } = auditBook(path, readXlsx(bytes), judge);
      return entries.flatMap((entry) =>
        entry.status === 'ok' ? entry.findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code) : [entry.status],
      );
    });
  const mistaken = county.units.filter((unit) => unit.mistaken);
  const twice = mistaken.filter((unit) => unit.twice).length;
  const codes = asked(handedIn(county));
  expect(codes).toEqual(codes.filter((code) => code === 'total-score'));
  expect(codes).toHaveLength(mistaken.length + twice);
  expect(asked(handedInAgain(county))).toHaveLength(county.units.filter(({ again }) => again === 'still-wrong').length);
});

it('a data sheet of its own file is known as one', () => {
  const own = handedIn(county).filter(({ path }) => path.endsWith('附件3.xlsx'));
  expect(own.length).toBeGreaterThan(4);
  for (const { bytes } of own) {
    const [sheet] = readXlsx(bytes).sheets;
    expect(isDataSheet(sheet!, new Grid(sheet!, 0))).toBe(true);
  }
});
