/** Where the audit doubts a cell, the sentence that rests on it says so: 【待核】, or 【待填】 where something is only missing. */
import { type CheckCode, CHECKS, DOUBTERS, type Finding, markedCells } from '../checks';
import type { RowId } from '../score-table';
import { a1, type Addr, addrKey } from '../workbook';
import { cellsOfPieces, toCheck, toFill, type Pieces } from './pieces';
import type { Piece } from './types';

/** Findings that ask for words or figures only the unit has. */
const TO_FILL: Readonly<Partial<Record<CheckCode, string>>> = {
  'deduction-unexplained': '扣分原因',
  'score-missing': '得分',
  'weight-missing': '分值',
  'value-missing': '漏填的数据',
  'budget-adjusted': '年中预算调整的原因',
  'over-achievement': '完成值高于指标值的原因',
  'evidence-missing': '佐证材料',
};

const TITLES: ReadonlyMap<string, string> = new Map(CHECKS.map((check) => [check.code, check.title]));

/** What the findings say of one run of pieces, each once, in their own order. */
export function pendingFor(pieces: Pieces, rows: readonly RowId[], findings: readonly Finding[]): readonly Piece[] {
  const cells = new Set(cellsOfPieces(pieces).map(addrKey));
  const ids = new Set<string>(rows);
  const known = pieces.flatMap((piece) => (piece.is === 'pending' ? [piece.text] : []));
  const pending = new Map<string, Piece>();
  for (const finding of findings) {
    // What asks nothing of the unit asks nothing of the text, unless it doubts the very figure.
    if (finding.severity === 'info' && !DOUBTERS.includes(finding.code)) continue;
    const marked = markedCells(finding);
    const touched = marked.filter((at) => cells.has(addrKey(at)));
    if (touched.length === 0 && !ids.has(finding.accused.row)) continue;
    // What is missing is filled in where it is missing, whichever cell the sentence speaks of.
    const missing = finding.code === 'deduction-unexplained' || touched.length === 0 ? [finding.cell] : touched;
    const piece = pendingOf(finding, TO_FILL[finding.code] === undefined ? (touched.length > 0 ? touched : [finding.cell]) : missing);
    if (piece.is === 'pending' && !known.some((text) => text === piece.text || text.startsWith(TO_FILL[finding.code] ?? piece.text)))
      pending.set(piece.text, piece);
  }
  return [...pending.values()];
}

/** The sentence with what is still to be settled behind it, before its closing mark. */
export function settled(pieces: Pieces, rows: readonly RowId[], findings: readonly Finding[]): Pieces {
  return [...pieces, ...pendingFor(pieces, rows, findings)];
}

function pendingOf(finding: Finding, at: readonly Addr[]): Piece {
  const places =
    at
      .slice(0, 3)
      .map((one) => a1(one.row, one.col))
      .join('、') + (at.length > 3 ? '等处' : '');
  const fill = TO_FILL[finding.code];
  return fill === undefined ? toCheck(`${TITLES.get(finding.code) ?? finding.code}，见${places}`, at) : toFill(`${fill}，见${places}`, at);
}
