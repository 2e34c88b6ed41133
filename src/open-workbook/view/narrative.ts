/** The 小结 with every number leading to its cells. */
import type { Assessment } from '../../assessment';
import { type Block, type Length, lengthOf, narrate, narrativeText, type Piece, textOf } from '../../narrative';
import type { Addr, WorkbookSnapshot } from '../../workbook';
import { cellViews } from './texts';
import type { BlockView, NarrativeView, PieceView } from './types';

export function narrativeView(assessment: Assessment, book: WorkbookSnapshot, length: Length): NarrativeView {
  const narrative = narrate(assessment, length);
  const cell = cellViews(book, assessment.scoreTable.table.sheet);
  const pieces = (list: readonly Piece[]): readonly PieceView[] => list.map((piece) => pieceView(piece, cell));
  return {
    length,
    title: textOf(narrative.title),
    blocks: narrative.blocks.map((block) => blockView(block, pieces)),
    boxes: narrative.boxes.map((box) => ({
      title: box.title,
      pieces: pieces(box.pieces),
      characters: lengthOf(box.pieces),
      limit: box.limit,
    })),
    pending: narrative.pending,
    text: narrativeText(narrative),
  };
}

function blockView(block: Block, pieces: (list: readonly Piece[]) => readonly PieceView[]): BlockView {
  if (block.is === 'table') return { is: 'table', rows: block.rows.map((row) => row.map(pieces)) };
  return block.is === 'heading'
    ? { is: 'heading', level: block.level, pieces: pieces(block.pieces) }
    : { is: 'paragraph', pieces: pieces(block.pieces) };
}

function pieceView(piece: Piece, cell: ReturnType<typeof cellViews>): PieceView {
  const is = piece.is === 'pending' ? (piece.what === '待填' ? 'fill' : 'check') : piece.is;
  return { is, text: textOf([piece]), cells: cellsOf(piece).map(cell) };
}

function cellsOf(piece: Piece): readonly Addr[] {
  if (piece.is === 'quote' || piece.is === 'pending') return piece.from;
  if (piece.is !== 'figure') return [];
  const { origin } = piece;
  if (origin.of === 'difference') return [...origin.cells, ...origin.minus];
  return origin.of === 'ratio' ? [...origin.cells, ...origin.by] : origin.cells;
}
