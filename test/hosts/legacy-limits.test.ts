/** What an old workbook may hold, to the last cell and the last merged row. */
import { readLegacy } from '../../src/hosts/file/legacy';
import { UnreadableError } from '../../src/workbook/unreadable';
import { legacyBytes } from '../support/legacy-bytes';

const why = (limits: Parameters<typeof readLegacy>[1]): string => {
  try {
    readLegacy(legacyBytes('biff8'), limits);
    return 'read';
  } catch (error) {
    return error instanceof UnreadableError ? error.why : String(error);
  }
};

/** Nine cells on two sheets, one merged area of two rows. */
test.each<[string, Parameters<typeof readLegacy>[1], string]>([
  ['as many cells as there are', { cells: 9 }, 'read'],
  ['one fewer', { cells: 8 }, 'too-many-cells'],
  ['as many merged rows', { mergeRows: 2 }, 'read'],
  ['one fewer', { mergeRows: 1 }, 'too-many-merges'],
])('%s: %o is %s', (_name, limits, result) => expect(why(limits)).toBe(result));

test('cells, formats, errors, merges and hidden sheets come as they were', () => {
  const { sheets } = readLegacy(legacyBytes('biff8'));
  expect(sheets.map(({ name, state, rows, cols }) => [name, state, rows, cols])).toEqual([
    ['评分表', 'visible', expect.any(Number), 4],
    ['隐藏表', 'hidden', 1, 1],
  ]);
  const cells = [0, 1, 2].map((row) => [0, 1, 2, 3].map((col) => sheets[0]!.at(row, col) ?? null));
  expect(cells).toEqual([
    [{ value: '指标', format: 'General' }, { value: '分值', format: 'General' }, null, null],
    [
      { value: '完成率', format: 'General' },
      { value: 10, format: 'General' },
      { value: 20, format: '0.00' },
      { value: { error: '#REF!' }, format: 'General' },
    ],
    [{ value: '满意度', format: 'General' }, { value: true, format: 'General' }, null, null],
  ]);
  expect(sheets[0]!.merges).toEqual([{ top: 2, left: 0, bottom: 3, right: 0 }]);
});
