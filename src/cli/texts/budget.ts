/** What `check --budget` says. */
export const budgetWithoutList = (file: string): string =>
  `「${file}」中没有找到预算执行表：表头要有项目编码或项目名称，以及预算数（年初预算数、全年预算数、调整预算数）或执行数。`;
export const budgetUnread = (file: string, why: string): string => `--budget 指定的「${file}」读不了：${why}`;

interface Owner {
  readonly code: string | null;
  readonly project: string | null;
  readonly unit: string | null;
}

/** 「培训经费（某局，5101…）」 */
export function ownerText({ code, project, unit }: Owner): string {
  const name = project ?? unit ?? code ?? '没有写项目名称';
  const beside = [unit, code].filter((one): one is string => one !== null && one !== name);
  return beside.length === 0 ? name : `${name}（${beside.join('，')}）`;
}

const listed = (names: readonly string[]): readonly string[] => names.map((name) => `  ${name}`);

export function budgetLines({
  file,
  tables,
  without,
  left,
}: {
  readonly file: string;
  readonly tables: number;
  readonly without: readonly string[];
  readonly left: readonly string[];
}): readonly string[] {
  return [
    `与「${file}」核对预算数、执行数：对应 ${tables} 张评分表，没有对应项目的 ${without.length} 张，没有评分表的项目 ${left.length} 个。`,
    ...(without.length === 0 ? [] : [`没有核对的评分表（「${file}」中没有这个项目，或同名的不止一个）：`, ...listed(without)]),
    ...(left.length === 0 ? [] : [`「${file}」中没有评分表的项目：`, ...listed(left)]),
  ];
}
