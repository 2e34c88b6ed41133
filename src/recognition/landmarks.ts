/** Rows that are no part of an indicator table: titles, funding and goal blocks, footers, notes. */
import type { GridCell } from './grid';
import footers from './data/footers.json';
import { labelPattern } from './labels';
import { wordsPattern, withoutBrackets } from '../workbook';
import fundingWords from './data/funding-words.json';
import titles from './data/titles.json';

const FOOTER = new RegExp(
  `^(?:${wordsPattern([...footers.people, ...footers.conclusions, ...footers.grades])}|${labelPattern('filledOn')}|(?:其他)?需要说明.{0,6})(?:$|[:：(（;、.,\\d]|人|签)`,
);
const FUNDING_WORD = new RegExp(
  `^${wordsPattern(fundingWords.before)}?.{0,4}${wordsPattern(fundingWords.amounts)}$|^(?:年初|全年|调整后?)预算$|^(?:预算|资金|支出)?(?:执行|支付|支出)(?:率|进度)$|^(?:年初|全年|执行|到位)$`,
);
const GOALS = new RegExp(`^${wordsPattern(titles.ofGoals)}?(?:年度|总体|绩效|整体)?(?:总体|绩效)?目标(?:完成情况|\\d|[一二三])?$`);
const TITLE = new RegExp(`${wordsPattern(titles.assessing)}.{0,60}表|(?:自评|评价)报告`);

/** Inside a table 绩效目标 may be an indicator's name: only a row that also heads 预期目标 and 实际完成情况 is a goal block. */
export function isGoalsHeader(cells: readonly GridCell[]): boolean {
  return (
    isGoalsRow(cells) &&
    cells.some((cell) => /^(?:预期目标|年初设定(?:目标)?|总体目标|预期)$/.test(cell.text)) &&
    cells.some((cell) => /实际完成|完成情况/.test(cell.text))
  );
}

/** Two or more budget words in different cells: the header of a funding table. */
export function isFundingHeader(cells: readonly GridCell[]): boolean {
  if (cells.some((cell) => /^[\d.,%]+$/.test(cell.text))) return false;
  const words = new Set<string>();
  for (const cell of cells)
    if (cell.text.length <= 24 && FUNDING_WORD.test(withoutBrackets(cell.text)) && !/资金总额/.test(cell.text)) words.add(cell.text);
  return words.size >= 2;
}

/** 年度总体目标 | 预期目标 | 实际完成情况 */
export function isGoalsRow(cells: readonly GridCell[]): boolean {
  if (cells.length === 0) return false;
  if (GOALS.test(withoutBrackets(cells[0]!.text)) || /^年度总体目标/.test(cells[0]!.text)) return true;
  return cells.length === 2 && /预期目标|年初设定目标/.test(cells[0]!.text) && /实际完成|完成情况/.test(cells[1]!.text);
}

/** A line that names a form: 「2022年度项目支出绩效自评表」, 「附件2」. */
export function isTitleRow(cells: readonly GridCell[]): boolean {
  if (cells.length === 0 || cells.length > 2) return false;
  const text = cells[0]!.text;
  if (/^附(?:件|表)[-—:：\d]*$/.test(text)) return true;
  return (
    text.length <= 60 && TITLE.test(text) && !/\(\d+(?:\.\d+)?分\)/.test(text) && !/^\d+[.、]|^注|[。;]/.test(text) && cells.length === 1
  );
}

/** The beginning of something else: another table's title, a funding or a goal block. */
export function isForeign(cells: readonly GridCell[], cols: number): boolean {
  if (isFundingHeader(cells) || isGoalsHeader(cells)) return true;
  return isTitleRow(cells) && (cells[0]!.right > cells[0]!.col || cols <= 3 || cells[0]!.col > 0 || /年/.test(cells[0]!.text));
}

/**
 * 填报人, 联系电话, 注:, 备注: … `loose`: the row has no points of its own, so a numbered sentence may be a footnote.
 */
export function isFooter(cells: readonly GridCell[], loose: boolean): boolean {
  const first = cells[0];
  if (first === undefined || !loose) return false;
  if (FOOTER.test(first.text)) return true;
  const wide = first.right - first.col >= 4 && cells.length === 1;
  return wide && (first.text.length > 40 || /。|;/.test(first.text));
}
