/** Codes that stand beside their labels above a score table: 「项目编码 | 5107…」, 「项目编码：5107…」. */
import { normal, wordsPattern, type SheetSnapshot } from '../workbook';
import { codeKey } from './codes';
import labels from './data/code-labels.json';

type Coded = keyof Omit<typeof labels, 'comment'>;

const INLINE: Readonly<Record<Coded, RegExp>> = {
  project: new RegExp(`(?:^|[\\s,，;；])${wordsPattern(labels.project)}[:：]\\s*([0-9A-Za-z][0-9A-Za-z-]{2,})`),
  unit: new RegExp(`(?:^|[\\s,，;；])${wordsPattern(labels.unit)}[:：]\\s*([0-9A-Za-z][0-9A-Za-z-]{2,})`),
};
const ALONE: Readonly<Record<Coded, ReadonlySet<string>>> = { project: new Set(labels.project), unit: new Set(labels.unit) };
/** Rows above a table's indicators in which its labels stand. */
const DEEPEST = 15;

/** Figures beyond these are not kept by a number. */
const MOST_DIGITS = 15;

function codeText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isInteger(value) && String(value).length <= MOST_DIGITS ? String(value) : null;
}

/** Rows are 0-based, `to` is not looked at. null: none, or two that differ. */
export function labelledCode(sheet: SheetSnapshot, what: Coded, from: number, to: number): string | null {
  const found = new Set<string>();
  for (let row = from; row < Math.min(to, from + DEEPEST, sheet.rows); row += 1) {
    const cells = [...sheet.cellsOfRow(row)].filter(([, { value }]) => value !== null && value !== '');
    cells.forEach(([, { value }], index) => {
      if (typeof value !== 'string') return;
      const inline = INLINE[what].exec(value)?.[1];
      const beside = ALONE[what].has(normal(value).replace(/:$/, '')) ? codeText(cells[index + 1]?.[1].value) : null;
      const key = codeKey(inline ?? beside);
      if (key !== null) found.add(key);
    });
  }
  return found.size === 1 ? [...found][0]! : null;
}
