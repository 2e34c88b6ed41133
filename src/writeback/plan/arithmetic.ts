/** The arithmetic of a score for people and for cells. */
import type { Arithmetic } from '../../criteria';
import { numberText } from '../../checks/support/words';
import type { Dec } from '../../workbook/decimal';

/** The score alone until `criteria` renders arithmetic. */
export const arithmeticText: (arithmetic: Arithmetic, score: Dec) => string = (...[, score]) => numberText(score);

/** No formula until `criteria` gives one: scores are then written as numbers. */
export const arithmeticFormula: (arithmetic: Arithmetic, cellOf: (leaf: Arithmetic) => string | null) => string | null = () => null;
