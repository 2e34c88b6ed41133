import { a1OfRect, type Addr, areasOf, type Mark, markFormula, SEVERITIES_MARKED } from '../../../workbook';
import { placeFor } from './outline';
import type { PartPatch } from './part-patch';
import { SHEET_ORDER, type SheetPass } from './sheet-pass';
import { escapeText } from './xml-write';

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
  const present = SEVERITIES_MARKED.filter((severity) => cells.has(severity));
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
