import { readDocument, writeDocument } from '../../src/hosts/file';
import { auditBook, BY_THE_SHEET, judgeBy } from '../../src/open-workbook';
import {
  laidOpinions,
  NO_OPINIONS,
  type OpinionBook,
  opinionTable,
  placeAt,
  withFinding,
  withOwn,
  withReportFinding,
  withReportsSeen,
} from '../../src/opinions';
import { letterText, REPORT_REMARKS, returnContent, returnedUnits, type ReturnOptions } from '../../src/papers';
import { type EntryJson, reportJson, type ReportJson, type TableJson } from '../../src/receipt';
import { readReport } from '../../src/report';
import { groundForLetter } from '../../src/words';
import { bookOf, sheetOf } from '../support/sheets';
import { MANY, PROJECT, type Rows } from '../narrative/forms';
import { reportJsonOf } from '../opinions/support';
import { changedForm, expectWellFormed } from './support';

const PLAIN: ReturnOptions = { deadline: null, names: { signer: null, date: null } };

const tablesOf = (file: string, ...sheets: readonly Rows[]): readonly TableJson[] =>
  auditBook(file, bookOf(sheets.map((rows, at) => sheetOf(`表${at + 1}`, rows))), judgeBy(BY_THE_SHEET)).entries as readonly TableJson[];

function reportOf(file: string, paragraphs: readonly string[], table: string | null): ReportJson {
  const document = {
    format: 'text' as const,
    blocks: paragraphs.map((text) => ({ is: 'paragraph' as const, text, number: '', level: null })),
    revisions: 0,
    hidden: 0,
  };
  return reportJson(file, { workbook: table, book: null, reason: null }, readReport(document, null));
}

function linesOf(objects: readonly (EntryJson | ReportJson)[], options = PLAIN): readonly string[] {
  const letter = returnContent(returnedUnits(objects)[0]!, options)!;
  const { bytes } = writeDocument(letter.content, REPORT_REMARKS);
  expectWellFormed(bytes);
  expect(writeDocument(letter.content, REPORT_REMARKS).bytes).toEqual(bytes);
  return readDocument(bytes)!.blocks.map((block) => (block.is === 'paragraph' ? block.text : ''));
}

/** A total that is wrong, and a blank reason. */
const WRONG = changedForm(MANY, [[23, 5, 90]]);

it('says to whom, of which files, what, by when, who', () => {
  const tables = tablesOf('送审/甲/附件2.xlsx', WRONG);
  const asked = tables[0]!.findings.filter(({ severity }) => severity === 'mandatory');
  expect(asked.length).toBeGreaterThan(0);
  const lines = linesOf(tables);
  expect(lines.slice(0, 3)).toEqual([
    '关于示例市民政局\n2024年度绩效自评材料的审核反馈意见',
    '示例市民政局：',
    '你单位报送的2024年度绩效自评材料已经审核，现将意见反馈如下。审核的材料：附件2.xlsx。',
  ]);
  expect(lines[3]).toBe('一、需更正的事项');
  for (const { id, message, basis, cell } of asked) {
    const line = lines.find((one) => one.includes(`（编号${id}）`))!;
    expect(line).toContain(`附件2.xlsx“表1”${cell.address}：${message.replace(/。$/, '')}。`);
    expect(line).toContain(groundForLetter(basis));
  }
  expect(lines.slice(-4)).toEqual([
    '请修改后于【待填：期限】前重新报送。',
    '【待填：审核机关】',
    '【待填：日期】',
    '辅助核对结果，不作为评价结论，以财政部门复核为准。',
  ]);
  const named = linesOf(tables, { deadline: '5月20日', names: { signer: '某市财政局', date: '2025年5月6日' } });
  expect(named.slice(-4, -1)).toEqual(['请修改后于5月20日前重新报送。', '某市财政局', '2025年5月6日']);
});

