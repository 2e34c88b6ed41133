/** All checks, in the order of codes.ts. One import and one entry for each. */
import { checkCrashed } from './check-crashed';
import type { Check } from './types';

export const CHECKS: readonly Check[] = [
  checkCrashed,
];
