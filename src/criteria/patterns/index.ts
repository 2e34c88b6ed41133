/** All patterns, family by family. */
import type { Pattern } from '../reading/pattern';
import { BACKGROUND } from './background';
import { BONUS } from './bonus';
import { FORMULAS } from './formulas';
import { LIMIT_PATTERNS } from './limits';
import { PER_OCCURRENCE } from './per-occurrence';
import { RANKS } from './ranks';
import { PHRASES } from './phrases';
import { DEDUCTED_ONCE, STEPS } from './steps';

export const PATTERNS: readonly Pattern[] = [
  ...PHRASES,
  ...STEPS,
  ...DEDUCTED_ONCE,
  ...PER_OCCURRENCE,
  ...LIMIT_PATTERNS,
  ...BACKGROUND,
  ...FORMULAS,
  ...RANKS,
  ...BONUS,
];
