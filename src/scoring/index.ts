/**
 * The room's door.
 *   deriveAll(scoreTable, options): what the rules say each scored row's score is
 */
export * from './types';
export type { DeriveOptions, StandardRule } from './options';
export { deriveAll, unknownDerivation, type Derivations } from './derive';
export { sameFigure, figuresOf } from './facts/from-data';
export { mentionsIn, ownMention, shortRateName, type Mention } from './facts/mentions';
export { measuredFigures, measureOf, type MeasuredFigure, type Measure, type Standing } from './facts/measures';
export { statedFormula, workedOutOfData, type WorkedOut } from './facts/worked-out';
export { statedInRow, type Stated } from './facts/stated';
export { dueScore } from './exact';
export { hasKind, isWeaklyBound } from './outcome';
export { shownScore, arithmeticShown, isWorkedOut, workedOutArithmetic } from './shown';
