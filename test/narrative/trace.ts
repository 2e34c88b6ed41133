import type { Block, Narrative, Piece } from '../../src/narrative';
import { addrKey } from '../../src/workbook/address';
import { Dec } from '../../src/workbook/decimal';
import type { ScoreTable } from '../../src/score-table/types';
import type { Addr, WorkbookSnapshot } from '../../src/workbook/types';
import { numberText } from '../../src/words/words';
import { knownValues } from './known-values';

const piecesOfBlock = (block: Block): readonly Piece[] => (block.is === 'table' ? block.rows.flat(2) : block.pieces);

export function piecesOf(narrative: Narrative): readonly Piece[] {
  return [...narrative.title, ...narrative.blocks.flatMap(piecesOfBlock), ...narrative.boxes.flatMap((box) => box.pieces)];
}

/** What does not trace: numbers without a cell, numbers their cells do not give, quotations that stand nowhere. */
export function untraced(narrative: Narrative, scoreTable: ScoreTable, book: WorkbookSnapshot): readonly string[] {
  const values = knownValues(scoreTable);
  return piecesOf(narrative).flatMap((piece) => wrongWith(piece, values, scoreTable, book));
}

function wrongWith(
  piece: Piece,
  values: ReadonlyMap<string, readonly Dec[]>,
  scoreTable: ScoreTable,
  book: WorkbookSnapshot,
): readonly string[] {
  switch (piece.is) {
    case 'words':
      return /\d/.test(piece.text) ? [`words with a number: ${piece.text}`] : [];
    case 'ordinal':
      return /^(?:\d+．|（\d+）)$/.test(piece.text) ? [] : [`no ordinal: ${piece.text}`];
    case 'pending':
      return /\d/.test(piece.text) && piece.from.length === 0 ? [`pending with a number and no cell: ${piece.text}`] : [];
    case 'quote':
      return quoteStands(piece, book) ? [] : [`not in its cell: ${piece.text}`];
    case 'figure':
      return figureFollows(piece, values, scoreTable) ? [] : [`does not follow from its cells: ${piece.text} (${piece.origin.of})`];
  }
}

/** Letters and digits of the quotation, in order, stand in its cells. */
function quoteStands(piece: Extract<Piece, { is: 'quote' }>, book: WorkbookSnapshot): boolean {
  const bare = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
  const cells = piece.from.map((at) => cellText(at, book)).join('');
  const wanted = bare(piece.text.replace(/……/g, ''));
  if (bare(cells).includes(wanted)) return true;
  // A typed number or percentage is quoted as it is shown.
  return piece.from.some((at) => typeof book.sheets[at.sheet]!.valueAt(at.row, at.col) === 'number') || /[≥≤]/.test(piece.text);
}

function cellText(at: Addr, book: WorkbookSnapshot): string {
  const value = book.sheets[at.sheet]!.valueAt(at.row, at.col);
  return value === null || typeof value === 'object' ? '' : String(value);
}

function figureFollows(
  piece: Extract<Piece, { is: 'figure' }>,
  values: ReadonlyMap<string, readonly Dec[]>,
  scoreTable: ScoreTable,
): boolean {
  const { origin, value } = piece;
  if (origin.cells.length === 0) return false;
  const percent = piece.text.endsWith('%');
  const shown = percent ? numberText(value.times(100).toDecimalPlaces(2, Dec.ROUND_HALF_UP)) : numberText(value);
  if (origin.of !== 'rule' && !piece.text.startsWith(shown)) return false;
  switch (origin.of) {
    case 'cell':
      return (
        scoreTable.year?.value === value.toNumber() ||
        origin.cells.some((at) => (values.get(addrKey(at)) ?? []).some((one) => one.eq(value)))
      );
    case 'sum':
      return possible(origin.cells, values).some((one) => one.eq(value));
    case 'count':
      return value.eq(origin.cells.length) && new Set(origin.cells.map(addrKey)).size === origin.cells.length;
    case 'difference':
      return possible(origin.cells, values).some((a) => possible(origin.minus, values).some((b) => a.minus(b).eq(value)));
    case 'ratio':
      return possible(origin.cells, values).some((a) => possible(origin.by, values).some((b) => !b.isZero() && a.div(b).eq(value)));
    case 'rule':
      return true;
  }
}

/** Σ of the cells; a cell that was read twice (a row's 分值 and a total's) holds the same number. */
function possible(cells: readonly Addr[], values: ReadonlyMap<string, readonly Dec[]>): readonly Dec[] {
  let sum = new Dec(0);
  for (const at of cells) {
    const [one] = values.get(addrKey(at)) ?? [];
    if (one === undefined) return [];
    sum = sum.plus(one);
  }
  return [sum];
}
