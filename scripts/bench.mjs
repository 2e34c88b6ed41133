/**
 * `npm run bench`: what the program costs, each figure with its goal and beside the run that is kept. `-- --only cold,page` runs some parts
 * alone, `-- --keep` keeps this run's ratios for later ones. Contenders take turns in one run, so a busy machine slows all alike.
 */
import { createRequire } from 'node:module';
import { benchCold } from './bench/cold.mjs';
import { benchCriteria } from './bench/criteria.mjs';
import { benchEditor } from './bench/editor.mjs';
import { benchLarge, benchRealistic, benchSmall } from './bench/folder.mjs';
import { keep } from './bench/goals.mjs';
import { benchGrowth } from './bench/growth.mjs';
import { benchMemory } from './bench/memory.mjs';
import { benchPage } from './bench/page.mjs';
import { ensureBuilt } from './build.mjs';

const PARTS = {
  cold: benchCold,
  realistic: benchRealistic,
  small: benchSmall,
  large: benchLarge,
  criteria: benchCriteria,
  growth: benchGrowth,
  editor: benchEditor,
  memory: benchMemory,
  page: benchPage,
};

/** `--only a,b` or `--only=a,b`; all where none is named. */
function chosen(args) {
  const at = args.findIndex((arg) => arg === '--only' || arg.startsWith('--only='));
  if (at < 0) return Object.keys(PARTS);
  const names = (args[at].split('=')[1] ?? args[at + 1] ?? '').split(',');
  const unknown = names.filter((name) => !(name in PARTS));
  if (unknown.length > 0) throw new Error(`no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  return names;
}

const parts = chosen(process.argv.slice(2));
const failure = await ensureBuilt();
if (failure !== null) throw new Error(failure);
const core = createRequire(import.meta.url)('../dist/bench-core.js');
for (const part of parts) await PARTS[part](core);
if (process.argv.includes('--keep')) keep();
