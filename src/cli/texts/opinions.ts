/** What is said of files of 审核意见. */
import { type OpinionDifference, type LaidOpinions, type OpinionBook, nameOfReport, tableName, type TableOpinions } from '../../opinions';

export const OPINIONS_NEED_FILES = '请写明审核意见文件，例如：jihe opinions 审核意见_甲.json 审核意见_乙.json --out 审核意见.json';
export const opinionsNotRead = (file: string, why: string): string => `「${file}」没有读取：${why.replace(/。$/, '')}。`;
export const notPutTogether = (out: string, why: string): string => `「${out}」没有写入：${why.replace(/。$/, '')}。`;
export const putTogether = (files: number, out: string): string => `已合并 ${files} 份审核意见，存到「${out}」。\n`;

const MOST = 20;

const countsOf = ({ findings, own, scores }: Pick<TableOpinions, 'findings' | 'own' | 'scores'>): string => {
  const parts = [
    [findings.length, '条针对问题的意见'],
    [own.length, '条另加意见'],
    [scores.length, '项复核分'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return said.length === 0 ? '没有意见' : said.join('，');
};

function listed<T>(all: readonly T[], line: (one: T) => string): string {
  const shown = all.slice(0, MOST).map((one) => `  ${line(one)}\n`);
  return shown.join('') + (all.length > MOST ? `  等 ${all.length} 项\n` : '');
}

/** What is in a file, a line a table. */
export function bookLines({ tables, reports, reviewer }: OpinionBook): string {
  const by = reviewer === '' ? '' : `（审核人：${reviewer}）`;
  const ofTables = `共 ${tables.length} 张表的审核意见${by}：\n${listed(tables, (one) => `${tableName(one.table)}：${countsOf(one)}`)}`;
  if (reports.length === 0) return ofTables;
  const line = ({ report, findings }: OpinionBook['reports'][number]): string =>
    `${nameOfReport(report)}：${countsOf({ findings, own: [], scores: [] })}`;
  return `${ofTables}${reports.length} 份自评报告的审核意见：\n${listed(reports, line)}`;
}

/** Where files differ. */
export function differLines(differences: readonly OpinionDifference[]): string {
  if (differences.length === 0) return '';
  return `有 ${differences.length} 处写得不同，以前一份为准，另一份的意见一并保留在文件里，请确认：\n${listed(differences, ({ table, what }) => `${table}：${what}`)}`;
}

/** 编号 of opinions, by table. */
interface Named {
  readonly name: string;
  readonly ids: readonly string[];
}

const namedLines = (all: readonly Named[]): string => listed(all, ({ name, ids }) => `${name}：${ids.join('、')}`);

/** What of a file did not fit the tables at hand, and what two reviewers left open; nothing of it is lost. */
export function unfittingLines({ lost, renamed, reports }: LaidOpinions, gone: readonly Named[], open: readonly Named[] = []): string {
  const parts = [
    lost.length === 0
      ? ''
      : `有 ${lost.length} 张表的审核意见在送审文件中对不上，没有采用：\n${listed(lost, ({ table }) => tableName(table))}`,
    reports.lost.length === 0
      ? ''
      : `有 ${reports.lost.length} 份自评报告的审核意见在送审文件中对不上，没有采用：\n${listed(reports.lost, ({ report }) => nameOfReport(report))}`,
    renamed.length === 0
      ? ''
      : `有 ${renamed.length} 张表换了名称，按内容对上，请核对：\n${listed(renamed, ({ entry, was }) => `${entry.file}：原为${tableName(was)}`)}`,
    gone.length === 0 ? '' : `以下意见所指的问题已不再出现，没有写入：\n${namedLines(gone)}`,
    open.length === 0 ? '' : `以下意见两位审核人写得不同，按前一位的写入，请确认：\n${namedLines(open)}`,
  ];
  return parts
    .filter((part) => part !== '')
    .join('')
    .replace(/\n$/, '');
}
