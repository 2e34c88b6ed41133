/** Findings of a report stand in 审核结果 below those of the tables, and what is written to them there is read at the next check. */
import example from '../../src/checks/example-sheet.json';
import { writtenReplies, type WrittenReply } from '../../src/answers';
import { newWorkbook, readPlainText, readWorkbook } from '../../src/hosts/file';
import { auditBook, BY_THE_SHEET, judgeBy, reportAgainst } from '../../src/open-workbook';
import { answeredReport, type ReportJson } from '../../src/receipt';
import { resultBeside, type Review } from '../../src/results';
import type { WorkbookSnapshot } from '../../src/workbook/types';
import { bookOf, sheetOf } from '../support/sheets';

const TEXT =
  '某某局2024年度绩效自评报告\n一、自评情况\n自评得分99分，其中机制健全程度扣2分。我局无【待填】。下设3个科室，即办公室、业务科。\n二、存在问题\n制度滞后。';
const BOOK = bookOf([sheetOf('评分表', example)]);
const WHY = '分数按财政局4月2日复核意见书更正后另行公布，见附件3。';

interface Round {
  readonly review: Review;
  readonly report: ReportJson;
}

function checked(replies: readonly WrittenReply[], text = TEXT): Round {
  const audited = auditBook('附件2.xlsx', BOOK, judgeBy(BY_THE_SHEET), replies);
  const read = reportAgainst({ label: '送审/自评报告.txt', document: readPlainText(text) }, { label: '附件2.xlsx', audited });
  return { review: audited.review!, report: answeredReport(read, audited.review!.replies ?? []) };
}

const sheetAfter = ({ review, report }: Round, withReport = true): Promise<WorkbookSnapshot> =>
  readWorkbook(newWorkbook(resultBeside(withReport ? { ...review, reports: [report] } : review)));

const repliesAfter = async (round: Round, withReport = true): Promise<readonly WrittenReply[]> =>
  writtenReplies(await sheetAfter(round, withReport));

const texts = (book: WorkbookSnapshot): string =>
  book.sheets
    .flatMap((sheet) => [...Array(sheet.rows).keys()].map((row) => [...sheet.cellsOfRow(row)].map(([, { value }]) => value).join('|')))
    .join('\n');

const idOf = ({ report }: Round, code: string): string => report.findings.find((one) => one.code === code)!.id;

it('a report that has been answered in 审核结果 says so at the next check; a mandatory finding is not answered away', async () => {
  const first = checked([]);
  const sheet = texts(await sheetAfter(first));
  expect(sheet).toContain('自评报告：自评报告.txt');
  expect(sheet).toContain('报告写的总分是99分');
  const ids = ['report-total', 'report-placeholder', 'report-count'].map((code) => idOf(first, code));
  const [total, placeholder, missing] = ids;
  const written = (await repliesAfter(first)).map((reply) => ({
    ...reply,
    text: reply.id === missing ? '情况属实' : ids.includes(reply.id) ? WHY : '',
  }));
  expect(written.filter(({ report }) => report === '自评报告.txt').map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  const second = checked(written);
  const states = new Map(second.report.findings.map(({ id, answer }) => [id, answer?.state]));
  expect([total, placeholder, missing].map((id) => states.get(id!))).toEqual(['not-accepted', 'explained', 'vague']);
  // No table has taken them for its own.
  expect(second.review.tables.flatMap(({ answers }) => answers.resolved)).toEqual([]);
});

it('what was written is kept: for a finding that is gone as corrected, for a report that was not read this time as it was', async () => {
  const first = checked([]);
  const placeholder = idOf(first, 'report-placeholder');
  const written = (await repliesAfter(first)).map((reply) => (reply.id === placeholder ? { ...reply, text: WHY } : reply));
  const corrected = checked(written, TEXT.replace('我局无【待填】。', ''));
  const sheet = texts(await sheetAfter(corrected));
  expect(sheet).toMatch(new RegExp(`${placeholder}.*已更正.*${WHY}`));
  const unread = checked(written);
  expect(texts(await sheetAfter(unread, false))).toContain('本次没有核对这份报告');
  const again = await repliesAfter(unread, false);
  expect(again.find(({ id }) => id === placeholder)).toMatchObject({ report: '自评报告.txt', text: WHY });
});

it('a reply to values that have changed since is out of date', async () => {
  const first = checked([]);
  const placeholder = idOf(first, 'report-placeholder');
  const written = (await repliesAfter(first)).map((reply) => (reply.id === placeholder ? { ...reply, text: WHY } : reply));
  const { report } = checked(written, TEXT.replace('我局无【待填】。', '我局无【待补充】。'));
  expect(report.findings.find(({ id }) => id === placeholder)?.answer?.state).toBe('stale');
});
