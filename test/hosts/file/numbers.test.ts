/** Numbers as files spell them are the numbers JavaScript reads in the same text, to the last bit. */
import fc from 'fast-check';
import { numberAt } from '../../../src/hosts/file/numbers';
import { readXlsx } from '../../../src/hosts/file';
import { RUNS, SEED } from '../../fuzz/runs';
import { rowsXlsx } from '../../support/ooxml';

const read = (text: string): number => numberAt(new TextEncoder().encode(text), 0, text.length);

test.each([
  '0',
  '-0',
  '5',
  '-12.50',
  '0.1',
  '.5',
  '5.',
  '999999999999999',
  '99999999999999.9',
  // Sixteen digits and more are beyond what an integer divided once gives exactly.
  '9007199254740993',
  '0.1234567890123456',
  '97.500000000000014',
  '1234567.8901234567',
  '89.729999999999990',
  '1e3',
  '-2.5E-7',
  '1.7976931348623157e308',
])('%s', (text) => expect(read(text)).toBe(text === '-0' ? 0 : Number(text)));

test.each(['', '-', '.', '1.2.3', '1,234', '0x10', 'NaN', '1e', '--1', '5%', '１'])('«%s» is none', (text) => expect(read(text)).toBeNaN());

test(`any double, as it is written and with more digits than it needs (seed ${SEED})`, () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
      fc.integer({ min: 0, max: 20 }),
      (value, places) => {
        for (const text of [String(value), value.toFixed(places)]) expect(read(text)).toBe(Number(text) === 0 ? 0 : Number(text));
      },
    ),
    { seed: SEED, numRuns: 4 * RUNS },
  );
});

test('a cell with seventeen digits', () => {
  expect(readXlsx(rowsXlsx('<row><c><v>97.500000000000014</v></c></row>')).sheets[0]!.valueAt(0, 0)).toBe(97.500000000000014);
});
