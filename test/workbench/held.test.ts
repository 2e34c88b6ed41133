/** A batch held against what was approved, an earlier submission and the public: as the command line answers, file by file in threads. */
import { readFileSync } from 'node:fs';
import { readDocument, readXlsx } from '../../src/hosts/file';
import type { Thread } from '../../src/open-workbook';
import { Batch, workOn, type AnyJob, type BatchFile } from '../../src/workbench/batch';
import { Holdings } from '../../src/workbench/held/held';
import type { ReportDesk } from '../../src/workbench/held/types';
import { batchSource, openedSource } from '../../src/workbench/held/sources';
import { UnreadableError } from '../../src/workbook';
import {
  budgetFile,
  changedTargets,
  type County,
  type CountyFile,
  countyOf,
  folderOf,
  handedIn,
  handedInAgain,
  listFile,
  otherAmounts,
  plainWorkbook,
  returned,
  targetsFile,
} from '../support/county';
import { docxOf } from '../report/written/docx';

const asFile = ({ path, bytes }: CountyFile): BatchFile => ({ path, bytes: async () => bytes });
const sheets = (files: readonly CountyFile[]): readonly BatchFile[] => files.filter(({ path }) => path.endsWith('.xlsx')).map(asFile);

/** A thread that is none: the work is done when its turn comes. */
function thread(): Thread {
  let hear: (message: unknown) => void = () => undefined;
  return {
    post: (job) => {
      void workOn(structuredClone(job) as AnyJob, {}).then(
        (answer) => setTimeout(() => hear({ answer })),
        (error: Error) => hear({ failed: error.message }),
      );
    },
    listen: (heard) => {
      hear = heard;
    },
    end: () => undefined,
  };
}

interface Holds {
  readonly batch: Batch;
  readonly held: Holdings;
}

function holding(files: readonly BatchFile[], documents: readonly BatchFile[] = []): Holds {
  // As on the page: what is no .xlsx is tried as an old spreadsheet, and a document is none.
  const readOld = () => Promise.reject(new UnreadableError('legacy-unreadable'));
  const batch = new Batch(files, { spawn: thread, threads: 2, pace: 0, documents, readOld });
  return { batch, held: new Holdings(batchSource(batch, () => undefined)) };
}

const county = countyOf({ units: 32 });
const HANDED = sheets(handedIn(county));

/** The unit in whose folder a file lies; none for strangers. */
const unitAt = ({ units }: County, file: string) => units.find((unit) => file.startsWith(`${folderOf(unit)}/`)) ?? null;

it('approved targets: every changed one that could be assigned is found, and nothing is assigned to another', async () => {
  const { held } = holding(HANDED);
  await held.takeTargets([asFile(targetsFile(county))]);
  const { result, trouble, running } = held.state.targets!;
  expect([trouble, running]).toEqual([null, false]);
  const tables = result!.flatMap(({ after, tables: own }) => own.map((table) => ({ unit: unitAt(county, after!), table })));
  for (const { unit, table } of tables) expect(table.before!.code).toBe(unit!.project.code);
  const asking = tables.filter(({ table }) => table.rows.length > 0).map(({ unit }) => unit!.index);
  const known = new Set(tables.map(({ unit }) => unit!.index));
  expect([...new Set(asking)].sort((a, b) => a - b)).toEqual(
    [...changedTargets(county)].filter((index) => known.has(index)).sort((a, b) => a - b),
  );
  expect(asking.length).toBeGreaterThan(1);
  const lines = tables.flatMap(({ table }) => table.rows.map(({ changes }) => changes[0]!.meaning));
  for (const line of lines) expect(line).toMatch(/^指标值由批复的≥\d+人次改为≥\d+人次，请提供目标调整批复$/);
  // Everybody is either compared or named.
  const named = result!.filter(({ status, before }) => status === 'unmatched' && before === null).map(({ after }) => after);
  for (const { path } of HANDED)
    if (path.includes('附件2') && !tables.some(({ unit }) => unit !== null && path.startsWith(folderOf(unit))))
      expect(named).toContain(path);
});

