/** 第二轮: the county handed in again, without a process or a file. */
import { compareBooks } from '../../src/comparison';
import { readXlsx } from '../../src/hosts/file';
import { auditBook, BY_THE_SHEET, judgeBy } from '../../src/open-workbook';
import { askedTables, comparisonJson, type ComparisonJson, notComparedJson, roundJson } from '../../src/receipt';
import { bookIdentities, receivedBook, type ReceivedBook } from '../../src/roster';
import { type CountyFile, countyOf, handedInAgain, returned } from '../support/county';
import { inWholeRuns } from '../support/whole-run';

const judge = judgeBy(BY_THE_SHEET);
const audited = ({ path, bytes }: CountyFile): ReturnType<typeof auditBook> => auditBook(path, readXlsx(bytes), judge);
const receivedOf = (files: readonly CountyFile[]): readonly ReceivedBook[] =>
  files.map(({ path, bytes }) => receivedBook(path, readXlsx(bytes))).filter(({ tables }) => tables.length > 0);

describe.each([100, ...inWholeRuns(320)])('a county of %i handed in again, under other names and in other folders', (size) => {
  const county = countyOf({ units: size });
  const before = returned(county);
  const after = handedInAgain(county);
  const { same } = bookIdentities(receivedOf(before), receivedOf(after));
  const count = (state: string): number => county.units.filter(({ again }) => again === state).length;

  it('every workbook is known by whose it is', () => {
    const owners = [...same].map(([own, other]) => {
      const unit = county.units.find(({ code }) => own.includes(code))!;
      return [unit.name, other.includes(`第${unit.index + 1}号`) || other.includes(unit.name)];
    });
    expect(owners.filter(([, right]) => right !== true)).toEqual([]);
    // Whose sheet names nobody is known by no name but that of its folder, which is another now.
    const nameless = county.units.filter(
      ({ again, namedAs, project }) => again !== null && again !== 'not-yet' && namedAs === 'folder-only' && !project.name.includes('项目'),
    );
    expect(same.size).toBe(after.length - nameless.length);
  });

  it('counts what was corrected, what is still there and what was not handed in again', () => {
    const earlier = new Map([...same].map(([own, other]) => [other, own]));
    const comparisons = before.flatMap((file): readonly ComparisonJson[] => {
      const one = audited(file);
      if (one.review === null) return [];
      const own = after.find(({ path }) => path === earlier.get(file.path));
      if (own === undefined) return [notComparedJson(file.path, null, 'unmatched', '')];
      return [comparisonJson(file.path, own.path, compareBooks(one.review, audited(own).review!, 'resubmitted'))];
    });
    const asked = before.flatMap((file) => askedTables(audited(file).entries));
    const lost = after.length - same.size;
    const { counts, units } = roundJson(comparisons, asked);
    expect({ ...counts, corrected: counts.corrected + lost }).toEqual({
      asked: count('corrected') + count('still-wrong') + count('not-yet'),
      again: after.length - lost,
      corrected: count('corrected'),
      open: count('still-wrong'),
      unknown: 0,
      notYet: count('not-yet') + lost,
      withNew: 0,
    });
    expect(units.every(({ earlier: told, corrected, remaining, notAgain }) => told === corrected + remaining + notAgain)).toBe(true);
  });
});

const finding = (state: string, severity = 'mandatory', answer: string | null = null): unknown => ({
  id: state,
  severity,
  state,
  side: 'after',
  cell: { sheet: '表', address: 'A1' },
  message: '',
  answer: answer === null ? null : { state: answer },
});
const side = (unit: string | null): unknown => ({ sheet: '表', table: 'A1:B2', unit });
const compared = (unit: string | null, findings: readonly unknown[], later = true): ComparisonJson =>
  ({
    before: `${unit}.xlsx`,
    after: `${unit}2.xlsx`,
    status: 'ok',
    tables: [{ before: side(unit), after: later ? side(unit) : null, findings }],
  }) as never;

it.each([
  ['all corrected', [compared('甲', [finding('resolved'), finding('resolved')])], 'corrected'],
  ['explained', [compared('甲', [finding('remaining', 'advisory', 'explained')])], 'corrected'],
  ['a mandatory one is not settled by words', [compared('甲', [finding('remaining', 'mandatory', 'explained')])], 'open'],
  ['too vague', [compared('甲', [finding('remaining', 'advisory', 'vague')])], 'open'],
  ['on other values', [compared('甲', [finding('resolved'), finding('changed')])], 'open'],
  ['nobody can tell', [compared('甲', [finding('resolved'), finding('unchecked')])], 'unknown'],
  ['one of its tables was not handed in again', [compared('甲', [finding('resolved')]), compared('甲（盖章）', [], false)], 'open'],
  ['nothing was asked', [compared('甲', [])], undefined],
  ['nothing was asked, something is new', [compared('甲', [finding('new')])], 'not-asked'],
  ['corrected, and something is new', [compared('甲', [finding('resolved'), finding('new')])], 'corrected'],
  ['it cannot be read now', [{ ...notComparedJson('甲（盖章）.xlsx', '乙.xlsx', 'unreadable', '') }], 'unknown'],
  ['it did not come', [{ ...notComparedJson('甲（盖章）.xlsx', null, 'unmatched', '') }], 'not-yet'],
  ['something of nobody', [notComparedJson(null, '乙.xlsx', 'unmatched', '')], undefined],
] as const)('a unit: %s', (_, comparisons, state) => {
  const asked = [{ file: '甲（盖章）.xlsx', sheet: '表', table: 'A1:B2', unit: '甲（盖章）', asked: 2 }];
  const { units, counts } = roundJson(comparisons as readonly ComparisonJson[], asked);
  expect(units.map((unit) => unit.state)).toEqual(state === undefined ? [] : [state]);
  expect(counts.asked).toBe(state === undefined || state === 'not-asked' ? 0 : 1);
});
