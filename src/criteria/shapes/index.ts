import type { ClauseShape } from '../reading/shape';
import { BONUS_SHAPES } from './bonus';
import { COUNTS } from './counts';
import { DEDUCTIONS } from './deductions';
import { EACH_SHAPES } from './each-of';
import { FORMULA_SHAPES, SHARE_SHAPES } from './formulas';
import { ITEM_SHAPES } from './items-and-more';
import { RANK_SHAPES } from './ranks';
import { TABLES } from './tables';

/** All shapes. */
export const SHAPES: readonly ClauseShape[] = [
  ...SHARE_SHAPES,
  ...RANK_SHAPES,
  ...COUNTS,
  ...TABLES,
  ...DEDUCTIONS,
  ...ITEM_SHAPES,
  ...FORMULA_SHAPES,
  ...BONUS_SHAPES,
  ...EACH_SHAPES,
];
