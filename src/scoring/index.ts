/**
 * The room's door.
 *   deriveAll(scoreTable, options): what the rules say each scored row's score is
 */
export * from './types';
export type { DeriveOptions, StandardRule } from './options';
export { deriveAll, unknownDerivation, type Derivations } from './derive';
