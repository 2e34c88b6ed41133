import fc from 'fast-check';
import { SEED } from '../fuzz/runs';
import {
  fitted,
  isListed,
  laidOpinions,
  laidReports,
  matchTables,
  mergedOpinions,
  NO_OPINIONS,
  type OpinionBook,
  opinionsFileName,
  opinionsOn,
  opinionsText,
  type OpinionTable,
  opinionTable,
  placeAt,
  placeNow,
  placeText,
  readOpinions,
  withFinding,
  withOwn,
  withOwnChanged,
  withReportFinding,
  withReportsSeen,
  withScore,
} from '../../src/opinions';
import type { TableJson } from '../../src/receipt';
import { PROJECT } from '../narrative/forms';
import { changedForm } from '../papers/support';
import { named, oneOf, projectOf, reportJsonOf, tablesOf, WORSE, WRONG } from './support';

const known = (entry: TableJson, digest: string | null = null): OpinionTable => opinionTable(entry, digest);
const mandatory = (entry: TableJson) => entry.findings.find(({ severity }) => severity === 'mandatory')!;

/** One finding with words, one opinion of the reviewer's own, one 复核分. */
function written(entry: TableJson, digest: string | null = null, words = '请附会议纪要'): OpinionBook {
  const table = known(entry, digest);
  const one = withFinding(NO_OPINIONS, [table, entry], mandatory(entry), { words, ledger: true });
  const row = entry.indicators[2]!;
  const place = placeAt(entry, { sheet: row.cells.sheet, address: row.cells.actual! });
  const two = withOwn(one, table, { place, text: '完成值请附台账', level: 'advisory' });
  return withScore(withOwn(two, table, { place: null, text: '总体情况写得过于简略', level: 'info' }), table, '履职效能/乙类走访', {
    score: '4.5',
  });
}

const readAgain = (book: OpinionBook): OpinionBook => {
  const read = readOpinions(opinionsText(book));
  if (!read.ok) throw new Error(read.why);
  return read.book;
};

const on = (book: OpinionBook, entry: TableJson, digest: string | null = null) => laidOpinions(book, [entry], () => digest).on(entry);

