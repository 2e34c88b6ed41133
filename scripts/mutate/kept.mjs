/** A trial over all rooms takes long: what is decided is kept, and the same command goes on where the last one was ended by the clock. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../lint/sources.mjs';

const FOLDER = path.join(ROOT, 'node_modules/.cache/jihe-mutate-trials');

/** `name` says what the trial is of: another seed, count or state of the sources is another trial. */
export function keptTrial(name) {
  const file = path.join(FOLDER, `${name}.json`);
  let state = { results: [], heard: [] };
  try {
    state = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // A first part.
  }
  const heard = new Map(state.heard.map((one) => [one.test, { ...one, reached: new Map(one.reached) }]));
  return {
    results: state.results,
    heard,
    save(results) {
      mkdirSync(FOLDER, { recursive: true });
      const flat = [...heard.values()].map((one) => ({ ...one, reached: [...one.reached] }));
      writeFileSync(file, JSON.stringify({ results, heard: flat }));
    },
  };
}
