import type { ClauseShape } from '../reading/shape';
import { DEDUCTIONS } from './deductions';
import { FORMULA_SHAPES } from './formulas';
import { TABLES } from './tables';

/** All shapes. */
export const SHAPES: readonly ClauseShape[] = [...TABLES, ...DEDUCTIONS, ...FORMULA_SHAPES];