describe('which table', () => {
  const was = oneOf('送审/甲局/附件2.xlsx', WRONG);
  const book = readAgain(written(was, 'aa'));
  const other = oneOf('送审/乙局/附件2.xlsx', named(WRONG, '示例市水利局'));

  test.each<[string, TableJson, string | null, boolean]>([
    ['as it was', was, 'aa', true],
    ['another folder, saved anew', oneOf('桌面/新建文件夹/附件2.xlsx', WRONG), 'bb', true],
    ['another file name and more mistakes', oneOf('附件2（改）.xlsx', WORSE), 'bb', true],
    ['a unit of another name, the same bytes', oneOf('附件2.xlsx', named(WRONG, '示例市民政局本级')), 'aa', true],
    ['blanks and full width in the name', oneOf('x.xlsx', named(WRONG, '示例市 民政局')), null, true],
    ['another unit with the same form', other, 'cc', false],
    ['the same unit a year later', { ...was, year: 2025 }, null, false],
    ['the same unit, a project', { ...was, kind: 'project' }, null, false],
  ])('%s', (_name, entry, digest, found) => {
    expect(on(book, entry, digest).own).toHaveLength(found ? 2 : 0);
    expect(laidOpinions(book, [entry], () => digest).lost).toHaveLength(found ? 0 : 1);
  });

  it('a project is found by its name and what it aims at, under a unit that was renamed; a namesake with other aims is not', () => {
    const project = oneOf('甲/1.xlsx', projectOf('农村公路养护', '某县交通局'));
    const own = readAgain(withOwn(NO_OPINIONS, known(project), { place: null, text: '意见', level: 'info' }));
    const renamed = oneOf('丙/9.xlsx', changedForm(projectOf('农村公路养护', '某县交通运输局'), [[8, 4, '97公里']]));
    const namesake = oneOf('丙/9.xlsx', changedForm(projectOf('农村公路养护', '邻县交通局'), [[8, 3, '≥40公里']]));
    const laid = laidOpinions(own, [renamed, namesake], () => null);
    expect([laid.on(renamed).own.length, laid.on(namesake).own.length]).toEqual([1, 0]);
    expect(laid.renamed.map(({ entry, was: before }) => [entry.unit, before.unit])).toEqual([['某县交通运输局', '某县交通局']]);
    expect(laidOpinions(own, [namesake], () => null).on(namesake).own).toEqual([]);
  });

  it('what a sheet says of its own finds it under another name; a form with nothing of its own does not', () => {
    const reasons = changedForm(WRONG, [
      [3, 6, '因上级调整走访计划，全年按季度分四批开展，台账由办公室统一保管备查'],
      [4, 6, '年中机构改革后由新设科室承担，走访记录已移交'],
    ]);
    const before = oneOf('1.xlsx', reasons);
    const after = oneOf('2.xlsx', named(reasons, '示例市民政和退役军人事务局'));
    const own = withOwn(NO_OPINIONS, known(before), { place: null, text: '意见', level: 'info' });
    expect(laidOpinions(own, [after], () => null).renamed).toHaveLength(1);
    expect(before.contents).toMatch(/^[0-9A-Z]{8}-[0-9A-Z]{8}$/);
    expect(oneOf('1.xlsx', changedForm(PROJECT, [])).contents!.split('-')[0]).toHaveLength(8);
    expect(on(written(was), other).own).toEqual([]);
  });

  it('two that fit as well are none; copies of one file share theirs', () => {
    const [one, two] = [oneOf('甲/1.xlsx', WRONG), oneOf('乙/1.xlsx', WRONG)];
    const digests = (same: boolean) => (entry: TableJson) => (same || entry === one ? 'dd' : 'ee');
    const unsure = laidOpinions(written(was), [one, two], digests(false));
    expect([unsure.on(one).own.length, unsure.on(two).own.length, unsure.lost.length]).toEqual([0, 0, 1]);
    const copies = laidOpinions(written(was), [one, two], digests(true));
    expect([copies.on(one).own.length, copies.on(two).own.length, copies.lost.length]).toEqual([2, 2, 0]);
    const records = [known(one, 'dd'), known(one, 'dd')];
    expect(matchTables(records, [known(one, 'dd')]).of).toEqual([null]);
  });

  it('two tables of one workbook keep their own', () => {
    const [one, two] = tablesOf('汇总.xlsx', WRONG, PROJECT) as [TableJson, TableJson];
    const own = withOwn(written(one, 'aa'), known(two, 'aa'), { place: null, text: '项目的', level: 'info' });
    const laid = laidOpinions(own, [two, one], () => 'aa');
    expect([laid.on(one).own.length, laid.on(two).own.map(({ text }) => text)]).toEqual([2, ['项目的']]);
  });
});

describe('which finding', () => {
  const was = oneOf('附件2.xlsx', WRONG);
  const book = written(was, 'aa');

  it('by its 编号, and by check and indicator where the unit was renamed and all 编号 are others', () => {
    const again = oneOf('附件2.xlsx', named(WRONG, '示例市民政事务局'));
    expect(again.findings.map(({ id }) => id)).not.toContain(mandatory(was).id);
    expect(on(book, again, 'aa').findings.get(mandatory(again).id)?.words).toBe('请附会议纪要');
  });

  it('one that arises no longer is told and kept, also when something else is written', () => {
    const right = oneOf('附件2.xlsx', changedForm(WRONG, [[23, 5, 99.5]]));
    const fit = on(book, right);
    expect([fit.findings.size, fit.gone.map(({ words }) => words)]).toEqual([0, ['请附会议纪要']]);
    const next = withOwn(book, known(right), { place: null, text: '又一条', level: 'info' });
    expect(on(next, right).gone).toHaveLength(1);
    expect(on(next, was).findings.get(mandatory(was).id)?.ledger).toBe(true);
  });

  test.each<[string, 'mandatory' | 'advisory' | 'info', string | null, boolean | null, boolean]>([
    ['强制性 by itself', 'mandatory', null, null, true],
    ['强制性 that a reviewer accepted', 'mandatory', 'accepted', null, false],
    ['强制性 taken out', 'mandatory', null, false, false],
    ['提示性 by itself', 'advisory', null, null, false],
    ['提示性 ticked', 'advisory', 'explained', true, true],
    ['参考 ticked', 'info', null, true, true],
  ])('列入反馈意见: %s', (_name, severity, state, listed, expected) => {
    expect(isListed({ id: 'A', severity, answer: state === null ? null : { state } }, { listed })).toBe(expected);
  });

  it('taking everything back leaves nothing behind', () => {
    const table = known(was);
    const one = withFinding(NO_OPINIONS, [table, was], mandatory(was), { listed: false });
    const none = withFinding(one, [table, was], mandatory(was), { listed: null });
    expect(opinionsOn(none, table)!.findings).toEqual([]);
    const scored = withScore(none, table, '满意度', { score: '8' });
    expect(opinionsOn(withScore(scored, table, '满意度', { score: '' }), table)!.scores).toEqual([]);
  });
});