it('an export of the budget system: the batch is audited beside it, and every other amount is found', async () => {
  const { batch, held } = holding(HANDED);
  await batch.run();
  const before = batch.state.counts;
  await held.takeBudget(asFile(budgetFile(county)));
  const { json, differing } = held.state.budget!.result!;
  const { withoutLine } = json;
  const count = json.counts.held;
  const scored = batch.tables.length;
  expect(count + withoutLine.length).toBe(scored);
  expect(count).toBeGreaterThan(scored / 2);
  const found = new Set(differing.map(({ file }) => unitAt(county, file)!.index));
  const other = [...otherAmounts(county)].filter((index) => county.units[index]!.handed);
  const left = new Set(withoutLine.map(({ file }) => unitAt(county, file)?.index));
  expect([...found].sort((a, b) => a - b)).toEqual(other.filter((index) => !left.has(index)).sort((a, b) => a - b));
  // Once it is taken away nothing of it is left.
  held.drop('budget');
  await new Promise((resolve) => setTimeout(resolve));
  while (batch.state.phase === 'running') await new Promise((resolve) => setTimeout(resolve, 5));
  expect(batch.state.counts).toEqual(before);
  expect(held.state.budget).toBeNull();
});

it('a second round: who handed in again, who put it right, who did not', async () => {
  const { held } = holding(sheets(handedInAgain(county)));
  await held.takeEarlier(sheets(returned(county)));
  const of = (again: string): number => county.units.filter((unit) => unit.again === again && unit.handed).length;
  expect(held.state.round!.result!.round!.counts).toMatchObject({
    asked: county.units.filter(({ again, handed }) => again !== null && handed).length,
    corrected: of('corrected'),
    open: of('still-wrong'),
    notYet: of('not-yet'),
  });
});

it('what goes public: numbers of persons, documents too; what cannot be read is said', async () => {
  const sheet = plainWorkbook([
    {
      name: '表',
      rows: [
        ['姓名', '身份证号'],
        ['某某', '11010519491231002X'],
      ],
    },
  ]);
  const files = [
    { path: '公开/甲.xlsx', bytes: sheet },
    { path: '公开/坏.xlsx', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 1]) },
  ].map(asFile);
  const report = handedIn(county).find(({ path }) => path.endsWith('.docx'))!;
  const { held } = holding(files, [asFile(report)]);
  await held.lookForPublishing();
  const [first, broken, document] = held.state.publishing!.result!;
  expect(first).toMatchObject({ status: 'ok', findings: [{ code: 'id-number', place: { sheet: '表', address: 'B2' } }] });
  expect(broken).toMatchObject({ status: 'unreadable' });
  expect(document).toMatchObject({ file: report.path, status: 'ok' });
});

it('documents that came along: who lacks a report is counted as on the command line', async () => {
  const all = handedIn(county).map(asFile);
  const isReport = ({ path }: BatchFile): boolean => path.endsWith('.docx');
  const counted = async (documents: readonly BatchFile[]): Promise<number | null> => {
    const { batch } = holding(HANDED, documents);
    await batch.run();
    await batch.takeRoster(asFile(listFile(county)));
    return batch.state.roster!.result!.counts.withoutReport;
  };
  const lacking = county.units.filter(({ handed, needsReport, report }) => handed && needsReport && !report).length;
  expect(await counted(all.filter(isReport))).toBe(lacking);
  expect(await counted([])).toBeNull();
});

it('a list that is none is said, and what was there before stays', async () => {
  const { held } = holding(HANDED.slice(0, 2));
  await held.takeTargets([asFile(targetsFile(county))]);
  const { result } = held.state.targets!;
  const none = asFile({ path: '别的.xlsx', bytes: plainWorkbook([{ name: '表', rows: [['没有目标']] }]) });
  await held.takeTargets([none]);
  expect(held.state.targets).toMatchObject({ result, trouble: expect.stringContaining('「别的.xlsx」中没有找到绩效目标表') });
  await held.takeBudget(none);
  expect(held.state.budget).toMatchObject({ result: null, trouble: expect.stringContaining('没有找到预算执行表') });
});

