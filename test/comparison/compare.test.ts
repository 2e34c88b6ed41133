import { formSheet, HEAD, ROWS, TOTAL } from '../support/audited';
import type { TestCell } from '../support/sheets';
import { changesOf, compared, jsonOf, statesOf } from './support';

/** The form with one more column in front and two rows above, under another name, families in another order. */
function moved(): ReturnType<typeof formSheet> {
  const [a, b, c, d] = ROWS.map((row) => ['', ...row]);
  const sheet = formSheet({
    name: '二次报送',
    head: ['序号', ...HEAD],
    rows: [c!, d!, a!, b!],
    total: [null, ...TOTAL],
  });
  return sheet;
}

it('finds nothing in the same workbook', () => {
  const { rows, same, scoresDiffer } = jsonOf({}, {}).tables[0]!;
  expect([rows, scoresDiffer]).toEqual([[], false]);
  expect(same).toBeGreaterThan(5);
});

it('does not count inserted columns, other sheet names and another order as changes', () => {
  expect(changesOf(jsonOf({}, [moved()]))).toEqual([]);
  expect(changesOf(jsonOf([moved()], {}))).toEqual([]);
});

it('tells every changed cell with where it stood and stands', () => {
  const after = { cells: { E4: '90人次', G4: 36, H4: '台风停课两期，少培训10人次', G8: 96 } as Record<string, TestCell> };
  expect(changesOf(jsonOf({}, after))).toEqual([
    '培训人次 selfScore G4>G4: 40 > 36',
    '培训人次 actual E4>E4: 112人次 > 90人次',
    '培训人次 reason H4>H4:  > 台风停课两期，少培训10人次',
    '总分 selfScore G8>G8: 100 > 96',
  ]);
});

it('says what a change means', () => {
  const wrong = { cells: { E4: '90人次' } as Record<string, TestCell> };
  const mended = { cells: { E4: '90人次', G4: 36, G8: 96 } as Record<string, TestCell> };
  const meanings = jsonOf(wrong, mended).tables[0]!.rows.map(({ changes }) => changes[0]!.meaning);
  expect(meanings).toEqual(['与评分标准算得的分数一致了，减少4分', '与各项得分之和一致，减少4分']);
  const [back] = jsonOf(mended, wrong).tables[0]!.rows;
  expect(back!.changes[0]!.meaning).toBe('改前与评分标准一致，改后不一致；按评分标准应为36分');
});

it('says which findings were corrected, which remain and which are new', () => {
  const before = { cells: { G4: 35, G8: 95 } as Record<string, TestCell> };
  expect(statesOf(jsonOf(before, {}))).toEqual(statesOf(jsonOf({}, before)).map((one) => one.replace('new', 'resolved')));
  expect(statesOf(jsonOf(before, {})).length).toBeGreaterThan(0);
  expect(statesOf(jsonOf(before, before)).every((one) => one.startsWith('remaining'))).toBe(true);
  const other = { cells: { G4: 34, G8: 94 } as Record<string, TestCell> };
  expect(statesOf(jsonOf(before, other)).some((one) => one.startsWith('changed'))).toBe(true);
});

it('does not call corrected what can no longer be looked at', () => {
  const before = { cells: { H4: '客观原因', G4: 38, G8: 98 } as Record<string, TestCell> };
  const head = HEAD.filter((name) => !name.startsWith('偏差'));
  const rows = ROWS.map((row) => row.filter((_, col) => col !== 7));
  const after = { head, rows, cells: { G4: 38, G8: 98 } as Record<string, TestCell> };
  expect(statesOf(jsonOf(before, after))).toContain('unchecked boilerplate-reason');
});

it('knows a renamed indicator by its place and content, an added and a removed one', () => {
  const renamed = { cells: { C4: '受训农民' } as Record<string, TestCell> };
  expect(changesOf(jsonOf({}, renamed))).toEqual(['受训农民 name C4>C4: 培训人次 > 受训农民']);
  const fewer = { rows: ROWS.slice(0, 3) };
  expect(changesOf(jsonOf({}, fewer))).toContain('群众满意度 removed');
  expect(changesOf(jsonOf(fewer, {}))).toContain('群众满意度 added');
});

it('is its own mirror', () => {
  const after = { cells: { G4: 36, H5: '补充说明', C6: '覆盖比率' } as Record<string, TestCell>, rows: ROWS };
  const there = jsonOf({}, after).tables[0]!;
  const back = jsonOf(after, {}).tables[0]!;
  const flat = (rows: typeof there.rows, turned: boolean): readonly string[] =>
    rows
      .flatMap(({ changes }) => changes.map(({ field, shown }) => JSON.stringify([field, ...(turned ? [...shown].reverse() : shown)])))
      .sort();
  expect(flat(there.rows, false)).toEqual(flat(back.rows, true));
});

describe('what was made public', () => {
  it('may be rounded, blank and wide in other ways', () => {
    const before = { cells: { G4: 38.456, G8: 98.456, H4: '台风停课两期' } as Record<string, TestCell> };
    const after = { cells: { G4: 38.46, G8: 98.46, H4: ' 台风停课 两期。' } as Record<string, TestCell> };
    expect(changesOf(jsonOf(before, after, 'published'))).toEqual([]);
    expect(changesOf(jsonOf(before, after))).toHaveLength(3);
  });

  it('differs in total and score where it does', () => {
    const table = jsonOf({}, { cells: { G8: 99 } as Record<string, TestCell> }, 'published').tables[0]!;
    expect([table.scoresDiffer, table.findings, table.rows[0]!.changes[0]!.meaning]).toEqual([true, [], '公开的少1分']);
    const words = jsonOf({}, { cells: { H4: '补充说明' } as Record<string, TestCell> }, 'published').tables[0]!;
    expect([words.scoresDiffer, words.rows.length]).toEqual([false, 1]);
  });
});

describe('several tables', () => {
  const project = (name: string, sheet: string, cells: Record<string, TestCell> = {}): ReturnType<typeof formSheet> =>
    formSheet({ name: sheet, cells: { B2: name, ...cells } });

  it('are known by their projects, whatever their sheets are called', () => {
    const before = [project('乡村培训项目', '1'), project('道路养护项目', '2')];
    const after = [project('道路养护项目', '甲', { G4: 39 }), project('乡村培训项目', '乙')];
    const { tables } = compared(before, after);
    expect(tables.map(({ lines }) => lines.length)).toEqual([1, 0]);
    expect(tables.map((one) => [one.before?.scoreTable.project?.value, one.after?.scoreTable.project?.value])).toEqual([
      ['道路养护项目', '道路养护项目'],
      ['乡村培训项目', '乡村培训项目'],
    ]);
  });

  it('stand alone where the other workbook has none', () => {
    const both = [project('乡村培训项目', '1'), project('道路养护项目', '2')];
    const { tables } = jsonOf(both, [project('乡村培训项目', '1')]);
    expect(tables.map(({ before, after }) => [before?.project ?? null, after?.project ?? null])).toEqual([
      ['乡村培训项目', '乡村培训项目'],
      ['道路养护项目', null],
    ]);
  });
});

it('of last year and this says how much more or less, and has no titles', () => {
  const after = { title: '2025年度项目支出绩效自评表', cells: { G4: 38, E4: '108人次' } as Record<string, TestCell> };
  const [row, ...more] = jsonOf({}, after, 'yearly').tables[0]!.rows;
  expect(row!.changes.map(({ meaning }) => meaning)).toEqual(['比上年减少2分', '']);
  expect(more.map(({ indicator }) => indicator)).toEqual([]);
});
