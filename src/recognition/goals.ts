/** The year's goals and what came of them, in words above the table. */
import type { Grid, GridCell } from './grid';
import { textSlot } from './numbers';
import type { Goals, Slot } from '../score-table';

const GOALS_LABEL = /^(?:年度|项目|整体|本年)?(?:年度|总体|绩效|整体)?(?:总体|绩效)?目标(?:完成情况)?$|^年度总体目标|^年度绩效目标/;

/** What stands below a row of heads like 预期目标 and 实际完成情况; null where the row has none. */
export function goalsAt(grid: Grid, row: number): Goals | null {
  const cells = grid.cells(row, true).filter((cell) => !GOALS_LABEL.test(cell.text));
  const head = cells.filter((cell) => /预期目标|实际完成|完成情况|年初设定|目标完成/.test(cell.text) && cell.text.length <= 16);
  if (
    head.length < 1 ||
    !grid.cells(row).some((cell) => head.includes(cell) || GOALS_LABEL.test(cell.text) || head.some((one) => one.col === cell.col))
  )
    return null;
  const expectedAt = head.find((cell) => /预期|年初|设定/.test(cell.text));
  const achievedAt = head.find((cell) => cell !== expectedAt && /实际|完成/.test(cell.text));
  if (expectedAt === undefined && achievedAt === undefined) return null;
  const below = (cell: GridCell | undefined): Slot<string> | undefined =>
    cell === undefined || cell.bottom + 1 >= grid.rows
      ? undefined
      : textSlot(grid.value(cell.bottom + 1, cell.col), grid.addr(cell.bottom + 1, cell.col));
  const expected = below(expectedAt);
  const achieved = below(achievedAt);
  return { ...(expected === undefined ? {} : { expected }), ...(achieved === undefined ? {} : { achieved }) };
}
