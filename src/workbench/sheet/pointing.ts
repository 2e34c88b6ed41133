/** What the mouse does in the sheet. */
import type { SheetSpot } from './moves';
import { placeOf } from './selection-painter';
import type { SheetActions } from './actions';
import type { SheetSurface } from './surface';

/** Listens; the returned function ends it. */
export function pointing(scroller: HTMLElement, view: SheetSurface, actions: SheetActions): () => void {
  let drawing = false;
  let last = '';

  const spotOf = (event: MouseEvent): SheetSpot | null => {
    const cell = (event.target as HTMLElement | null)?.closest<HTMLElement>('td[data-at]');
    if (cell == null) return null;
    const [row, col] = placeOf(cell);
    return { row, col };
  };

  const down = (event: MouseEvent): void => {
    if (event.button !== 0 || event.target === view.input.element) return;
    const head = (event.target as HTMLElement).closest<HTMLElement>('th');
    const spot = spotOf(event);
    if (head === null && spot === null) return;
    // The text field keeps the keyboard.
    event.preventDefault();
    actions.commit();
    if (head !== null) pickHead(head, view);
    else if (spot !== null) {
      view.pickSpot(spot, event.shiftKey);
      drawing = true;
      last = `${spot.row},${spot.col}`;
    }
    view.input.focus();
  };

  const move = (event: MouseEvent): void => {
    if (!drawing) return;
    if ((event.buttons & 1) === 0) {
      drawing = false;
      return;
    }
    const spot = spotOf(event);
    if (spot === null || `${spot.row},${spot.col}` === last) return;
    last = `${spot.row},${spot.col}`;
    view.pickSpot(spot, true);
  };

  const up = (): void => {
    drawing = false;
  };

  const twice = (event: MouseEvent): void => {
    if (spotOf(event) !== null) actions.run({ is: 'edit' });
  };

  scroller.addEventListener('mousedown', down);
  scroller.addEventListener('mousemove', move);
  scroller.addEventListener('dblclick', twice);
  scroller.ownerDocument.addEventListener('mouseup', up);
  return () => {
    scroller.removeEventListener('mousedown', down);
    scroller.removeEventListener('mousemove', move);
    scroller.removeEventListener('dblclick', twice);
    scroller.ownerDocument.removeEventListener('mouseup', up);
  };
}

/** A row number takes its row, a letter its column, the corner everything. */
function pickHead(head: HTMLElement, view: SheetSurface): void {
  const { rows, cols } = view.geometry;
  const row = head.dataset['row'];
  const col = head.dataset['col'];
  if (row !== undefined) view.pickArea({ top: Number(row), bottom: Number(row), left: 0, right: cols - 1 });
  else if (col !== undefined) view.pickArea({ top: 0, bottom: rows - 1, left: Number(col), right: Number(col) });
  else view.pickArea({ top: 0, left: 0, bottom: rows - 1, right: cols - 1 });
}
