/** What an open workbook looks like before anything was read. */
import { DEFAULT_SETTINGS } from './keeping';
import type { OpenState } from './state';

export const FIRST_STATE: Omit<OpenState, 'name'> = {
  phase: 'opening',
  unwritable: null,
  can: null,
  mode: null,
  audit: null,
  table: 0,
  busy: null,
  stale: false,
  trouble: null,
  lessBy: null,
  plan: null,
  last: null,
  marked: null,
  markNote: null,
  traces: null,
  selected: null,
  settings: DEFAULT_SETTINGS,
};
