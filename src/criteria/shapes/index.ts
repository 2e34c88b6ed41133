import type { ClauseShape } from '../reading/shape';
import { DEDUCTIONS } from './deductions';
import { TABLES } from './tables';

/** All shapes. */
export const SHAPES: readonly ClauseShape[] = [...TABLES, ...DEDUCTIONS];
