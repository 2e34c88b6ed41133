/** Scripts with what V8 compiled of them: whatever lies in the folders, the script runs as it is written. */
import { chmodSync, existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadCompiled } from '../../src/cli/compiled/load';
import { placesFor } from '../../src/cli/compiled/places';
import { Place } from './program';

const place = new Place();
afterAll(() => place.remove());

let number = 0;
/** A script in a folder of its own, and a folder for what is compiled of it. */
function script(text: string): { readonly file: string; readonly kept: string } {
  const folder = `s${(number += 1)}`;
  place.put(`${folder}/script.js`, text);
  return { file: place.at(folder, 'script.js'), kept: place.at(folder, 'kept') };
}

const ADDS = 'const late = (a, b) => a + b; module.exports = { add: late, here: __filename, of: require("node:path").sep, 文: "分" };';
const call = (exports: unknown): number => (exports as { add: (a: number, b: number) => number }).add(1, 2);

function pieces(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : [];
}

/** Runs it, works with it, keeps it; the one piece that is kept. */
function keptOnce({ file, kept }: { readonly file: string; readonly kept: string }): string {
  const loaded = loadCompiled(file, [kept]);
  expect(call(loaded.exports)).toBe(3);
  loaded.keep();
  loaded.keep();
  expect(pieces(kept)).toHaveLength(1);
  return pieces(kept)[0]!;
}

test('a script runs as require runs it, at first and with what was kept', () => {
  const made = script(ADDS);
  keptOnce(made);
  const again = loadCompiled(made.file, [made.kept]);
  expect(again.exports).toMatchObject({ here: made.file, of: path.sep, 文: '分' });
  expect(call(again.exports)).toBe(3);
});

const flipped = (bytes: Buffer, at: number): Buffer => Buffer.from(bytes.map((byte, n) => (n === at ? byte ^ 0xff : byte)));

const DAMAGE: readonly (readonly [string, (bytes: Buffer) => Uint8Array])[] = [
  ['empty', () => Buffer.alloc(0)],
  ['cut short', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['a digest alone', (bytes) => bytes.subarray(0, 32)],
  ['with another digest', (bytes) => flipped(bytes, 3)],
  ['with a byte changed', (bytes) => flipped(bytes, bytes.length - 40)],
  ['other bytes', () => Buffer.from('nothing that anybody compiled, and long enough to be looked at')],
];
test.each(DAMAGE)('what is kept is %s: the script runs all the same, and is kept anew', (...[, damage]) => {
  const made = script(ADDS);
  const piece = keptOnce(made);
  const whole = readFileSync(piece).length;
  writeFileSync(piece, damage(readFileSync(piece)));
  keptOnce(made);
  expect(readFileSync(piece).length).toBeGreaterThan(whole / 2);
});

test('another text of the same length is never run by what was compiled of the first, whose piece goes', () => {
  const made = script(ADDS);
  const piece = keptOnce(made);
  writeFileSync(made.file, ADDS.replace('a + b', 'a * b'));
  const loaded = loadCompiled(made.file, [made.kept]);
  expect(call(loaded.exports)).toBe(2);
  loaded.keep();
  expect(pieces(made.kept)).toHaveLength(1);
  expect(existsSync(piece)).toBe(false);
});

test('a piece that was broken off long ago goes; one that is being written now stays', () => {
  const made = script(ADDS);
  const piece = keptOnce(made);
  const [old, now] = ['script-a.begun', 'script-b.begun'].map((name) => path.join(made.kept, name)) as [string, string];
  for (const at of [old, now]) writeFileSync(at, 'half');
  utimesSync(old, 1, 1);
  writeFileSync(piece, '');
  loadCompiled(made.file, [made.kept]).keep();
  expect([...pieces(made.kept)].sort()).toEqual([piece, now].sort());
});

test('a folder that cannot be made is passed over, and none at all is no fault', () => {
  const made = script(ADDS);
  place.put('a-file', 'in the way');
  const loaded = loadCompiled(made.file, [path.join(place.at('a-file'), 'kept'), made.kept]);
  loaded.keep();
  expect(pieces(made.kept)).toHaveLength(1);
  const nowhere = loadCompiled(made.file, []);
  nowhere.keep();
  expect(call(nowhere.exports)).toBe(3);
});

(process.platform === 'win32' ? test.skip : test)('what others may have written is not taken', () => {
  const made = script(ADDS);
  const piece = keptOnce(made);
  const before = readFileSync(piece);
  chmodSync(made.kept, 0o777);
  const loaded = loadCompiled(made.file, [made.kept]);
  expect(call(loaded.exports)).toBe(3);
  loaded.keep();
  expect(readFileSync(piece).equals(before)).toBe(true);
  expect(pieces(made.kept)).toEqual([piece]);
});

test('beside the scripts first, then in the cache of the user; nowhere where that is wanted', () => {
  const before = process.env['JIHE_COMPILED'];
  try {
    delete process.env['JIHE_COMPILED'];
    expect(placesFor('/programs')[0]).toBe(path.join('/programs', 'compiled'));
    process.env['JIHE_COMPILED'] = '0';
    expect(placesFor('/programs')).toEqual([]);
  } finally {
    if (before === undefined) delete process.env['JIHE_COMPILED'];
    else process.env['JIHE_COMPILED'] = before;
  }
});
