import { geometryOf, naturalWidth } from '../../../src/workbench/sheet/geometry';
import { SheetBuilder } from '../../../src/workbook/sheet-builder';
import type { Rect, SheetSnapshot } from '../../../src/workbook/types';

const NOTHING = { rows: new Set<number>(), cols: new Set<number>() };

function sheet(rows: number, merges: readonly Rect[] = [], hiddenRow = -1): SheetSnapshot {
  const builder = new SheetBuilder('表');
  for (let row = 0; row < rows; row += 1) builder.set(row, 0, row).set(row, 7, '末');
  for (const rect of merges) builder.merge(rect);
  if (hiddenRow >= 0) builder.hideRows(hiddenRow);
  return builder.build();
}

const drawn = (one: SheetSnapshot, scale = 1): ReturnType<typeof geometryOf> =>
  geometryOf({ sheet: one, looks: null, book: null, revealed: NOTHING, scale, windowHeight: 0 });

it('blocks hold every row once and cut no merge', () => {
  const merges = [
    { top: 15, left: 0, bottom: 45, right: 0 },
    { top: 40, left: 1, bottom: 63, right: 1 },
    { top: 100, left: 0, bottom: 101, right: 0 },
  ];
  const { blocks, rows } = drawn(sheet(300, merges));
  expect(blocks[0]!.from).toBe(0);
  expect(blocks[blocks.length - 1]!.to).toBe(rows - 1);
  blocks.slice(1).forEach((block, at) => expect(block.from).toBe(blocks[at]!.to + 1));
  for (const { top, bottom } of merges) expect(blocks.filter(({ from, to }) => from <= bottom && to >= top)).toHaveLength(1);
});

it('a hidden row takes no room, until somebody goes there', () => {
  const one = sheet(30, [], 5);
  expect(drawn(one).isShown(5)).toBe(false);
  const revealed = geometryOf({
    sheet: one,
    looks: null,
    book: null,
    revealed: { ...NOTHING, rows: new Set([5]) },
    scale: 1,
    windowHeight: 0,
  });
  expect(revealed.isShown(5)).toBe(true);
  expect(revealed.blocks[0]!.height - drawn(one).blocks[0]!.height).toBe(revealed.rowHeight(5));
});

it('scaled widths add up to what they are scaled to', () => {
  const one = sheet(10);
  const natural = naturalWidth({ sheet: one, looks: null, book: null, revealed: NOTHING });
  for (const scale of [0.63, 0.917, 1, 1.234]) {
    const { width, headWidth } = drawn(one, scale);
    expect(Math.abs(width - headWidth - natural * scale)).toBeLessThanOrEqual(1);
  }
});

it('a merge over empty rows does not make a sheet endless', () => {
  expect(drawn(sheet(10, [{ top: 0, left: 0, bottom: 1_048_575, right: 0 }])).rows).toBeLessThan(30);
});
