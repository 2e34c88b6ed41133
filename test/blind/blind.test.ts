/**
 * Three variants of each kind of input that once failed (78 workbooks), written without reading the sources.
 * First run: 63 of 78 as judged then. Of the 15, 12 were faults of this suite (two forms counted a row too far, its reader dropped
 * formulas without results, an .xls that cannot hold formulas, a grade that was rightly questioned); with these mended and the
 * program as it was: 75 of 78. The three: DISPIMG kept as text by another program, a tick in a reviewer's column, and one where the
 * program was right (a bare 1 beside a % unit may be 1% or 100%).
 */
import { existsSync, readFileSync } from 'node:fs';
import { build, jihe, Place } from '../cli/program';
import { CONTENT } from './cases-content';
import { FILES } from './cases-files';
import { FORMATS } from './cases-formats';
import { FORMULAS } from './cases-formulas';
import { LAYOUT } from './cases-layout';
import { findingsWrong, recalcWrong, type Answer } from './judge';
import type { Blind } from './model';

export const ALL: readonly Blind[] = [...FORMULAS, ...FORMATS, ...CONTENT, ...LAYOUT, ...FILES];
const place = new Place();
const nameOf = (one: Blind): string => `${one.id}.${one.ending ?? 'xlsx'}`;
const bytes = new Map<string, Uint8Array>();
let answers: readonly Answer[] = [];

jest.setTimeout(600_000);

beforeAll(async () => {
  build();
  for (const one of ALL) {
    const made = await one.bytes();
    bytes.set(one.id, made);
    place.put(`in/${nameOf(one)}`, made);
  }
  place.put('out/.keep', '');
  const { stdout } = jihe(['check', 'in', '--format', 'ndjson', '--workers', '1', '--quiet'], place.folder);
  answers = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Answer);
});
/** KEEP=1 leaves the files for people to look at. */
afterAll(() => (process.env['KEEP'] === undefined ? place.remove() : console.log(place.folder)));

test('three of each kind', () => {
  const kinds = ALL.map((one) => one.id.slice(0, 2));
  expect(ALL.length).toBe(78);
  expect(new Set(kinds).size).toBe(26);
});

test.each(ALL.map((one) => [one.id, one.what, one] as const))('%s %s', (_id, _what, one) => {
  const { expected } = one;
  const wrong = findingsWrong(
    expected,
    answers.filter((answer) => answer.file === `in/${nameOf(one)}`),
  );
  if (expected.recalc !== undefined) {
    jihe(['recalc', `in/${nameOf(one)}`, '--out', `out/${nameOf(one)}`, '--no-summary', ...(expected.recalc.args ?? [])], place.folder);
    const out = place.at('out', nameOf(one));
    wrong.push(...recalcWrong(expected.recalc, bytes.get(one.id)!, existsSync(out) ? new Uint8Array(readFileSync(out)) : null));
  }
  if (expected.narrative !== undefined) {
    const { stdout } = jihe(['narrative', `in/${nameOf(one)}`], place.folder);
    for (const pattern of expected.narrative.must ?? []) if (!pattern.test(stdout)) wrong.push(`narrative without ${pattern}: ${stdout}`);
    for (const pattern of expected.narrative.mustNot ?? []) if (pattern.test(stdout)) wrong.push(`narrative with ${pattern}`);
  }
  expect(wrong.join('\n')).toBe('');
});
