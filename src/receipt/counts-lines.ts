/** What a whole batch came to, each in one sentence: the command line and the workbench say the same. */
import type { BudgetJson, BudgetOwnerJson } from './budget-types';
import type { ComparisonJson } from './comparison-types';
import type { PublishingJson } from './publishing';
import { reportVerdict } from './report';
import type { ReportJson } from './report-types';
import type { RoundJson } from './round-types';

/** 「反馈 41 家：已重报 35（改完 30，仍有问题 5），未重报 6；新增问题 2 家。」 */
export function roundLine({ asked, again, corrected, open, unknown, notYet, withNew }: RoundJson['counts']): string {
  const parts = [`改完 ${corrected}`, `仍有问题 ${open}`, ...(unknown > 0 ? [`无法判断 ${unknown}`] : [])];
  const told = again > 0 ? `（${parts.join('，')}）` : '';
  return `反馈 ${asked} 家：已重报 ${again}${told}，未重报 ${notYet}${withNew > 0 ? `；新增问题 ${withNew} 家` : ''}。`;
}

/** 「公开前检查 312 个文件，需要确认的 4 个（9 处）。」 */
export function publishingLine(files: readonly PublishingJson[]): string {
  const read = files.filter(({ status }) => status === 'ok');
  const asking = read.filter(({ findings }) => findings.length > 0);
  const places = asking.reduce((sum, { findings }) => sum + findings.length, 0);
  const unread = files.length - read.length;
  return `公开前检查 ${read.length} 个文件，需要确认的 ${asking.length} 个（${places} 处）${unread > 0 ? `，读不了的 ${unread} 个` : ''}。`;
}

/** 「与「指标执行表.xlsx」核对预算数、执行数：对应 312 张评分表，没有对应项目的 2 张，没有评分表的项目 8 个。」 */
export const budgetLine = ({ file, counts: { held, withoutLine, withoutTable } }: BudgetJson): string =>
  `与「${file}」核对预算数、执行数：对应 ${held} 张评分表，没有对应项目的 ${withoutLine} 张，没有评分表的项目 ${withoutTable} 个。`;

/** 「培训经费（某局，5101…）」 */
export function budgetOwnerText({ code, project, unit }: BudgetOwnerJson): string {
  const name = project ?? unit ?? code ?? '没有写项目名称';
  const beside = [unit, code].filter((one): one is string => one !== null && one !== name);
  return beside.length === 0 ? name : `${name}（${beside.join('，')}）`;
}

/** 「与批复目标核对 310 张评分表：一致 305 张，请核对 5 张（7 处）；没有批复目标的 2 张，没有评分表的 8 个项目。」 */
export function targetsLine(comparisons: readonly ComparisonJson[]): string {
  const tables = comparisons.flatMap((one) => one.tables);
  const asking = tables.filter(({ rows }) => rows.length > 0);
  const places = asking.reduce((sum, { rows }) => sum + rows.length, 0);
  const of = (test: (one: ComparisonJson) => boolean): number => comparisons.filter(test).length;
  const parts = [
    `没有批复目标的 ${of(({ status, before }) => status === 'unmatched' && before === null)} 张`,
    `没有评分表的 ${of(({ status, after }) => status === 'unmatched' && after === null)} 个`,
  ];
  const apart = of(({ status, before, after }) => status === 'unmatched' && before !== null && after !== null);
  const unread = of(({ status }) => status === 'unreadable');
  if (apart > 0) parts.push(`没有逐项核对的 ${apart} 张`);
  if (unread > 0) parts.push(`读不了的 ${unread} 个文件`);
  const counts = `一致 ${tables.length - asking.length} 张，请核对 ${asking.length} 张（${places} 处）`;
  return `与批复目标核对 ${tables.length} 张评分表：${counts}；${parts.join('，')}。`;
}

/** 「自评报告 3 份：强制性 2 项、提示性 1 项；已核对 64 处数字，61 处与表中对上；没有对照评分表的 1 份，读不了的 1 份。」 */
export function reportsLine(reports: readonly ReportJson[]): string {
  const read = reports.filter(({ status }) => status === 'ok');
  const sum = (of: (one: ReportJson) => number): number => read.reduce((all, one) => all + of(one), 0);
  const tied = sum(({ claims }) => claims.tied);
  const alone = read.filter((one) => one.with === null).length;
  const unread = reports.length - read.length;
  const others = [...(alone > 0 ? [`没有对照评分表的 ${alone} 份`] : []), ...(unread > 0 ? [`读不了的 ${unread} 份`] : [])];
  const found = reportVerdict({ findings: read.flatMap(({ findings }) => findings) });
  const told = read.length === 0 ? [] : [found, `已核对 ${tied + sum(({ claims }) => claims.differing)} 处数字，${tied} 处与表中对上`];
  return `自评报告 ${reports.length} 份：${[...told, ...(others.length === 0 ? [] : [others.join('，')])].join('；')}。`;
}
