/** Score tables against approved 绩效目标, as text. */
import type { ComparedRowJson, ComparedTableJson } from '../../receipt';
import { SEVERITY_NAMES, SIDE_NAMES, TARGETS_SAME } from '../../words';
import { oneLine, painted, type TextLook } from './look';
import { hanging } from './table';

const PARTS = ['advisory', 'info'] as const;

/** Where it stands in the score table; what is there no longer, in the approved one. */
function placeOf({ changes }: ComparedRowJson): string {
  const [before, after] = changes[0]?.cells ?? [null, null];
  if (after !== null) return `${after.address} `;
  return before === null ? '' : `${SIDE_NAMES.target[0]}表${before.address} `;
}

function rowLine(row: ComparedRowJson, number: number, look: TextLook): string {
  const meaning = row.changes[0]?.meaning ?? '';
  return hanging(`    ${String(number).padStart(2)}. `, `${placeOf(row)}「${oneLine(row.indicator)}」：${oneLine(meaning)}`, look);
}

/** One table and the approved goals of its project. */
export function targetsText({ before, after, rows, same }: ComparedTableJson, look: TextLook): string {
  const owner = after?.project ?? after?.unit ?? before?.project ?? before?.unit ?? null;
  const sheets = [before, after].flatMap((side) => (side === null ? [] : [oneLine(side.sheet)]));
  const head = [painted(sheets.join(' → '), 'bold', look), ...(owner === null ? [] : [oneLine(owner)]), `一致 ${same} 项`].join(' · ');
  const parts = PARTS.flatMap((severity) => {
    const own = rows.filter((row) => row.severity === severity);
    return own.length === 0
      ? []
      : [`  ${SEVERITY_NAMES[severity]} ${own.length} 项`, ...own.map((row, index) => rowLine(row, index + 1, look))];
  });
  return `${[head, ...(rows.length === 0 ? [`  ${TARGETS_SAME}`] : parts)].join('\n')}\n`;
}
