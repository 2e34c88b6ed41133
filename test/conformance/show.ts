import type { Grid } from './sheet';

/** A grid as text, for people reading a failing test. */
export function show(grid: Grid): string {
  const covered = new Map<string, string>();
  for (const merge of grid.merges) {
    for (let row = merge.top; row <= merge.bottom; row += 1) {
      for (let col = merge.left; col <= merge.right; col += 1) {
        if (row !== merge.top || col !== merge.left) covered.set(`${row},${col}`, row === merge.top ? '<' : '^');
      }
    }
  }
  return grid.rows
    .map(
      (cells, row) =>
        `${String(row + 1).padStart(3)} |` +
        Array.from(cells, (cell, col) => {
          const under = covered.get(`${row},${col}`);
          if (under !== undefined) return under;
          if (cell === undefined || cell === null) return '';
          const value =
            typeof cell === 'object'
              ? 'error' in cell
                ? cell.error
                : `${String(cell.v)}${cell.f === undefined ? '' : ` =${cell.f}`}${cell.format?.includes('%') === true ? ' fmt%' : ''}`
              : cell;
          return String(value).replace(/\n/g, '⏎');
        }).join('|'),
    )
    .join('\n');
}
