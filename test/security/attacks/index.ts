import { OLD_FORMATS } from './old-formats';
import { PACKAGES } from './packages';
import { SHEETS } from './sheets';
import type { Attack } from './types';

export const ATTACKS: readonly Attack[] = [...PACKAGES, ...SHEETS, ...OLD_FORMATS];
