/** What the receipt says is due: scores from the best down, a range where there are too many, both ends as they are allowed. */
import { expectedOf } from '../../src/receipt/expected';
import { Dec } from '../../src/workbook';
import { scoreTableOf } from '../support/score-table';

const { scoreTable } = scoreTableOf({ rows: [{ name: '合格率', weight: 10, score: 8 }] });
const of = (admissible: unknown) =>
  expectedOf(scoreTable.rows[0]!, { admissible, rule: null, facts: [] } as unknown as Parameters<typeof expectedOf>[1], scoreTable);
const scores = (...values: readonly (number | string)[]) => ({ is: 'one-of', scores: values.map((one) => new Dec(one)), readings: [] });

test('of several scores the best comes first, each once, to the cent', () =>
  expect(of(scores(3, '5.001', 5, 0, '4.995'))).toEqual({ is: 'one-of', scores: [5, 3, 0], readings: [] }));

test.each([
  [50, 'one-of'],
  [51, 'range'],
])('%s scores are told as %s', (count, is) => {
  const found = of(scores(...Array.from({ length: count }, (_, at) => at / 10)));
  expect(found.is).toBe(is);
  if (found.is === 'range') expect(found).toEqual({ is: 'range', from: 0, to: 5, fromIncluded: true, toIncluded: true });
});

test.each([
  [true, false],
  [false, true],
])('a range keeps its ends: from included %s, to included %s', (fromIncluded, toIncluded) =>
  expect(of({ is: 'range', from: new Dec(3), to: new Dec('4.999'), fromIncluded, toIncluded })).toEqual({
    is: 'range',
    from: 3,
    to: 5,
    fromIncluded,
    toIncluded,
  }),
);

test('what does not apply says how it is treated, and what nobody worked out says nothing', () => {
  expect(of({ is: 'not-applicable', treatment: 'full' })).toEqual({ is: 'not-applicable', treatment: 'full' });
  expect(expectedOf(scoreTable.rows[0]!, undefined, scoreTable)).toEqual({ is: 'unknown', why: '' });
});
