/** Pieces of the narrative as runs of a document. */
import type { ContentCell, ContentRun } from '../document';
import { type Piece, textOf } from '../narrative';

export const plainRun = (text: string): ContentRun => ({ text, mark: null });
/** 「【待填：…】」 */
export const toFillIn = (what: string): ContentRun => ({ text: `【待填：${what}】`, mark: 'fill' });

/** 「【待核：…】」 */
export const toLookUp = (what: string): ContentRun => ({ text: `【待核：${what}】`, mark: 'check' });

/** One run for what stands together, one for each place that is still to be settled. */
export function contentRuns(pieces: readonly Piece[]): readonly ContentRun[] {
  const runs: ContentRun[] = [];
  for (const piece of pieces) {
    const text = textOf([piece]);
    const mark = piece.is === 'pending' ? (piece.what === '待填' ? 'fill' : 'check') : null;
    const last = runs.at(-1);
    if (mark === null && last?.mark === null) runs[runs.length - 1] = plainRun(last.text + text);
    else runs.push({ text, mark });
  }
  return runs;
}

export function contentCell(pieces: readonly Piece[]): ContentCell {
  return { runs: contentRuns(pieces), number: pieces.length > 0 && pieces.every(({ is }) => is === 'figure') };
}