it('an opinion on a cell goes along with its indicator, and says so where that is gone', () => {
  const was = oneOf('附件2.xlsx', WRONG);
  const row = was.indicators[4]!;
  const place = placeAt(was, { sheet: row.cells.sheet, address: row.cells.actual! });
  expect(place).toMatchObject({ field: 'actual', row: '履职效能/戊类走访' });
  const moved = oneOf('附件2.xlsx', [...WRONG.slice(0, 2), ['（单位：万元）'], ...WRONG.slice(2)]);
  expect(placeNow(moved, place)).toEqual({ sheet: '表1', address: `D${Number(row.cells.actual!.slice(1)) + 1}` });
  expect(placeText(was, place)).toBe(`“表1”${row.cells.actual!}（指标“戊类走访”）`);
  const without = { ...was, indicators: was.indicators.filter((one) => one !== row) };
  expect([placeNow(without, place), placeText(without, place), placeText(was, null)]).toEqual([null, '指标“戊类走访”', '全表']);
  expect(placeAt(was, { sheet: '表1', address: 'A1' })).toEqual({ row: null, field: null, sheet: '表1', address: 'A1' });
});

describe('the file', () => {
  const entry = oneOf('附件2.xlsx', WRONG);

  it('reads back what was written, text for text, with what it does not know', () => {
    const text = opinionsText({ ...written(entry, 'aa'), reviewer: '张三', batch: '2024年度' });
    const told = JSON.parse(text) as Record<string, never> & { tables: Record<string, unknown>[] };
    expect(Object.keys(told).slice(0, 4)).toEqual(['is', 'version', 'reviewer', 'batch']);
    Object.assign(told, { later: { deep: [1] } });
    told.tables[0]!['later'] = '表';
    (told.tables[0]!['findings'] as object[]).push({ id: 'ZZZZ-1', later: 7 }, 'no finding' as never);
    told.tables.push({ strange: true });
    const again = readOpinions(JSON.stringify(told));
    expect(again.ok).toBe(true);
    if (!again.ok) return;
    const out = JSON.parse(opinionsText(again.book)) as typeof told;
    expect(out['later']).toEqual({ deep: [1] });
    expect(out.tables[0]).toMatchObject({ later: '表' });
    expect(out.tables[0]!['findings']).toEqual([expect.anything(), expect.objectContaining({ id: 'ZZZZ-1', later: 7 }), 'no finding']);
    expect(out.tables[1]).toEqual({ strange: true });
    const edited = withOwn(again.book, known(entry), { place: null, text: '后写的', level: 'info' });
    expect(opinionsText(edited)).toContain('"no finding"');
    expect(opinionsText(readAgain(again.book))).toBe(opinionsText(again.book));
  });

  test.each([
    ['', '文件不完整或已损坏'],
    ['{"is":"审核意见","version":1,"tables":[', '文件不完整或已损坏'],
    ['[]', '不是绩核保存的审核意见文件'],
    ['null', '不是绩核保存的审核意见文件'],
    ['{"is":"comparison","version":1,"tables":[]}', '不是绩核保存的审核意见文件'],
    ['{"is":"审核意见","tables":[]}', '不是绩核保存的审核意见文件'],
    ['{"is":"审核意见","version":2,"tables":[]}', '更新版本'],
    ['PK\u0003\u0004', '文件不完整或已损坏'],
    [`${'['.repeat(200_000)}${']'.repeat(200_000)}`, ''],
  ])('what is no such file gets a sentence: %.40s', (text, why) => {
    const read = readOpinions(text);
    expect(read.ok).toBe(false);
    expect(read.ok ? '' : read.why).toContain(why);
  });

  it('hostile keys and values change nothing but themselves', () => {
    const text =
      '\uFEFF{"is":"审核意见","version":1,"__proto__":{"polluted":1},"tables":[{"table":{"kind":"x","unit":3,"year":"2024"},' +
      '"findings":[{"id":"A","listed":"yes","words":{},"also":[1,{"by":"李"}],"constructor":{"prototype":1}}],"own":7,"scores":[{"row":"甲","score":4}]}]}';
    const book = readOpinions(text);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(book).toMatchObject({ ok: true });
    if (!book.ok) return;
    expect(book.book.tables[0]).toMatchObject({ table: { kind: null, unit: null, year: null }, scores: [{ row: '甲', score: '4' }] });
    expect(book.book.tables[0]!.findings[0]).toMatchObject({ id: 'A', listed: null, words: '', also: [{ by: '李' }] });
  });

  it('whatever JSON it is, there is an answer, and what was read is read again', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.jsonValue(), (tables, rest) => {
        const list = Array.isArray(tables) ? tables : [tables];
        const read = readOpinions(JSON.stringify({ is: '审核意见', version: 1, tables: list, rest }));
        if (!read.ok) throw new Error(read.why);
        expect(opinionsText(readAgain(read.book))).toBe(opinionsText(read.book));
        expect(mergedOpinions(read.book, read.book).differences).toEqual([]);
      }),
      { numRuns: 60, seed: SEED },
    );
  });

  it('has a Chinese name that any file system takes', () => {
    expect(opinionsFileName('2024/年度:送审')).toBe('审核意见_2024 年度 送审.json');
    expect(opinionsFileName('')).toBe('审核意见_零散文件.json');
  });
});

