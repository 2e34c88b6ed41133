import { useRef, useState, type KeyboardEvent } from 'react';
import type { BlockView, CellView, PieceView } from '../../open-workbook';

export type GoTo = (cell: CellView) => void;

/**
 * Running text whose numbers and quotes are buttons to their cells: one tab stop for the whole text, → ← walk within it. They are no
 * <button>s, which never break over two lines.
 */
export function PieceText({ pieces, onGo }: { readonly pieces: readonly PieceView[]; readonly onGo: GoTo }) {
  const [stop, setStop] = useState<number | null>(null);
  const element = useRef<HTMLParagraphElement>(null);
  const leading = pieces.flatMap((piece, index) => (piece.cells.length > 0 ? [index] : []));
  const at = stop !== null && leading.includes(stop) ? stop : leading[0];

  const go = (index: number) => {
    setStop(index);
    onGo(pieces[index]!.cells[0]!);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.key === 'Enter' || event.key === ' ') && at !== undefined && !event.ctrlKey) {
      event.preventDefault();
      return go(at);
    }
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = at === undefined ? undefined : leading[leading.indexOf(at) + by];
    if (by === 0 || next === undefined) return undefined;
    event.preventDefault();
    setStop(next);
    return element.current?.querySelector<HTMLElement>(`[data-piece="${next}"]`)?.focus();
  };

  return (
    <p className="jh-pieces" ref={element} onKeyDown={onKeyDown}>
      {pieces.map((piece, index) =>
        piece.cells.length === 0 ? (
          <span key={index} className={`is-${piece.is}`}>
            {piece.text}
          </span>
        ) : (
          <span
            key={index}
            role="button"
            className={`jh-piece is-${piece.is}`}
            data-piece={index}
            title={piece.cells.map(({ address }) => address).join(' ')}
            tabIndex={index === at ? 0 : -1}
            onClick={() => go(index)}
          >
            {piece.text}
          </span>
        ),
      )}
    </p>
  );
}

export function Blocks({ blocks, onGo }: { readonly blocks: readonly BlockView[]; readonly onGo: GoTo }) {
  return (
    <>
      {blocks.map((block, index) => (
        <Block key={index} block={block} onGo={onGo} />
      ))}
    </>
  );
}

const textOf = (pieces: readonly PieceView[]): string => pieces.map(({ text }) => text).join('');

function Block({ block, onGo }: { readonly block: BlockView; readonly onGo: GoTo }) {
  if (block.is === 'heading') return block.level === 1 ? <h2>{textOf(block.pieces)}</h2> : <h3>{textOf(block.pieces)}</h3>;
  if (block.is === 'paragraph') return <PieceText pieces={block.pieces} onGo={onGo} />;
  const [heads, ...rows] = block.rows;
  return (
    <table className="jh-table">
      <thead>
        <tr>
          {heads?.map((cell, index) => (
            <th key={index} scope="col">
              {textOf(cell)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, at) => (
              <td key={at}>
                <PieceText pieces={cell} onGo={onGo} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
