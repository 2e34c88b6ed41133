/** What a figure is about, as the words before it say: the whole, or a part of it; the year, or a stretch of it. */
import { normal } from '../workbook';
import type { ReportContext } from './context';
import { type TextFigure, figuresIn, yuanOf } from './numbers';
import { holdsAny, sentenceAround, sentenceStart, WORDS } from './words';

/** The sentence up to a figure. */
export const sentenceUpTo = ({ line, from }: TextFigure): string => line.half.slice(sentenceStart(line.half, from), from);

/** A part of the funds as the sheet names it: 「其中：当年财政拨款」 → 当年财政拨款. */
function partNames({ table }: ReportContext): readonly string[] {
  const rows = table?.scoreTable.funding?.rows ?? [];
  const names = rows.filter(({ kind }) => kind !== 'total').map(({ label }) => normal(label.value).replace(/^.*[:：]/, ''));
  return names.filter((name) => name.length >= 4);
}

/**
 * The sentence speaks of a part of the funds or of the year: 「其中」, a source, a lot, a quarter, a later day. Running text leaves the object
 * to what was said before, so the whole sentence counts.
 */
export function isOfAPart(figure: TextFigure, context: ReportContext): boolean {
  const before = normal(sentenceUpTo(figure));
  return holdsAny(before, WORDS.parts) || partNames(context).some((name) => before.includes(name)) || /[一二三四1-4]季度/.test(before);
}

/** A rate that two amounts of its own sentence give is right about what the sentence is about. */
export function isGivenBySentence(figure: TextFigure): boolean {
  const start = sentenceStart(figure.line.half, figure.from);
  const end = start + sentenceAround(figure.line.half, figure.from).length;
  const amounts = figuresIn(figure.line)
    .filter(({ from, unit }) => from >= start && from < end && yuanOf(unit) !== null)
    .map(({ value, unit }) => value.times(yuanOf(unit)!))
    .filter((value) => !value.isZero());
  return amounts.some((one) =>
    amounts.some((other) => one !== other && one.div(other).minus(figure.value.div(100)).abs().lte(figure.half.div(100))),
  );
}
