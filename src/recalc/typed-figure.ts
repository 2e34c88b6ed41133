/** A figure typed inside a text: 「总分：96」, 「96分」. */
import { Dec, normal } from '../workbook';

const FIGURE = /\d+(?:\.\d+)?/g;
const WITH_GRADE = /[优良中差]|合格|一般|[/／]/;
const BARE = /^\d+(?:\.\d+)?$/;

/**
 * The text with its one figure `from` replaced by `to`; a plain number where the text is nothing but the figure;
 * null where the figure stands there not at all, twice, or in other digits.
 */
export function withFigure(text: string, from: Dec, to: Dec): Dec | string | null {
  if (BARE.test(normal(text))) return to;
  // The grade beside it would no longer fit.
  if (WITH_GRADE.test(normal(text))) return null;
  const hits = [...text.matchAll(FIGURE)].filter(([figure]) => new Dec(figure).eq(from));
  if (hits.length !== 1) return null;
  const { index } = hits[0]!;
  return text.slice(0, index) + to.toFixed() + text.slice(index + hits[0]![0].length);
}