it('what is cancelled on its way leaves nothing, and later work is not disturbed', async () => {
  const { held } = holding(HANDED);
  const first = held.takeTargets([asFile(targetsFile(county))]);
  await new Promise((resolve) => setTimeout(resolve, 20));
  held.drop('targets');
  await first;
  expect(held.state).toMatchObject({ targets: null, latest: null });
  await held.lookForPublishing();
  expect(held.state.latest).toEqual({ kind: 'publishing', turn: 1 });
});

const OPENED = '项目自评_有误.xlsx';
const SAMPLE = new Uint8Array(readFileSync(`samples/${OPENED}`));
const REPORT = [
  '示例市政务服务中心',
  '政务服务大厅运行维护经费2024年度项目支出绩效自评报告',
  '一、项目基本情况',
  '全年预算数480万元，全年执行数454.69万元，预算执行率94.73%。',
  '二、自评情况',
  '项目自评得分91.73分，评价等级为“优”。',
  '三、存在问题',
  '市级专网系统未完成对接。',
  '四、改进措施',
  '尽快完成对接。',
].join('\n');

/** One opened file, whose bytes may become others; `name`: of a report that comes later. */
function opened(bytes: () => Uint8Array): Holdings {
  const batch = new Batch([{ path: OPENED, bytes: async () => bytes() }], {
    spawn: thread,
    threads: 1,
    pace: 0,
    readOld: () => Promise.reject(new UnreadableError('legacy-unreadable')),
  });
  return new Holdings(openedSource(batch, () => undefined));
}

