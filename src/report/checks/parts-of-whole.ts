/**
 * 「1268公里，其中县道…、乡道…、村道…」: parts that miss their whole by so little that it must have been meant.
 * A list behind 其中 need not be whole: less than the whole is a finding only where two digits that changed places explain it.
 */
import { numberText } from '../../words';
import { Dec } from '../../workbook';
import type { ReportContext } from '../context';
import { figuresIn, labelBefore, type TextFigure, unitScaleOf, unitText, yuanOf } from '../numbers';
import { isTransposed } from '../slip';
import type { ReportLine } from '../types';
import { clauseBefore, holdsAny, LONGEST_SENTENCE, oneOfWords, WORDS } from '../words';

/** Farther apart the parts were not meant to make up the whole. */
const NEAR = new Dec('0.15');
const FEWEST = 2;

const YEAR = /^20\d{2}年度?/;

const scaled = (figure: TextFigure): Dec => figure.value.times(unitScaleOf(figure)!.by);

/** What is counted by any of these words may be counted by another in its parts: 72个, 其中中学18所. */
const ANYTHING: ReadonlySet<string> = new Set(['个', '家']);

const SHARE = new RegExp(`(?:${oneOfWords(WORDS.completionLeads)})(?:为|是|达到|达)?$`);

/** What stands beside a whole: its target, and how much of it was done. */
function isBeside(figure: TextFigure): boolean {
  const label = labelBefore(figure).trim();
  return holdsAny(label, WORDS.targets) || (figure.unit === '%' && SHARE.test(label));
}

/** The figure right before 其中, a target and a rate of completion between them left out. */
function wholeBefore(line: ReportLine, at: number): TextFigure | null {
  let edge = at;
  for (const one of [...figuresIn(line)].reverse()) {
    if (one.end > edge) continue;
    if (!/^[，,:(;；\s]*$/.test(line.half.slice(one.end, edge))) return null;
    if (!isBeside(one)) return one;
    edge = one.from - clauseBefore(line.half, one.from).length;
  }
  return null;
}

/** Clauses behind the last number say something else: 「……，等级为优」. */
function withoutTail(clauses: readonly string[]): readonly string[] {
  const last = clauses.map((clause) => /\d/.test(clause)).lastIndexOf(true);
  return clauses.slice(0, last + 1);
}

/** The figures of a whole and its parts; null where something else stands between them. */
function partsUpTo(
  line: ReportLine,
  at: number,
  ends: RegExp,
): { readonly whole: TextFigure; readonly parts: readonly TextFigure[] } | null {
  const { half } = line;
  const stop = half.slice(at, at + LONGEST_SENTENCE).search(ends);
  const end = stop < 0 ? Math.min(half.length, at + LONGEST_SENTENCE) : at + stop;
  const figures = figuresIn(line);
  const whole = wholeBefore(line, at);
  const scale = whole === null ? null : unitScaleOf(whole);
  if (whole === null || scale === null) return null;
  const list = half.slice(at + 2, end);
  if (list.includes('其中') || holdsAny(list.replace(/等[级次]/g, ''), WORDS.openLists) || holdsAny(list, WORDS.overlapping)) return null;
  const inside = figures.filter((one) => one.from > at && one.from < end);
  const kind = partKind(inside, scale.of);
  const parts = inside.filter((one) => unitScaleOf(one)?.of === kind);
  // Every clause says one part and nothing else, its share aside.
  const clauses = withoutTail(
    list
      .split(/(?<!\d)[，,;；、]|[，,;；、](?!\d)/)
      .filter((one) => one.trim() !== '' && !/^(?:分别)?[占为约]?[\d.]+%\)?$/.test(one.trim())),
  );
  const plain = clauses.every((one) =>
    /^[^\d]*(?:\d{1,3}(?:-|至|周岁|岁|—)[^\d]*){0,2}[\d.,]+\s*[^\d]{0,4}(?:\([^)]*\))?$/.test(one.trim().replace(YEAR, '')),
  );
  if (parts.length < FEWEST || clauses.length !== parts.length || !plain) return null;
  return { whole, parts };
}

function partKind(inside: readonly TextFigure[], own: string): string {
  const kinds = new Set(inside.flatMap((one) => (one.unit === '%' ? [] : [unitScaleOf(one)?.of ?? ''])));
  const [only = ''] = kinds;
  return ANYTHING.has(own) && kinds.size === 1 && only !== '' && yuanOf(only) === null && only !== '分' ? only : own;
}

const vague = (line: ReportLine, { from, end }: TextFigure): boolean =>
  WORDS.vague.some((word) => line.half.slice(0, from).endsWith(word)) || WORDS.vagueAfter.some((word) => line.half.startsWith(word, end));

function judge(whole: TextFigure, parts: readonly TextFigure[], context: ReportContext): void {
  const [all, sum] = [scaled(whole), parts.reduce((total, part) => total.plus(scaled(part)), new Dec(0))];
  const room = [whole, ...parts].reduce(
    (total, one) => total.plus(one.value.decimalPlaces() > 0 ? one.half.times(unitScaleOf(one)!.by) : 0),
    new Dec(0),
  );
  const difference = sum.minus(all);
  if (difference.abs().lte(room)) {
    for (const figure of [whole, ...parts]) context.tie(figure, 'tied');
    return;
  }
  if (all.isZero() || difference.abs().div(all).gt(NEAR)) return;
  const swapped = parts.find((part) => isTransposed(part.value, part.value.minus(difference.div(unitScaleOf(part)!.by))));
  const wholeSwapped = isTransposed(whole.value, whole.value.plus(difference.div(unitScaleOf(whole)!.by)));
  if (difference.isNegative() && swapped === undefined && !wholeSwapped) return;
  const { by } = unitScaleOf(whole)!;
  const unit = unitText(whole);
  context.find(
    'report-balance',
    'advisory',
    whole,
    `报告写${numberText(whole.value)}${unit}，其中各项相加是${parts.map((part) => numberText(scaled(part).div(by))).join('+')}=${numberText(sum.div(by))}${unit}，两者不相等。请核对。`,
    { actual: all, expected: sum, also: parts },
  );
}

export function checkPartsOfWhole(context: ReportContext): void {
  for (const line of context.lines) {
    if (line.table !== null) continue;
    for (const { index } of line.half.matchAll(/其中/g)) {
      // A semicolon ends a list, or stands between two of its parts.
      const found = partsUpTo(line, index, /[。；;\n]/) ?? partsUpTo(line, index, /[。\n]/);
      if (found === null || [found.whole, ...found.parts].some((one) => vague(line, one))) continue;
      judge(found.whole, found.parts, context);
    }
  }
}