describe('two reviewers', () => {
  const one = oneOf('甲/1.xlsx', WRONG);
  const two = oneOf('乙/1.xlsx', named(WRONG, '示例市水利局'));
  const zhang: OpinionBook = { ...written(one, 'aa'), reviewer: '张三', batch: '甲批' };

  it('tables of one and of the other stand in one file; the same said twice is said once', () => {
    const li = { ...written(two, 'bb'), reviewer: '李四' };
    const merged = mergedOpinions(zhang, li);
    expect([merged.book.reviewer, merged.book.batch, merged.book.tables.length, merged.differences]).toEqual(['张三、李四', '甲批', 2, []]);
    expect(mergedOpinions(zhang, zhang).book).toEqual(zhang);
  });

  it('where they differ both are kept and it is said; the first counts until somebody decides', () => {
    const li = { ...withFinding(written(one, 'aa', '请更正'), [known(one), one], mandatory(one), { listed: false }), reviewer: '李四' };
    const { book, differences } = mergedOpinions(zhang, li);
    const [finding] = book.tables[0]!.findings;
    expect(finding).toMatchObject({ words: '请附会议纪要', listed: false, also: [{ by: '李四', words: '请更正' }] });
    expect(differences).toEqual([{ table: expect.stringContaining('示例市民政局'), what: mandatory(one).id }]);
    expect(mergedOpinions(book, li).book).toEqual(book);
  });

  it('loses no text of either, whatever they wrote', () => {
    const entries = [one, two];
    const change = fc.record({
      table: fc.nat(1),
      what: fc.constantFrom('words', 'own', 'score', 'edit'),
      text: fc.constantFrom('甲意见', '乙意见', '丙意见', '丁意见'),
    });
    const made = (changes: readonly { table: number; what: string; text: string }[]): OpinionBook =>
      changes.reduce<OpinionBook>((book, { table, what, text }) => {
        const entry = entries[table]!;
        const own = known(entry);
        if (what === 'words') return withFinding(book, [own, entry], mandatory(entry), { words: text });
        if (what === 'own') return withOwn(book, own, { place: null, text, level: 'info' });
        if (what === 'score') return withScore(book, own, '满意度', { why: text });
        const first = opinionsOn(book, own)?.own[0];
        return first === undefined ? book : withOwnChanged(book, own, first.id, { text });
      }, NO_OPINIONS);
    const texts = (book: OpinionBook): readonly string[] =>
      [...opinionsText(book).matchAll(/"([甲乙丙丁]意见)"/g)].map((match) => match[1]!);
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), fc.array(change, { maxLength: 8 }), (a, b) => {
        const [first, second] = [made(a), made(b)];
        const { book } = mergedOpinions(first, second);
        for (const text of [...texts(first), ...texts(second)]) expect(texts(book)).toContain(text);
        expect(fitted(opinionsOn(book, known(one)), one).findings.size).toBeLessThan(2);
        expect(mergedOpinions(book, second).book).toEqual(book);
      }),
      { numRuns: 80, seed: SEED },
    );
  });
});