it('a report beside the opened file: each difference at its words and its cell, as `jihe report` has it; asked again after a change', async () => {
  let bytes: Uint8Array = SAMPLE;
  const held = opened(() => bytes);
  await held.takeReports([
    asFile({ path: '自评报告.docx', bytes: docxOf(REPORT) }),
    asFile({ path: '旧.rtf', bytes: new TextEncoder().encode('{\\rtf1 x}') }),
    asFile({ path: '表.docx', bytes: SAMPLE }),
  ]);
  const [report, old, sheet] = held.state.reports!.result!;
  expect(report).toMatchObject({
    status: 'ok',
    with: OPENED,
    unit: '示例市政务服务中心',
    findings: [
      {
        code: 'report-total',
        severity: 'mandatory',
        place: { paragraph: 6, heading: ['自评情况'], quote: '项目自评得分91.73分，评价等级为“优”。' },
        cell: { address: 'H25' },
        message: expect.stringContaining('是89.73分，相差2分'),
      },
    ],
    claims: { differing: 1 },
  });
  expect(report!.claims.tied).toBeGreaterThan(2);
  expect(old).toMatchObject({ status: 'unreadable', reason: '这是 .rtf 文件，请用 Word 或 WPS 打开后另存为 .docx 再核对' });
  expect(sheet).toMatchObject({ status: 'unreadable', reason: '这是电子表格，不是报告' });
  // Whoever reviews is told what is there, by its bytes too, and when it is gone.
  const desk = { state: null, subscribe: () => () => undefined, tookReports: jest.fn() };
  held.setDesk(desk as unknown as ReportDesk);
  expect(desk.tookReports).toHaveBeenLastCalledWith('file', [
    { json: report, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    expect.anything(),
    expect.anything(),
  ]);
  held.setDesk(null);
  expect(desk.tookReports).toHaveBeenLastCalledWith('file', []);
  // A sheet that holds no table of this report leaves the report to itself.
  bytes = plainWorkbook([{ name: '表', rows: [['没有评分表']] }]);
  held.again();
  while (held.state.reports!.running) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(held.state.reports!.result![0]).toMatchObject({ with: null, reason: expect.stringContaining('只核对报告自身') });
});

it('the copy of a report: comments at what was found, its words as they were; what cannot be marked is said', async () => {
  const held = opened(() => SAMPLE);
  await held.takeReports([
    asFile({ path: '报告/自评报告.docx', bytes: docxOf(REPORT) }),
    asFile({ path: '自评报告.txt', bytes: new TextEncoder().encode(REPORT) }),
  ]);
  const [word, text] = held.state.reports!.result!;
  const { file, said } = await held.reportCopy(word!);
  expect([file!.name, said]).toEqual(['自评报告_审核批注.docx', '']);
  const copy = readDocument(file!.bytes)!;
  expect(copy.blocks).toEqual(readDocument(docxOf(REPORT))!.blocks);
  expect(file!.bytes).not.toEqual(docxOf(REPORT));
  expect(await held.reportCopy(text!)).toEqual({ file: null, said: '没有写出带批注的副本：只能在 .docx 上加批注' });
});

it('the reports of a batch, each with the workbook of its folder; none is said where none came along', async () => {
  const files = handedIn(county).map(asFile);
  const documents = files.filter(({ path }) => path.endsWith('.docx'));
  const { batch, held } = holding(HANDED, documents);
  await batch.run();
  await held.readReports();
  const { result, of, running } = held.state.reports!;
  expect([running, of, result!.length]).toEqual([false, documents.length, documents.length]);
  const paired = result!.filter((one) => one.with !== null);
  expect(paired.length).toBeGreaterThan(documents.length / 2);
  for (const one of paired) expect(one.with!.replace(/[^/]*$/, '')).toBe(one.file.replace(/[^/]*$/, ''));
  for (const { with: beside, reason } of result!) if (beside === null) expect(reason).not.toMatch(/^$|jihe/);
  const none = holding(HANDED.slice(0, 1));
  await none.batch.run();
  await none.held.readReports();
  expect(none.held.state.reports).toMatchObject({ result: null, trouble: expect.stringContaining('没有随评分表放入自评报告') });
});

it('another state of the opened table: as `jihe compare` has it, the opened file the later one but for what was published', async () => {
  const held = opened(() => SAMPLE);
  const other = asFile({ path: '以前.xlsx', bytes: new Uint8Array(readFileSync('samples/项目自评_正确.xlsx')) });
  const changed = async (as: 'resubmitted' | 'published' | 'yearly') => {
    await held.takeOther(as, other);
    const { comparison } = held.state[as]!.result!;
    const rows = comparison.tables.flatMap((table) => table.rows.flatMap(({ changes }) => changes.map(({ shown }) => shown)));
    return { comparison, rows };
  };
  const again = await changed('resubmitted');
  expect(again.comparison).toMatchObject({ as: 'resubmitted', before: '以前.xlsx', after: OPENED, status: 'ok' });
  expect(again.comparison.tables.flatMap(({ findings }) => findings.filter(({ state }) => state === 'new')).length).toBeGreaterThan(3);
  const open = await changed('published');
  expect(open.comparison).toMatchObject({ as: 'published', before: OPENED, after: '以前.xlsx' });
  expect(open.rows).not.toEqual([]);
  // The other way round: every change of the one is one of the other, with its sides exchanged.
  for (const [before, after] of open.rows) expect(again.rows).toContainEqual([after, before]);
  expect((await changed('yearly')).comparison).toMatchObject({ as: 'yearly', after: OPENED });
  const book = await held.comparisonBook(held.state.resubmitted!.result!);
  expect(book!.name).toBe('修改情况核对.xlsx');
  expect(readXlsx(book!.bytes).sheets.map(({ name }) => name)).toEqual(['比对', '问题办理', '改动']);
  await held.takeOther('published', asFile({ path: '别的.xlsx', bytes: plainWorkbook([{ name: '表', rows: [['没有评分表']] }]) }));
  expect(held.state.published).toMatchObject({ result: { other: '以前.xlsx' }, trouble: expect.stringContaining('「别的.xlsx」') });
});
