/** Three or more wordings of every phrasing of the catalogue that is a rule for one indicator's score, and combinations (rule 0). */
import type { Wording } from '../format';
import { OCCURRENCES } from './a-occurrences';
import { POINTS } from './b-points';
import { STEP_TABLES } from './c-steps';
import { ITEMS } from './d-items';
import { FORMULAS } from './e-formulas';
import { LEVELS } from './f-levels';
import { LIMITS } from './g-limits';

export { LATER } from './later';

export const ROW_RULES: readonly Wording[] = [...OCCURRENCES, ...POINTS, ...STEP_TABLES, ...ITEMS, ...FORMULAS, ...LEVELS, ...LIMITS];

/** Entries of the catalogue that are no rule for one indicator's score; the README says why. */
export const NOT_ROW_RULES: readonly number[] = [31, 34, 56, 58, 61, 65, 67, 68, 74];
