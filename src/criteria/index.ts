/**
 * The room's door. Others import from here only.
 *   parseCriterion(text): Parsed                    total: any text gives a Parsed; linear work; recently read texts are remembered (bounded)
 *   evaluate(criterion, input): Outcome             never leaves [0, 分值]
 *   factsOf(criterion): FactRef[]                   in the order of the text, each once
 *   factKey(ref): string                            equal exactly where two refs mean the same fact
 *   renderCriterion(criterion): string              plain Chinese that parses to the same criterion
 *   arithmeticText(arithmetic, score?): string      「(1−0%)×4×60%+(1−0%)×4×40%=4」
 *   arithmeticFormula(arithmetic, cellOf): string | null    en-US Excel formula without "=", null where a leaf has no cell and is no constant
 *   valueOfArithmetic(arithmetic): Dec
 */
export * from './types';
export { evaluate } from './evaluate';
export { factKey, factsOf } from './facts';
export { READINGS, jointReading, readingsIn } from './reading-ids';
export { DEFAULT_SWITCHES } from './switches';
export { criterionPoints } from './criterion-points';
export { stepGaps, type StepGap } from './step-gaps';
export { valueOfArithmetic } from './arithmetic-value';
export { arithmeticText } from './arithmetic-text';
export { arithmeticFormula, type ArithmeticLeaf } from './arithmetic-formula';
export { parseCriterion } from './parse';
export { renderCriterion } from './render';
export { describeCriterion } from './describe';
