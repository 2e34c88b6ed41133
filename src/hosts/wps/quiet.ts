/** Changes made by us: the screen waits, events stay quiet, no box asks; whatever happens, all of it is as before afterwards. */
import { attempt, get } from './bridge';
import type { EtApp } from './et';

const SWITCHES = ['ScreenUpdating', 'EnableEvents', 'DisplayAlerts'] as const;

/** Runs `work` with these switches off. Where a switch does not tell how it stood, it is on afterwards. */
export function quietly<T>(app: EtApp, work: () => T): T {
  const before = SWITCHES.map((name) => attempt(() => get(app, name), true) !== false);
  try {
    for (const name of SWITCHES) attempt(() => (app[name] = false), null);
    return work();
  } finally {
    SWITCHES.forEach((name, index) => attempt(() => (app[name] = before[index]), null));
  }
}
