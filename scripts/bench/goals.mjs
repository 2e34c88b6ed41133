/**
 * Figures, each with its goal and with what it was in the run that is kept (results.json): ratios, for times are the machine's. A figure
 * that rises by more than a fifth is told of; `--keep` keeps this run instead.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(new URL('./results.json', import.meta.url));
const WORSE = 1.2;

const kept = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
const now = new Map();

export const shown = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));

function beside(what, value) {
  const before = kept[what];
  if (before === undefined) return '';
  return `, kept: ${shown(before)}${value > before * WORSE ? '  <- worse' : ''}`;
}

/** One line: the figure and, where there is one, its goal. `ratio`: it does not depend on the machine, so later runs are compared with it. */
export function figure(what, value, { goal, unit = '', ratio = unit === '' } = {}) {
  if (ratio) now.set(what, Number(value.toPrecision(3)));
  const aim = goal === undefined ? '' : `   goal ≤ ${goal}${unit === '' ? '' : ` ${unit}`}: ${value <= goal ? 'met' : 'NOT MET'}`;
  console.log(`  ${what.padEnd(58)} ${shown(value).padStart(8)} ${unit.padEnd(3)}${aim}${ratio ? beside(what, value) : ''}`);
}

/** Keeps this run's ratios beside those of parts that were not run. */
export function keep() {
  const all = { ...kept, ...Object.fromEntries(now) };
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1))), null, 2)}\n`);
}