it('answers count: what is explained or accepted is asked no more, what does not settle it is said, replies are not repeated', () => {
  const [table] = tablesOf('a.xlsx', WRONG) as [TableJson];
  const answer = (state: string) => ({ state, text: '张三说的', department: null, finance: null, cell: null });
  const states = ['accepted', 'not-accepted', 'explained', 'vague', 'stale', 'open'] as const;
  const base = table.findings[0]!;
  const findings = states.map((state, at) => ({
    ...base,
    id: `AAAA-${at}`,
    severity: at < 2 ? 'mandatory' : 'advisory',
    answer: answer(state),
  }));
  const changed = {
    ...table,
    findings,
    resolved: [{ id: 'BBBB-1', code: null, indicator: null, answer: answer('resolved') }],
  } as unknown as TableJson;
  const lines = linesOf([changed]);
  const asked = lines.filter((line) => /^\d．/.test(line)).map((line) => /（编号(.*)）$/.exec(line)![1]);
  expect(asked).toEqual(['AAAA-1', 'AAAA-3', 'AAAA-4', 'AAAA-5']);
  expect(lines.join('\n')).not.toContain('张三');
  expect(lines.find((line) => line.includes('AAAA-3'))).toContain('上次的说明过于笼统');
  const earlier = lines.slice(lines.indexOf('三、上次意见办理情况') + 1);
  expect(earlier.slice(0, 3)).toEqual(['已更正1项：BBBB-1。', '已说明1项：AAAA-2。', '经审核认定1项：AAAA-0。']);
});

it('one document a unit: its files together, a report with its workbook, nothing for whom nothing is asked', () => {
  const [wrong] = tablesOf('甲/1.xlsx', WRONG) as [TableJson];
  const again = { ...wrong, file: '甲/2.xlsx', unit: '示例市 民政局' };
  const calm = { ...wrong, file: '乙.xlsx', unit: '乙局', findings: [], resolved: [] };
  const nobody = { ...wrong, file: '丙.xlsx', unit: null };
  const report = reportOf('甲/报告.docx', ['乙局2024年度自评报告', '自评得分90+9=100分。'], '甲/1.xlsx');
  const lone = { ...report, file: '丁.docx', with: null, unit: null };
  const units = returnedUnits([wrong, report, again, calm, nobody, lone]);
  expect(units.map(({ unit, tables, reports }) => [unit, tables.length, reports.length])).toEqual([
    ['示例市民政局', 2, 1],
    ['乙局', 1, 0],
    [null, 1, 0],
    [null, 0, 1],
  ]);
  expect(returnContent(units[1]!, PLAIN)).toBeNull();
  const slots = returnContent(units[0]!, PLAIN)!.content.blocks.map(({ slot }) => slot);
  expect(new Set(slots).size).toBe(slots.length);
  expect(linesOf([nobody])[0]).toBe('关于【待填：单位名称】\n2024年度绩效自评材料的审核反馈意见');
});

it('with a reviewer’s opinions: what is ticked, his words, his own opinions by their level, 参考 apart; reports as ever', () => {
  const [table] = tablesOf('甲/1.xlsx', WRONG) as [TableJson];
  const [first, ...others] = table.findings;
  const advisory = others.find(({ severity }) => severity === 'advisory')!;
  const own = opinionTable(table, null);
  const pair = [own, table] as const;
  const place = placeAt(table, { sheet: '表1', address: 'D5' });
  let book = withFinding(NO_OPINIONS, pair, first!, { words: '见会议纪要第2条' });
  book = withOwn(book, own, { place, text: '请附台账', level: 'mandatory' });
  book = withOwn(book, own, { place: null, text: '写得清楚。', level: 'info' });
  const linesWith = (now: typeof book, more: readonly (EntryJson | ReportJson)[] = []) =>
    linesOf([table, ...more], { ...PLAIN, opinions: laidOpinions(now, [table], () => null) });
  const lines = linesWith(book);
  const ids = (said: readonly string[]) => said.flatMap((line) => /（编号(.*)）$/.exec(line)?.[1] ?? []);
  const mandatory = table.findings.filter(({ severity }) => severity === 'mandatory').map(({ id }) => id);
  expect(ids(lines).slice(0, mandatory.length)).toEqual(mandatory);
  expect(lines.find((line) => line.includes(first!.id))).toContain('审核意见：见会议纪要第2条。（编号');
  expect(lines).toContainEqual(expect.stringMatching(/^\d．1\.xlsx“表1”D5（指标“.*”）：请附台账。（编号.{4}-.{2}）$/));
  expect(lines.slice(lines.indexOf('二、供参考的意见') + 1)[0]).toMatch(/^1．1\.xlsx全表：写得清楚。（编号/);
  expect(ids(linesWith(withFinding(book, pair, advisory, { listed: true })))).toContain(advisory.id);
  const without = withFinding(book, pair, first!, { listed: false });
  expect(ids(linesWith(without))).not.toContain(first!.id);
  const report = reportOf('甲/报告.docx', ['示例市民政局2024年度自评报告', '自评得分90+9=100分。'], '甲/1.xlsx');
  expect(ids(linesWith(without, [report]))).toContain(report.findings.find(({ severity }) => severity === 'mandatory')!.id);
  const only = { ...table, findings: [] };
  const praised = withOwn(NO_OPINIONS, own, { place: null, text: '很好', level: 'info' });
  const letter = returnContent(returnedUnits([only])[0]!, { ...PLAIN, opinions: laidOpinions(praised, [only], () => null) })!;
  expect([letter.mandatory, letter.advisory, letter.info]).toEqual([0, 0, 1]);
  expect(letterText(letter)).toContain('一、供参考的意见\n1．1.xlsx全表：很好。');
  expect(letterText(letter)).not.toContain('前重新报送');
});

