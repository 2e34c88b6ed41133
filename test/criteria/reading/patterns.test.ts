/**
 * The examples of the patterns are their tests: what reads, with its scores; what never does. A pattern or a prior that no example
 * needs is none.
 */
import { PATTERNS } from '../../../src/criteria/patterns';
import { readCriterion, readWith } from '../../../src/criteria/reading/read';
import { meaningOf } from '../../../src/criteria/reading/same';
import { exampleFault, patternsIn } from './examples';

const CLAUSES = PATTERNS.filter(({ rule }) => rule === 'clause');
const EXAMPLES = CLAUSES.flatMap((pattern) => pattern.reads.map((example) => ({ pattern, example })));

test('every pattern of a clause has its own name and an example', () => {
  expect(new Set(CLAUSES.map(({ id }) => id)).size).toBe(CLAUSES.length);
  expect(CLAUSES.filter(({ reads }) => reads.length === 0).map(({ id }) => id)).toEqual([]);
});

test.each(EXAMPLES.map(({ pattern, example }) => [pattern.id, example[0], pattern, example] as const))(
  '%s: %s',
  (_id, text, pattern, example) => {
    expect(exampleFault(pattern, example, readCriterion(text))).toBe('');
  },
);

test('what never reads so', () => {
  const faults = CLAUSES.flatMap(({ id, never }) =>
    never.filter((text) => patternsIn(readCriterion(text)).includes(id)).map((text) => `${id}: ${text}`),
  );
  expect(faults).toEqual([]);
});

test('a prior that no example needs is none', () => {
  const idle = PATTERNS.filter(({ prior, rule }) => prior !== 0 && rule === 'clause').filter((pattern) => {
    const changed = PATTERNS.map((one) => (one === pattern ? { ...one, prior: 0 } : one));
    return EXAMPLES.every(({ pattern: of, example }) => exampleFault(of, example, readWith(changed, example[0])) === '');
  });
  expect(idle.map(({ id }) => id)).toEqual([]);
});

/** The same sentence as others would type it. */
const RETYPED: Readonly<Record<string, (text: string) => string>> = {
  'full width': (text) => text.replace(/[0-9%<>=+]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
  spaces: (text) => text.replace(/([，；。])/g, ' $1 '),
  'half-width stops': (text) => text.replace(/；/g, ';').replace(/，/g, ','),
};

test.each(Object.entries(RETYPED))('%s read the same', (_name, retyped) => {
  const other = EXAMPLES.map(({ example: [text] }) => text).filter(
    (text) => meaningOf(readCriterion(retyped(text)).parsed.criterion) !== meaningOf(readCriterion(text).parsed.criterion),
  );
  expect(other).toEqual([]);
});
