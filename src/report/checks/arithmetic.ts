/** Equations and comparisons written in the report: both sides are worked out. */
import { numberText } from '../../words';
import { Dec, halfUp } from '../../workbook';
import type { ReportContext } from '../context';
import { figuresIn, unitScaleOf } from '../numbers';
import type { ReportLine } from '../types';
import { workedOut } from '../calculation';

const TERM = '[\\d.,%+\\-×x÷/()\\s]';
/** So long a calculation is none that people write; without a bound a long row of digits would keep the program busy for minutes. */
const TERMS = `${TERM}{0,300}\\d[\\d.,%]{0,30}`;
const EQUATION = new RegExp(`(?<!${TERM})(${TERMS}\\s{0,20}(?:分|亿元|万元|元)?\\s{0,20}\\)?)=(\\s{0,20}\\(?${TERMS})(?![\\d.])`, 'g');
const COMPARISON = /([≤≥<>])/g;

export function checkArithmetic(context: ReportContext): void {
  for (const line of context.lines) {
    equations(line, context);
    comparisons(line, context);
  }
}

/** Without units, and without the mark that ends its clause: 「=95%，」. */
const bare = (text: string): string => text.replace(/\s|亿元|万元|元|分/g, '').replace(/[.,]$/, '');

function equations(line: ReportLine, context: ReportContext): void {
  for (const match of line.half.matchAll(EQUATION)) {
    const [left, right] = [workedOut(bare(match[1]!)), workedOut(bare(match[2]!))];
    // One side alone is no arithmetic: 「得分=4」.
    if (left === null || right === null || !(left.steps > 0 || right.steps > 0)) continue;
    const from = match.index;
    const span = { line, from, to: from + match[0].replace(/[\s.,]+$/, '').length };
    // A whole number is a rounded one only where something was divided.
    const exact = !left.divides && !right.divides && [left, right].some(({ steps, value }) => steps === 0 && value.isInteger());
    const room = exact ? new Dec(0) : Dec.max(left.half, right.half);
    if (left.value.minus(right.value).abs().lte(room)) {
      context.tie(span, 'tied');
      continue;
    }
    const percent = /%$/.test((left.steps > 0 ? match[2] : match[1])!.trim().replace(/[.,]$/, ''));
    const shown = (value: Dec): string => (percent ? `${numberText(halfUp(value.times(100), 2))}%` : numberText(halfUp(value, 4)));
    const [worked, said] = left.steps > 0 ? [left.value, right.value] : [right.value, left.value];
    context.find(
      'report-arithmetic',
      'mandatory',
      span,
      `算式「${line.half.slice(from, span.to).trim()}」算出来是${shown(worked)}，写的是${shown(said)}，等号两边不相等。请核对。`,
      { actual: said, expected: worked },
    );
  }
}

const HOLDS: Readonly<Record<string, (a: Dec, b: Dec) => boolean>> = {
  '≤': (a, b) => a.lte(b),
  '≥': (a, b) => a.gte(b),
  '<': (a, b) => a.lt(b),
  '>': (a, b) => a.gt(b),
};

/** 「决算数528671.81元≤调整预算数715006元」: the figure right before the sign, and the next one behind it in the same clause. */
function comparisons(line: ReportLine, context: ReportContext): void {
  const figures = figuresIn(line);
  for (const match of line.half.matchAll(COMPARISON)) {
    const at = match.index;
    const left = figures.find(({ end }) => line.half.slice(end, at).trim() === '' && end <= at);
    const right = figures.find(({ from }) => from > at && !/[，,。；;、≤≥<>=]/.test(line.half.slice(at + 1, from)));
    const [one, other] = [left, right].map((figure) => (figure === undefined ? null : unitScaleOf(figure)));
    if (left === undefined || right === undefined || one == null || other == null || one.of !== other.of) continue;
    if (HOLDS[match[1]!]!(left.value.times(one.by), right.value.times(other.by))) continue;
    context.find(
      'report-arithmetic',
      'mandatory',
      { line, from: left.from, to: right.end },
      `报告写「${line.text.slice(left.from, right.end)}」，这个大小关系不成立。请核对两个数。`,
      { actual: left.value.times(one.by), expected: right.value.times(other.by) },
    );
  }
}
