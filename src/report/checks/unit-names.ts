/** Another place's authority of the same kind as the subject of a sentence: 「北屏县卫生健康局」 in the report of 南屏县卫生健康局. */
import { normal } from '../../workbook';
import type { ReportContext } from '../context';
import type { ReportLine } from '../types';
import { holdsAny, sentenceAround, WORDS } from '../words';

const NAME = /^(?:[\u4e00-\u9fa5]{2,3}[省市州])?([\u4e00-\u9fa5]{1,3}[县区市旗镇乡])([\u4e00-\u9fa5]{3,12})$/;
/** 全县, 我县, 各县 name no place. */
const NO_PLACE = /^[我本全各该邻外两此每区市县乡镇及和与对由在向为是的到]|[我本全各该邻外两此每区市县乡镇]./;

/** Place and authority of the unit: 南屏县 · 卫生健康局. */
function partsOf(unit: string | null): readonly [place: string, authority: string] | null {
  const match = NAME.exec(normal(unit ?? ''));
  return match === null ? null : [match[1]!, match[2]!];
}

function otherIn(line: ReportLine, [place, authority]: readonly [string, string]): { readonly from: number; readonly name: string } | null {
  for (let at = line.half.indexOf(authority); at >= 0; at = line.half.indexOf(authority, at + 1)) {
    const from = at - place.length;
    const written = line.half.slice(Math.max(0, from), at);
    const starts = from === 0 || /[，,。；;、:\s]/.test(line.half[from - 1] ?? '');
    if (from < 0 || !starts || written === place || !/^[\u4e00-\u9fa5]+$/.test(written)) continue;
    if (written.at(-1) !== place.at(-1) || NO_PLACE.test(written)) continue;
    // Learning from them, working with them, a former name, a list of several.
    if (holdsAny(sentenceAround(line.half, at), WORDS.withOthers) || /^、/.test(line.half.slice(at + authority.length))) continue;
    return { from, name: written + authority };
  }
  return null;
}

export function checkUnitNames(context: ReportContext): void {
  const own = partsOf(context.unit);
  if (own === null) return;
  for (const line of context.lines) {
    if (line.table !== null) continue;
    const other = otherIn(line, own);
    if (other === null) continue;
    context.find(
      'report-unit-name',
      'advisory',
      { line, from: other.from, to: other.from + other.name.length },
      `报告里写有「${other.name}」，本报告的单位是「${own.join('')}」。请核对是不是沿用了其他单位的文字。`,
      { actual: other.name, expected: own.join('') },
    );
    return;
  }
}
