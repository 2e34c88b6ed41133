/** What is said of one indicator: its name, its scores, target and 完成值, the reason, the evidence. */
import type { IndicatorRow, Quantity, RowId, ScoreTable, Slot } from '../score-table';
import { a1, type Addr } from '../workbook';
import { isExecution, speaksForItself, type ScoredItem } from './model';
import { figure, joined, line, quote, toFill, type Pieces } from './pieces';
import { inner, quoted, wordsOfCell } from './quoted';
import { rateSentence } from './rate';

const MOST_NAMES = 3;
const LONGEST_EVIDENCE = 60;

export function idsOf(item: ScoredItem): readonly RowId[] {
  return item.rows.map((row) => row.id);
}

export const nameOfRow = (row: IndicatorRow): Pieces => [quote(nameText(row), [row.name.at])];

/** The names of the rows of one score, at most three. */
export function nameOf(item: ScoredItem): Pieces {
  if (isExecution(item)) return line('预算执行率');
  const named = item.rows.slice(0, MOST_NAMES).map(nameOfRow);
  return line(joined(named), item.rows.length > MOST_NAMES ? '等' : '');
}

function nameText(row: IndicatorRow): string {
  return row.name.value
    .replace(/\s+/g, ' ')
    .replace(/^指标\s*\d+\s*[:：.、]\s*(?=.)/, '')
    .replace(/(?<![。：:；;，,])[。：:；;，,]+$/, '')
    .trim();
}

/** 「分值6分，自评得分5.5分，扣0.5分」 */
export function scorePieces(item: ScoredItem): Pieces {
  const weight = item.weight === null ? [] : line('分值', figure(item.weight, '分', { of: 'sum', cells: item.weightAt }), '，');
  const score =
    item.score === null
      ? line('自评得分', toFill('得分', item.scoreAt))
      : line('自评得分', figure(item.score, '分', { of: 'sum', cells: item.scoreAt }));
  return line(weight, score, item.off === null ? [] : line('，扣', offOf(item)));
}

export function offOf(item: ScoredItem): Pieces {
  return item.off === null ? [] : [figure(item.off, '分', { of: 'difference', cells: item.weightAt, minus: item.scoreAt })];
}

/** 「年度指标值≥48次，实际完成值44次」; empty where the form has neither. */
export function valuesOf(item: ScoredItem): Pieces {
  return item.rows.length > 1 ? [] : valuesOfRow(item.rows[0]!);
}

export function valuesOfRow(row: IndicatorRow): Pieces {
  const parts = [valueOf('年度指标值', row.target, row.unit), valueOf('实际完成值', row.actual, row.unit)];
  return joined(
    parts.filter((one) => one.length > 0),
    '，',
  );
}

function valueOf(label: string, slot: Slot<Quantity> | undefined, unit: Slot<string> | undefined): Pieces {
  if (slot === undefined || slot.value === null) return [];
  const { text } = slot.value;
  const own = unit?.value?.trim() ?? '';
  if (slot.value.kind === 'words') return line(label, quote(`“${inner(text)}”`, [slot.at]));
  const bare = own !== '' && slot.value.kind === 'number' && /\d$/.test(text);
  // Beside a % unit a share may have been typed as 0.95: only percent points take the sign.
  const suffix = bare && (own !== '%' || isPoints(slot.value)) ? own : '';
  return line(label, quote(`${text}${suffix}`, suffix === '' ? [slot.at] : [slot.at, unit!.at]));
}

/** Typed as points of a hundred: 95 where 95% is meant. */
function isPoints({ number, text }: Quantity): boolean {
  return number !== null && /^[\d.]+$/.test(text) && number.times(100).eq(text);
}

/** The stated reason in quotation marks; 【待填】 where none is written. */
export function causeOf(item: ScoredItem, scoreTable: ScoreTable, most = 80): Pieces {
  if (speaksForItself(item)) return line(rateSentence(scoreTable), '，按执行率计分');
  if (item.cause !== '' && item.reason !== undefined) return quoted(item.cause, item.reason, scoreTable, most);
  const at = item.reason?.at ?? item.scoreAt[0];
  if (at === undefined) return [toFill('扣分原因')];
  const what = item.reason?.state === 'picture' ? '原因为图片' : '扣分原因';
  return [toFill(`${what}，见${a1(at.row, at.col)}`, [at])];
}

/** 「佐证材料：巡检记录」 as named in the sheet; empty where none is. */
export function evidenceOf(item: ScoredItem): Pieces {
  const slot = item.rows.map((row) => row.evidence).find((one) => wordsOfCell(one) !== '');
  if (slot === undefined) return [];
  const text = wordsOfCell(slot);
  return [...text].length > LONGEST_EVIDENCE ? [] : line('佐证材料：', quote(text, [slot.at]));
}

/** Where an item that does not apply says so. */
export function notApplicableAt(item: ScoredItem): Addr | undefined {
  return item.rows.find((row) => row.applies === false)?.notApplicableAt;
}