it('a workbook with a sheet a unit gives each its own', () => {
  const units = returnedUnits(tablesOf('汇总.xlsx', MANY, PROJECT));
  expect(units.map(({ unit }) => unit)).toEqual(['示例市民政局', '某县交通局']);
});

it('a report a reviewer looked at is asked as he ticked it, with his words; one he did not look at as without him', () => {
  const [table] = tablesOf('附件2.xlsx', WRONG);
  const report = reportJsonOf('自评报告.docx', table!.unit);
  const taken = [{ json: report, digest: null }];
  const [mandatory, advisory] = report.findings;
  const lines = (book: OpinionBook): string =>
    linesOf([table!, report], { ...PLAIN, opinions: laidOpinions(book, [table!], () => null, taken) }).join('\n');
  expect(lines(NO_OPINIONS)).toMatch(/AAAA-11[^]*BBBB-22/);
  const seen = lines(withReportsSeen(NO_OPINIONS, taken));
  expect([seen.includes('AAAA-11'), seen.includes('BBBB-22')]).toEqual([true, false]);
  const dropped = withReportFinding(NO_OPINIONS, taken, [report, mandatory!], { listed: false });
  const ticked = lines(withReportFinding(dropped, taken, [report, advisory!], { listed: true, words: '请写明成文日期' }));
  expect(ticked).not.toContain('AAAA-11');
  expect(ticked).toContain(
    '自评报告.docx第6段“自评得分91分。”：报告的日期早于评价年度。依据：报告与评分表应当一致。审核意见：请写明成文日期。（编号BBBB-22）',
  );
});

describe('what an office may give as a ground', () => {
  it.each([
    ['惯例：执行率得分＝执行率×分值（参照《项目支出绩效评价管理办法》，未核对原文）', '惯例：执行率得分＝执行率×分值'],
    ['惯例：一般写明存在问题（依公开资料整理，非官方文本）', '惯例：一般写明存在问题'],
    ['惯例（参照《项目支出绩效评价管理办法》，未核对原文）', ''],
    ['《某省办法》（某财〔2024〕3号）第五条', '《某省办法》（某财〔2024〕3号）第五条'],
    ['表内算术关系', '表内算术关系'],
    ['某市评分表：第三项（依公开资料整理，非官方文本）', '某市评分表：第三项（依公开资料整理，非官方文本）'],
  ])('%s', (basis, ground) => {
    expect(groundForLetter(basis)).toBe(ground);
  });

  it('what rests on no official text is marked to be looked up, and the letter says nothing of it', () => {
    const [table] = tablesOf('附件2.xlsx', WRONG);
    const [first, ...others] = table!.findings;
    const doubtful = { ...first!, severity: 'mandatory' as const, basis: '某市评分表：第三项（依公开资料整理，非官方文本）' };
    const unit = returnedUnits([{ ...table!, findings: [doubtful, ...others] }])[0]!;
    const { content } = returnContent(unit, PLAIN)!;
    const runs = content.blocks.flatMap((block) => (block.is === 'table' ? [] : block.runs));
    const marked = runs.filter(({ mark }) => mark === 'check').map(({ text }) => text);
    expect(new Set(marked)).toEqual(new Set(['【待核：标准原文】']));
    // One for each sentence that rests on such a text.
    const resting = [doubtful, ...others].filter(({ severity, basis }) => severity !== 'info' && basis.includes('非官方文本'));
    expect(marked).toHaveLength(resting.length);
    expect(linesOf([{ ...table!, findings: [doubtful, ...others] }]).join('\n')).not.toMatch(/非官方文本|未核对原文/);
  });
});
