/** What `check --budget` says. */
import { type BudgetJson, budgetLine, budgetOwnerText } from '../../receipt';

export const budgetWithoutList = (file: string): string =>
  `「${file}」中没有找到预算执行表：表头要有项目编码或项目名称，以及预算数（年初预算数、全年预算数、调整预算数）或执行数。`;
export const budgetUnread = (file: string, why: string): string => `--budget 指定的「${file}」读不了：${why}`;

const listed = (names: readonly string[]): readonly string[] => names.map((name) => `  ${name}`);

/** `share`: of one share of a run, where nobody knows yet which projects have no table. */
export function budgetLines(json: BudgetJson, share: boolean): readonly string[] {
  const { file, counts, withoutLine, withoutTable } = json;
  const without = withoutLine.map((one) => `${one.file}：${budgetOwnerText(one)}`);
  return [
    share ? budgetShareLine(file, counts) : budgetLine(json),
    ...(without.length === 0 ? [] : [`没有核对的评分表（「${file}」中没有这个项目，或同名的不止一个）：`, ...listed(without)]),
    ...(share || withoutTable.length === 0 ? [] : [`「${file}」中没有评分表的项目：`, ...listed(withoutTable.map(budgetOwnerText))]),
  ];
}

const budgetShareLine = (file: string, { held, withoutLine }: BudgetJson['counts']): string =>
  `与「${file}」核对预算数、执行数：这一份对应 ${held} 张评分表，没有对应项目的 ${withoutLine} 张；没有评分表的项目在合并各份后列出。`;
