import type { FieldCase } from './field';
import { ALARMS } from './alarms';
import { FORMS } from './forms';
import { OUTLINES } from './outlines';
import { PLACES } from './places';
import { REGIONS } from './regions';
import { VALUES } from './values';

export const CASES: readonly FieldCase[] = [...REGIONS, ...OUTLINES, ...PLACES, ...VALUES, ...FORMS, ...ALARMS];
