/**
 * The room's door. Others import from here only.
 *   parseCriterion(text): Parsed                    total: any text gives a Parsed; linear work; recently read texts are remembered (bounded)
 *   evaluate(criterion, input): Outcome             never leaves [0, 分值]
 *   factsOf(criterion): FactRef[]                   in the order of the text, each once
 *   factKey(ref): string                            equal exactly where two refs mean the same fact
 *   criterionPoints(criterion): Dec | null          the points its own words say can be reached; null: whatever its 分值 is
 *   fitsWeight(criterion, weight): boolean          those points are the 分值; only then may a score be held against it
 *   stepGaps(criterion): StepGap[]                  what its step tables leave out
 *   renderCriterion(criterion): string              an official's sentence that parses to the same criterion, modulo places
 *   describeCriterion(criterion): string            a line for people: 「计次扣分（不符合要求）：每例0.5分，扣完为止」
 *   rulePartsOf(criterion): RulePart[]             part by part, each with its place in the text and a line for people
 *   arithmeticText(arithmetic, score?): string      「(1−0%)×4×60%+(1−0%)×4×40%=4」, 「80%≤85%＜90%，得4」
 *   arithmeticFormula(arithmetic, cellOf): string | null    en-US Excel formula without "=", null where a fact has no cell
 *   valueOfArithmetic(arithmetic): Dec
 *   isProportional(arithmetic): boolean             in proportion to something measured, so that it may be rounded
 *   READINGS, readingsIn, jointReading              the ambiguities evaluation itself names
 */
export * from './types';
export { evaluate } from './evaluate';
export { factKey, factsOf } from './facts';
export { READINGS, jointReading, readingsIn } from './reading-ids';
export { DEFAULT_SWITCHES } from './switches';
export { criterionPoints, fitsWeight } from './criterion-points';
export { stepGaps, type StepGap } from './step-gaps';
export { valueOfArithmetic } from './arithmetic-value';
export { arithmeticText } from './arithmetic-text';
export { isProportional } from './proportional';
export { arithmeticFormula, type ArithmeticLeaf } from './arithmetic-formula';
export { parseCriterion } from './together/read';
export { renderCriterion } from './render';
export { describeCriterion } from './describe';
export { rulePartsOf, type RulePart } from './rule-parts';
export { eachRule } from './walk';
