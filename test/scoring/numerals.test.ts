/** Every numeral from 一 to 一百 in what a row says of how often something happened: itself, or nothing, never part of it. */
import type { FactRef } from '../../src/criteria';
import { fromReason } from '../../src/scoring/facts/from-reason';
import { numeral } from '../support/numerals';

const at = { sheet: 0, row: 0, col: 7 };
const ref: FactRef = { kind: 'count', role: 'named', name: '不符合规定', unit: '例', span: [0, 0] };
const said = (text: string): string | null =>
  fromReason({ raw: text, at, state: 'value' }, ref, [ref.name], { alone: true, year: 2024, context: ref.name })?.value.toString() ?? null;

const ALL = Array.from({ length: 100 }, (_, n) => n + 1);

test.each<[string, (written: string) => string]>([
  ['before its unit', (written) => `检查发现${written}例不符合规定`],
  ['with 个', (written) => `检查发现不符合规定${written}个例`],
  ['at the end', (written) => `检查发现${written}例`],
])('in Chinese numerals %s', (_name, sentence) => {
  const wrong = ALL.filter((value) => {
    const one = said(sentence(numeral(value)));
    return one !== null && one !== String(value);
  });
  expect(wrong.map(numeral)).toEqual([]);
  expect(ALL.slice(0, 10).map((value) => said(`检查发现${numeral(value)}例`))).toEqual(ALL.slice(0, 10).map(String));
});

test('all from 一 to 一百 are read', () => {
  expect(ALL.map((value) => said(`检查发现${numeral(value)}例`))).toEqual(ALL.map(String));
  expect(said('检查发现两例')).toBe('2');
  expect(said('检查发现零例')).toBe('0');
});

test('in figures', () => {
  expect(ALL.map((value) => said(`检查发现${value}例`))).toEqual(ALL.map(String));
});

test.each([
  '检查发现十几例',
  '检查发现百余例',
  '检查发现数十例',
  '检查发现二三例',
  '检查发现几例',
  '检查发现1.5例',
  '检查发现第三例',
  '检查发现1万例',
])('%s is no number of times', (text) => expect(said(text)).toBeNull());
