import { MergeIndex } from '../../../src/workbench/sheet/merges';
import { leap, nextWithin, rowEnd, step, type MoveDirection, type MoveGround, type SheetSpot } from '../../../src/workbench/sheet/moves';
import { extended, selectionOf } from '../../../src/workbench/sheet/selection';

/** Six rows of six: x filled, . empty; row 3 hidden; B2:C3 merged. */
const ROWS = ['x.xx.x', 'xm..x.', 'x...x.', 'xxxxxx', '......', 'x.....'];
const merges = new MergeIndex([{ top: 1, left: 1, bottom: 2, right: 2 }], 6);
const ground: MoveGround = {
  rows: 6,
  cols: 6,
  merges,
  isShown: ({ row }) => row !== 3,
  isFilled: ({ row, col }) => (ROWS[row]?.[col] ?? '.') !== '.',
};
const at = (row: number, col: number): SheetSpot => ({ row, col });

it.each<[SheetSpot, MoveDirection, SheetSpot]>([
  [at(0, 0), 'right', at(0, 1)],
  [at(0, 0), 'up', at(0, 0)],
  [at(0, 1), 'down', at(1, 1)],
  [at(1, 1), 'down', at(4, 1)],
  [at(1, 1), 'right', at(1, 3)],
  [at(2, 0), 'right', at(2, 1)],
  [at(4, 0), 'up', at(2, 0)],
  [at(5, 5), 'right', at(5, 5)],
])('one step from %j %s', (from, direction, to) => {
  expect(step(from, direction, ground)).toEqual(to);
});

it.each<[SheetSpot, MoveDirection, SheetSpot]>([
  [at(0, 0), 'right', at(0, 2)],
  [at(0, 2), 'right', at(0, 3)],
  [at(0, 3), 'right', at(0, 5)],
  [at(0, 0), 'down', at(2, 0)],
  [at(2, 0), 'down', at(5, 0)],
  [at(5, 0), 'right', at(5, 5)],
  [at(0, 1), 'down', at(1, 1)],
])('a leap from %j %s', (from, direction, to) => {
  expect(leap(from, direction, ground)).toEqual(to);
});

it('ends of a row', () => {
  expect(rowEnd(at(0, 3), 'first', ground)).toEqual(at(0, 0));
  expect(rowEnd(at(2, 0), 'last', ground)).toEqual(at(2, 4));
  expect(rowEnd(at(4, 2), 'last', ground)).toEqual(at(4, 0));
});

it('goes round within an area, cells under merges and hidden ones left out', () => {
  const area = { top: 1, left: 0, bottom: 3, right: 2 };
  const walk = (by: 'rows' | 'columns', back: boolean): SheetSpot[] => {
    const seen: SheetSpot[] = [];
    for (let spot = at(1, 0), n = 0; n < 4; n += 1) seen.push((spot = nextWithin(area, spot, by, back, ground)));
    return seen;
  };
  expect(walk('rows', false)).toEqual([at(1, 1), at(2, 0), at(1, 0), at(1, 1)]);
  expect(walk('columns', false)).toEqual([at(2, 0), at(1, 1), at(1, 0), at(2, 0)]);
  expect(walk('rows', true)).toEqual([at(2, 0), at(1, 1), at(1, 0), at(2, 0)]);
});

it('an area never cuts a merge', () => {
  const one = selectionOf(at(2, 2), merges);
  expect(one).toMatchObject({ active: at(1, 1), area: { top: 1, left: 1, bottom: 2, right: 2 } });
  expect(extended(selectionOf(at(0, 1), merges), at(1, 1), merges).area).toEqual({ top: 0, left: 1, bottom: 2, right: 2 });
});
