/** Every check has a bad example that it finds and a good one that it does not. */
import { CHECKS } from '../../src/checks';
import { codesOf, EXAMPLES } from './examples';

it.each(EXAMPLES)('%s', (code, example) => {
  expect(codesOf(example, 'bad')).toContain(code);
  expect(codesOf(example, 'good')).not.toContain(code);
});

it('every check has one, in the order of the codes; the correct sheet itself has no finding', () => {
  expect(EXAMPLES.map(([code]) => code)).toEqual(CHECKS.map(({ code }) => code));
  expect(codesOf({ bad: {}, good: {} }, 'good')).toEqual([]);
});
