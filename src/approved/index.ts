/**
 * The room's door: what other rooms use of it.
 * What was approved, 绩效目标 and budget, held against the score sheets.
 */
export { budgetsOf } from './budget-of';
export { compareTargets } from './compare-targets';
export { type Owned, pairOwners, type PairedOwners } from './pair-owners';
export { pairTargets } from './pair-targets';
export { approvedTables, assessedTables } from './tables';
export {
  type CellPlace,
  type TargetComparison,
  type TargetDifference,
  type TargetLine,
  type TargetState,
  type TargetTable,
  type WrittenTarget,
} from './types';
