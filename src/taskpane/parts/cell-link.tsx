import type { CellView } from '../../open-workbook';

/** An address that selects its cell. */
export function CellLink({ cell, onGo }: { readonly cell: CellView; readonly onGo: (cell: CellView) => void }) {
  return (
    <button type="button" className="jh-link" onClick={() => onGo(cell)}>
      {cell.address}
    </button>
  );
}