describe('reports', () => {
  const taken = (file: string, digest: string | null, unit: string | null = '示例市民政局', year = 2024) => ({
    json: reportJsonOf(file, unit, year),
    digest,
  });
  const first = taken('送审/甲/自评报告.docx', 'aa');
  const book = withReportFinding(NO_OPINIONS, [first], [first.json, first.json.findings[1]!], { listed: true, words: '请核对日期' });

  test.each([
    ['the same bytes elsewhere', [taken('别处/报告.docx', 'aa', null)], [true]],
    ['the unit’s corrected report, by its name', [taken('二次/自评报告.docx', 'bb')], [true]],
    ['the same bytes handed in twice', [taken('1/自评报告.docx', 'aa'), taken('2/自评报告.docx', 'aa')], [true, true]],
    ['two of one unit and name: in doubt none', [taken('1/自评报告.docx', 'bb'), taken('2/自评报告.docx', 'cc')], [false, false]],
    ['one of them by its bytes, and the other is another', [taken('1/自评报告.docx', 'cc'), taken('2/自评报告.docx', 'aa')], [false, true]],
    [
      'another unit, another year, nobody’s',
      [taken('自评报告.docx', 'b', '示例市水利局'), taken('自评报告.docx', 'c', '示例市民政局', 2023), taken('自评报告.docx', null, null)],
      [false, false, false],
    ],
  ] as const)('opinions find their report: %s', (...[, reports, known]) => {
    const laid = laidReports(book, reports);
    expect(reports.map(({ json }) => laid.on(json)?.get('BBBB-22')?.words === '请核对日期')).toEqual(known);
    expect(laid.lost.length).toBe(known.some((is) => is) ? 0 : 1);
  });

  it('stand in the file beside the tables, and come back; a file without them is what it was', () => {
    const read = readOpinions(opinionsText({ ...book, rest: { later: 1 } }));
    expect(read).toEqual({ ok: true, book: { ...book, rest: { later: 1 } } });
    expect(JSON.parse(opinionsText(book))).toMatchObject({
      tables: [],
      reports: [
        { report: { unit: '示例市民政局', year: 2024, file: '自评报告.docx', digest: 'aa' }, findings: [{ id: 'BBBB-22', listed: true }] },
      ],
    });
    expect(opinionsText(NO_OPINIONS)).not.toContain('reports');
    const odd = readOpinions(JSON.stringify({ is: '审核意见', version: 1, tables: [], reports: [3, { report: { file: '报告.docx' } }] }));
    expect(odd.ok && JSON.parse(opinionsText(odd.book)).reports.length).toBe(2);
  });

  it('of two reviewers are put together; what arises no longer is kept and told', () => {
    const other = withReportFinding({ ...NO_OPINIONS, reviewer: '李四' }, [first], [first.json, first.json.findings[1]!], {
      listed: false,
      words: '请补日期',
    });
    const { book: both, differences } = mergedOpinions(book, other);
    expect(both.reports).toMatchObject([{ findings: [{ words: '请核对日期', also: [{ by: '李四', listed: false, words: '请补日期' }] }] }]);
    expect(differences).toEqual([{ table: '示例市民政局，自评报告.docx', what: 'BBBB-22' }]);
    expect(mergedOpinions(book, book)).toEqual({ book, differences: [] });
    const corrected = { ...first, json: { ...first.json, findings: first.json.findings.slice(0, 1) } };
    expect(laidReports(book, [corrected]).gone(corrected.json)).toMatchObject([{ id: 'BBBB-22', words: '请核对日期' }]);
    const again = withReportFinding(book, [corrected], [corrected.json, corrected.json.findings[0]!], { words: '改' });
    expect(again.reports[0]!.findings.map(({ id }) => id)).toEqual(['BBBB-22', 'AAAA-11']);
    expect(withReportsSeen(again, [corrected])).toBe(again);
  });
});
