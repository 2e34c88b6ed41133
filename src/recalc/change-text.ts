/** The list of changes for people: the same words on the command line and in the pane. */
import { KEPT_TEXTS, PART_NAMES } from './texts';
import { missingText, unknownText, type Words } from '../words';
import { a1, type CellEdit, type Content, Dec } from '../workbook';
import type { Change, Kept } from './types';

/** Why a cell was left. */
export function whyText({ part, why }: Kept): string {
  const rate = part === 'rate';
  switch (why.is) {
    case 'needs-all':
      return (rate ? KEPT_TEXTS.needsAllRate : KEPT_TEXTS.needsAll)(why.expected, why.because);
    case 'needs-raise':
      return (rate ? KEPT_TEXTS.needsRaiseRate : KEPT_TEXTS.needsRaise)(why.expected, why.because);
    case 'facts':
      return missingText(why.missing);
    case 'unknown':
      return unknownText(why.why);
    case 'several':
      return why.missing.length > 0 ? missingText(why.missing) : KEPT_TEXTS.several(why.scores);
    case 'range':
      return why.missing.length > 0 ? missingText(why.missing) : KEPT_TEXTS.range(why.from, why.to);
    case 'text':
      return KEPT_TEXTS.text(why.text);
    case 'text-column':
      return KEPT_TEXTS.textColumn(why.count);
    case 'error':
      return KEPT_TEXTS.error(why.error);
    case 'formula':
      return KEPT_TEXTS.formula(why.expected);
    case 'old-values':
      return KEPT_TEXTS.oldValues(why.cells.map(({ row, col }) => a1(row, col)).join('、'));
    case 'blanks-remain':
      return KEPT_TEXTS.blanksRemain(why.rows, why.unclear);
    default:
      return PLAIN[why.is];
  }
}

const PLAIN = {
  'not-applicable': KEPT_TEXTS.notApplicable,
  questioned: KEPT_TEXTS.questioned,
  doubted: KEPT_TEXTS.doubted,
  unnamed: KEPT_TEXTS.unnamed,
  shared: KEPT_TEXTS.shared,
  'rate-otherwise': KEPT_TEXTS.rateOtherwise,
  'covers-unknown': KEPT_TEXTS.coversUnknown,
  'pro-rata': KEPT_TEXTS.proRata,
  'text-scores': KEPT_TEXTS.textScores,
  'own-bands': KEPT_TEXTS.ownBands,
  ticked: KEPT_TEXTS.ticked,
  'no-total': KEPT_TEXTS.noTotal,
  locked: KEPT_TEXTS.locked,
  covered: KEPT_TEXTS.covered,
  refused: KEPT_TEXTS.refused,
  signature: KEPT_TEXTS.signature,
} as const;

/** 「H8 「培训合格率」得分：表中没有违规例数，不能计算」 */
export function keptText(kept: Kept, words: Words): string {
  return `${words.cell(kept.at)} ${subjectText(kept.part, kept.name, words)}：${whyText(kept)}`;
}

/** 「H8 「培训合格率」得分：空白 → 4.84。按评分标准计算：…」 */
export function changeText({ part, name, edit }: Change, words: Words): string {
  return `${words.cell(edit.at)} ${subjectText(part, name, words)}：${editText(edit, words)}`;
}

/** 「空白 → 4.84。按评分标准计算：…」 */
export function editText(edit: CellEdit, words: Words): string {
  return `${contentText(edit.before, words)} → ${contentText(edit.after, words)}。${edit.reason}`;
}

/** 「培训合格率」得分 · 等级 · 「总分」 */
export function subjectText(part: Change['part'], name: string, words: Words): string {
  const own = PART_NAMES[part];
  if (part === 'figure') return words.name(name);
  return part === 'grade' ? own : part === 'total' || part === 'subtotal' ? words.name(name) : `${words.name(name)}${own}`;
}

/** A value as an accountant writes it; a formula with what it comes to. */
export function contentText(content: Content, words: Words): string {
  if (content.kind === 'blank') return '空白';
  const value = content.kind === 'formula' ? content.stored : content.value;
  const shown = value instanceof Dec ? words.number(value) : value === '' ? '（无结果）' : String(value);
  if (content.kind === 'value') return shown;
  const formula = content.formula.length > 60 ? `${content.formula.slice(0, 59)}…` : content.formula;
  return `${shown}（公式 =${formula}）`;
}
