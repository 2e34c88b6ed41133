/**
 * The room's door: what other rooms use of it.
 * Runs scoring and checks, arbitrates, and says it in sentences.
 */
export { findingArithmetic } from './arithmetic';
export { assess } from './assess';
export { type Messages, type Spoken, messagesOf, spoken } from './sentences';
export { type Assessment, type Coverage, type NotRun, type Totals } from './types';
