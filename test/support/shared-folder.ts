import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const CORPUS = path.join(__dirname, '..', '..', '..', 'shared', 'corpus');

/** Files of the robustness corpus by name; null, with a notice, on a machine that does not have it. */
export function corpusFiles(): ReadonlyMap<string, Uint8Array> | null {
  if (!existsSync(CORPUS)) {
    process.stdout.write('skipped: ../shared/corpus is not here\n');
    return null;
  }
  const names = readdirSync(CORPUS)
    .filter((name) => !name.endsWith('.md'))
    .sort();
  return new Map(names.map((name) => [name, new Uint8Array(readFileSync(path.join(CORPUS, name)))]));
}

const handed = (...names: readonly string[]): boolean => existsSync(path.join(CORPUS, '..', ...names));

/** `test` where ../shared has this, else `test.skip`: the run says at its end what was not tested. */
export const testWith = (...names: readonly string[]): typeof test | typeof test.skip => (handed(...names) ? test : test.skip);

/** A small workbook of ../shared/field by name; null, with a notice, on a machine that does not have it. */
export function fieldFile(name: string): Uint8Array | null {
  const file = path.join(CORPUS, '..', 'field', name);
  if (existsSync(file)) return new Uint8Array(readFileSync(file));
  process.stdout.write('skipped: ../shared/field is not here\n');
  return null;
}
