/** Headers of 绩效目标申报表: indicators with their 指标值, before anybody has done or scored anything. */
import { headersWhere, type HeaderBlock, type HeaderCell, type Roles } from './find-headers';
import type { Grid } from './grid';

function lackingForGoals(roles: Roles): readonly string[] {
  const missing: string[] = [];
  if (roles.levels === 0 && roles.names === 0) missing.push('指标名称列');
  if (!roles.likely('target')) missing.push('指标值列');
  // With results or scores it is a 自评表.
  if (roles.likely('score') || roles.likely('itemScore') || roles.likely('actual')) missing.push('只有指标值的表');
  return missing;
}

const isTarget = (cell: HeaderCell): boolean => cell.meanings[0]?.role === 'target';

/**
 * The national form has the goals of several years and those of the year side by side, under one 一级指标:
 * 一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值.
 */
function goalSides(cells: readonly HeaderCell[]): readonly (readonly HeaderCell[])[] {
  const again = cells.findIndex(
    (cell, index) => cell.level !== null && cells.slice(0, index).some((other) => other.level === cell.level && other.text === cell.text),
  );
  if (again < 0) return [cells];
  const [left, right] = [cells.slice(0, again), cells.slice(again)];
  if (!left.some(isTarget) || !right.some(isTarget)) return [cells];
  const above = left.filter((cell) => cell.level !== null && cell.level < right[0]!.level!);
  return [left, [...above, ...right]];
}

/** The headers of a sheet, top to bottom; several in one row are the sides of one form, the year's own the last of them. */
export const findGoalHeaders = (grid: Grid): readonly HeaderBlock[] =>
  // What is said above a form is said of both its sides.
  headersWhere(grid, lackingForGoals, goalSides).blocks.map((block) => ({ ...block, left: 0, right: grid.cols - 1 }));
