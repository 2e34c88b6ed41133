/** Text taken from a cell: without line breaks, cut where it is long, its dates held against the day of filling in. */
import { explanation, saysNothing } from '../score-table/reason-text';
import type { Slot, ScoreTable } from '../score-table/types';
import { quote, toCheck, type Pieces } from './pieces';

const FULL_DATE = /((?:19|20)\d{2})\s*(?:年|[-./])\s*(\d{1,2})(?:\s*(?:月|[-./])\s*(\d{1,2}))?/g;

/** A plan may lie ahead. */
const PLANNED = /计划|拟|预计|预期|将|争取|力争|安排|打算|下一步|前完成|前实现/;

/** 「2025年6月」 「2025-06-30」: a day or month after the 填报日期 is not over yet, so nothing said of it is done unless it is said as a plan. */
export function speaksOfLater(text: string, scoreTable: ScoreTable): boolean {
  const filled = scoreTable.filledOn?.value;
  if (filled === undefined) return false;
  const limit = filled.year * 10_000 + filled.month * 100 + filled.day;
  const clauses = text.split(/[，,；;。\n]/).filter((clause) => !PLANNED.test(clause));
  return clauses
    .flatMap((clause) => [...clause.matchAll(FULL_DATE)])
    .some(([, year, month, day]) => {
      if (Number(month) < 1 || Number(month) > 12) return false;
      return Number(year) * 10_000 + Number(month) * 100 + (day === undefined ? 1 : Number(day)) > limit;
    });
}

/** One line, no closing mark of its own. */
export function flat(text: string): string {
  return text
    .replace(/(?<!\s)\s*[\r\n]\s*/g, ' ')
    .trim()
    .replace(/(?<![。；;，,.\s])[。；;，,.\s]+$/, '');
}

/** Cut to `most` characters at a mark where one is near, else hard, with 「……」. */
export function cut(text: string, most: number): string {
  const chars = [...text];
  if (chars.length <= most) return text;
  const head = chars.slice(0, Math.max(1, most - 2)).join('');
  const mark = Math.max(...['；', ';', '，', ',', '。', '、'].map((one) => head.lastIndexOf(one)));
  return `${mark > head.length / 2 ? head.slice(0, mark) : head}……`;
}

/** The words of a cell as they stand; empty where it says nothing. */
export function wordsOfCell(slot: Slot<string> | undefined): string {
  if (slot === undefined || slot.value === null || saysNothing(explanation(slot))) return '';
  return flat(slot.value);
}

/** The text in quotation marks; 【待核】 beside it where it speaks of a day after the 填报日期. */
export function quoted(text: string, slot: Slot<unknown>, scoreTable: ScoreTable, most = 80): Pieces {
  const inside = cut(text, most).replace(/[“”]/g, (mark) => (mark === '“' ? '‘' : '’'));
  const piece = quote(`“${inside}”`, [slot.at]);
  return speaksOfLater(text, scoreTable) ? [piece, toCheck('文中日期晚于填报日期', [slot.at])] : [piece];
}

/** Cause and measure where one cell holds both under labels of their own: 「偏差原因：…改进措施：…」. */
export function causeAndMeasure(text: string): { readonly cause: string; readonly measure: string } {
  const at = /(?:改进措施|整改措施|下一步措施|下一步(?:改进)?(?:工作)?(?:打算|计划)?|措施)\s*[:：]/.exec(text);
  const cause = (at === null ? text : text.slice(0, at.index)).replace(
    /^(?:\d[.、．])?(?:偏差|扣分|未完成|未达标)?(?:的)?原因(?:分析|说明)?\s*[:：]/,
    '',
  );
  return { cause: flat(cause), measure: at === null ? '' : flat(text.slice(at.index + at[0].length)) };
}
