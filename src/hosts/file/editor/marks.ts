import { a1OfRect, compareAddr } from '../../../workbook/address';
import type { Addr, Rect } from '../../../workbook/types';
import type { Mark } from '../../../workbook/write-plan';
import { placeFor } from './outline';
import type { PartPatch } from './part-patch';
import { SHEET_ORDER, type SheetPass } from './sheet-pass';
import { markFormula } from './tags';
import { escapeText } from './xml-write';

const SEVERITIES = ['mandatory', 'advisory'] as const;

/** The cells of one sheet to mark, by severity; a cell marked as both is 强制性. */
export function marksOfSheet(marks: readonly Mark[], sheet: number): ReadonlyMap<Mark['severity'], readonly Addr[]> {
  const found = new Map<Mark['severity'], readonly Addr[]>();
  const taken = new Set<string>();
  for (const severity of SEVERITIES) {
    const cells = new Map<string, Addr>();
    for (const mark of marks) {
      if (mark.severity !== severity) continue;
      for (const at of mark.cells) if (at.sheet === sheet && !taken.has(`${at.row},${at.col}`)) cells.set(`${at.row},${at.col}`, at);
    }
    for (const key of cells.keys()) taken.add(key);
    if (cells.size > 0) found.set(severity, [...cells.values()].sort(compareAddr));
  }
  return found;
}

/**
 * Writes one rule per severity over all its cells. Ours come first, so all others move back; where a pivot table
 * refers to a rule by its number, nothing may move and ours come last.
 */
export function writeMarks(
  patch: PartPatch,
  pass: SheetPass,
  cells: ReadonlyMap<Mark['severity'], readonly Addr[]>,
  format: (severity: Mark['severity']) => number,
): void {
  const present = SEVERITIES.filter((severity) => cells.has(severity));
  const last = pass.priorities.some((rule) => rule.pivot);
  const first = last ? Math.max(0, ...pass.priorities.map((rule) => rule.value)) + 1 : 1;
  if (!last) for (const rule of pass.priorities) patch.replace(rule.from, rule.to, String(rule.value + present.length), true);
  const p = pass.outline.prefix;
  const text = present.map((severity, index) => {
    const areas = areasOf(cells.get(severity)!, pass.merges).map(a1OfRect).join(' ');
    const rule = `<${p}cfRule type="expression" dxfId="${format(severity)}" priority="${first + index}"><${p}formula>${escapeText(markFormula(severity))}</${p}formula></${p}cfRule>`;
    return `<${p}conditionalFormatting sqref="${areas}">${rule}</${p}conditionalFormatting>`;
  });
  patch.insert(placeFor(pass.outline, SHEET_ORDER, 'conditionalFormatting'), text.join(''), true);
}

/** Cells as few rectangles: a merged cell as its whole area, cells below each other as one, columns of equal height side by side as one. */
export function areasOf(cells: readonly Addr[], merges: readonly Rect[]): Rect[] {
  const mergeAt = new Map(merges.map((rect) => [`${rect.top},${rect.left}`, rect]));
  const singles: Addr[] = [];
  const areas: Rect[] = [];
  for (const at of cells) {
    const merge = mergeAt.get(`${at.row},${at.col}`);
    if (merge === undefined) singles.push(at);
    else areas.push(merge);
  }
  const down: Rect[] = [];
  for (const { row, col } of [...singles].sort((a, b) => a.col - b.col || a.row - b.row)) {
    const last = down[down.length - 1];
    if (last !== undefined && last.left === col && last.bottom === row - 1) down[down.length - 1] = { ...last, bottom: row };
    else down.push({ top: row, bottom: row, left: col, right: col });
  }
  return [...areas, ...joinAcross(down)].sort((a, b) => a.top - b.top || a.left - b.left);
}

function joinAcross(down: readonly Rect[]): Rect[] {
  const open = new Map<string, Rect>();
  const done: Rect[] = [];
  for (const rect of down) {
    const key = `${rect.top},${rect.bottom}`;
    const left = open.get(key);
    if (left !== undefined && left.right === rect.left - 1) open.set(key, { ...left, right: rect.right });
    else {
      if (left !== undefined) done.push(left);
      open.set(key, rect);
    }
  }
  return [...done, ...open.values()];
}
