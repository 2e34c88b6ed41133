/**
 * The room's door.
 *   deriveAll(submission, options): what the rules say each scored row's score is
 */
export * from './types';
export { deriveAll, unknownDerivation, type Derivations, type DeriveOptions, type StandardRule } from './derive';
