import { pushTo } from '../../src/workbook';

test('one list a key, in the order they came', () => {
  const lists = new Map<string, number[]>();
  for (const [key, one] of [
    ['a', 1],
    ['b', 2],
    ['a', 3],
  ] as const)
    pushTo(lists, key, one);
  expect([...lists]).toEqual([
    ['a', [1, 3]],
    ['b', [2]],
  ]);
});
