/**
 * The room's door: what other rooms use of it.
 * Two states of a workbook held against each other: what changed, what it means, what became of the findings.
 */
import fields from './data/fields.json';
import type { Field } from './types';

export { compareBooks, likelyKind } from './compare';
export { type WithheldAnswer, withheldAnswers } from './withheld';
export {
  type ChangedCell,
  type ComparedFinding,
  type ComparedTable,
  type BookComparison,
  type ComparisonKind,
  type Field,
  type FindingState,
  type LineChange,
  type ComparedSide,
} from './types';
/** What each field is called. */
export const FIELD_NAMES: Readonly<Record<Field, string>> = fields;
