import type { CriteriaSwitches } from './types';

/** Where places differ and nobody said otherwise: every defensible reading is accepted, and named. */
export const DEFAULT_SWITCHES: CriteriaSwitches = { partialPoints: 'either', rateRounding: 'either', zeroTarget: 'all-or-nothing' };
