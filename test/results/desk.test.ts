import { newWorkbook, readXlsx } from '../../src/hosts/file';
import {
  laidOpinions,
  NO_OPINIONS,
  type OpinionBook,
  opinionTable,
  reviewedScores,
  rowsByKey,
  typedScore,
  withFinding,
  withOwn,
  withScore,
} from '../../src/opinions';
import type { TableJson } from '../../src/receipt';
import { type DeskTable, rectificationSheet, reviewSheet, reviewSummary } from '../../src/results';
import type { SheetEdit } from '../../src/workbook';
import { oneOf, WRONG } from '../opinions/support';

const entry = oneOf('甲/附件2.xlsx', WRONG);
const table = opinionTable(entry, null);
const desk = (book: OpinionBook, of: TableJson = entry): DeskTable => ({
  entry: of,
  opinions: laidOpinions(book, [of], () => null).on(of),
});
const keys = [...rowsByKey(entry).keys()];

/** Every row typed as its self-score, some otherwise. */
const scored = (own: Readonly<Record<string, string>>, rest = true): OpinionBook =>
  [...rowsByKey(entry)].reduce<OpinionBook>((book, [key, row]) => {
    const score = own[key] ?? (rest ? String(row.selfScore ?? '') : '');
    return score === '' ? book : withScore(book, table, key, { score });
  }, NO_OPINIONS);

/** The sheets as they are read back from a workbook: values by line. */
function linesOf(sheets: readonly SheetEdit[]): readonly (readonly (readonly unknown[])[])[] {
  const book = readXlsx(newWorkbook(sheets));
  return book.sheets.map((sheet) =>
    Array.from({ length: sheet.rows }, (_, row) =>
      [...sheet.cellsOfRow(row)].map(([, { value }]) => value).filter((value) => value !== null),
    ),
  );
}

test.each<[string, string | null]>([
  ['4.5', '4.5'],
  [' ４．５分 ', '4.5'],
  ['0', '0'],
  ['-1', '-1'],
  ['', null],
  ['约4', null],
  ['4.5.1', null],
  ['1e3', null],
])('复核分 as typed: %j', (text, value) => {
  expect(typedScore(text)?.toFixed() ?? null).toBe(value);
});

describe('复核分', () => {
  it('adds up only what was typed, and only when all of it was', () => {
    const some = reviewedScores(entry, desk(scored({ [keys[0]!]: '4' }, false)).opinions);
    expect([some.done, some.of, some.review, some.grade]).toEqual([1, 20, null, null]);
    const all = reviewedScores(entry, desk(scored({ [keys[0]!]: '2', [keys[1]!]: '1.5' })).opinions);
    expect([all.self?.toFixed(), all.review?.toFixed(), all.cut?.toFixed(), all.grade]).toEqual(['90', '93', '-3', '优']);
    expect(all.rows[0]).toMatchObject({ typed: '2' });
    expect(all.rows[0]!.cut?.toFixed()).toBe('3');
  });

  it('a number nobody can read counts as not typed, and stands as it was typed', () => {
    const one = reviewedScores(entry, desk(scored({ [keys[0]!]: '四分' })).opinions);
    expect([one.review, one.rows[0]!.typed, one.rows[0]!.review]).toEqual([null, '四分', null]);
  });

  it('the unit’s own column of 复核得分 is taken where it is there', () => {
    const indicators = entry.indicators.map((row) => ({ ...row, reviewScore: row.selfScore, cells: { ...row.cells, reviewScore: 'H4' } }));
    const own = { ...entry, indicators, totals: { ...entry.totals, review: 98 } };
    expect(reviewedScores(own, desk(scored({ [keys[0]!]: '1' }), own).opinions)).toMatchObject({ inSheet: true, done: 20 });
    expect(reviewedScores(own, desk(NO_OPINIONS, own).opinions).review?.toFixed()).toBe('98');
  });

  it('scores that are shares of shares are not added', () => {
    const indicators = entry.indicators.map((row) => ({ ...row, fullScore: 50 }));
    const odd = { ...entry, indicators };
    expect(reviewedScores(odd, desk(scored({}), odd).opinions)).toMatchObject({ review: null, grade: null });
  });
});

it('复核评分表: the rows, what was typed, the sum or why there is none', () => {
  const [part] = linesOf([reviewSheet(desk(withScore(scored({ [keys[0]!]: '3.5' }, false), table, keys[0]!, { why: '台账不全' })))]);
  expect(part![0]).toEqual(['2024年度复核评分表']);
  expect(part).toContainEqual(['1', '甲类走访', 5, 5, 3.5, 1.5, '台账不全']);
  expect(part).toContainEqual(expect.arrayContaining(['合计', '尚有 19 项未填复核分，不计合计']));
  const [whole] = linesOf([reviewSheet(desk(scored({ [keys[0]!]: '3' })))]);
  expect(whole).toContainEqual(expect.arrayContaining(['合计', 100, 90, 97.5, -7.5]));
});

it('复核汇总: tables with a 复核分, their change, pictures, details; nothing is filled in', () => {
  const graded = { ...entry, totals: { ...entry.totals, stated: 99.5, grade: { ...entry.totals.grade, stated: '优' } } };
  const own = Object.fromEntries(keys.slice(0, 3).map((key) => [key, '0']));
  const [overview, charts, rows] = linesOf(reviewSummary([desk(scored(own), graded), desk(NO_OPINIONS, { ...entry, unit: '乙局' })]));
  expect(overview).toContainEqual(['1', '示例市民政局', '—', '部门（单位）整体', '甲/附件2.xlsx', '20/20', 99.5, 84.5, 15, '优 → 良']);
  expect(JSON.stringify(overview)).not.toContain('乙局');
  expect(charts).toContainEqual(['80起', 1]);
  expect(charts).toContainEqual(['10以上', 1]);
  expect(rows!.filter((line) => line[0] === '示例市民政局')).toHaveLength(20);
  expect(linesOf(reviewSummary([]))[0]).toContainEqual(['还没有填写复核分的评分表。']);
});

it('整改台账: what was chosen by hand, with empty columns for people', () => {
  const [first, second] = entry.findings;
  let book = withFinding(NO_OPINIONS, [table, entry], first!, { ledger: true, words: '见附件' });
  book = withFinding(book, [table, entry], second!, { listed: true });
  book = withOwn(book, table, { place: null, text: '=HYPERLINK("x")', level: 'mandatory' });
  const { own } = book.tables[0]!;
  book = { ...book, tables: [{ ...book.tables[0]!, own: own.map((one) => ({ ...one, ledger: true })) }] };
  const [lines] = linesOf([rectificationSheet([desk(book)])]);
  const heading = lines!.findIndex((line) => line[0] === '序号');
  expect(lines![heading]!.slice(-5)).toEqual(['审核意见', '整改措施', '责任人', '时限', '销号']);
  const body = lines!.slice(heading + 1).filter((line) => /^\d+$/.test(String(line[0])));
  expect(body.map((line) => line.slice(1, 6))).toEqual([
    ['示例市民政局', '—', expect.stringContaining('甲/附件2.xlsx“表1”'), first!.id, first!.message],
    ['示例市民政局', '—', '甲/附件2.xlsx全表', own[0]!.id, '=HYPERLINK("x")'],
  ]);
  expect(body.map((line) => line.slice(6).filter((value) => value !== ''))).toEqual([['见附件'], []]);
  const gone = desk(book, { ...entry, findings: [] });
  expect(JSON.stringify(linesOf([rectificationSheet([gone])]))).toContain('已不再出现');
});
