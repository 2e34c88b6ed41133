import * as fc from 'fast-check';
import { blockOf, blockText } from '../../../src/workbench/sheet/clipboard';
import { SEED } from '../../fuzz/runs';

describe('blocks of cells as text', () => {
  it.each<[string, string[][]]>([
    [
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['', [['']]],
    ['\t', [['', '']]],
    ['"两\n行"\t"引""号"', [['两\n行', '引"号']]],
    ['5" 管\tx', [['5" 管', 'x']]],
    ['"开了没关\tx', [['"开了没关', 'x']]],
    ['a\n\nb', [['a'], [''], ['b']]],
  ])('%j', (text, rows) => {
    expect(blockOf(text)).toEqual(rows);
  });

  it(`what is written is read back (seed ${SEED})`, () => {
    const cell = fc.string({ unit: fc.constantFrom('甲', 'a', '"', '\t', '\n', ' ', '1', ','), maxLength: 6 });
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 4 })
          .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 })),
        (rows) => {
          const text = blockText(rows);
          // A last empty cell of one column is taken for the end of the text: programs end it so.
          fc.pre(!text.endsWith('\n'));
          expect(blockOf(text)).toEqual(rows);
        },
      ),
      { seed: SEED },
    );
  });

  it('refuses what is too much', () => {
    expect(blockOf('\t'.repeat(300_000))).toBeNull();
  });
});
