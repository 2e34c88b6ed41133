/**
 * What the rules of the wordings allow wherever their facts lie, with the arithmetic that is shown and the formula that is written. What is
 * long is held by a sum of it. `npm run pin` renews the file.
 */
import path from 'node:path';
import fc from 'fast-check';
import { parseCriterion, type Criterion } from '../../src/criteria';
import { expectPinned } from '../support/pinned';
import { sumOf } from '../support/variations';
import { criterion } from './support/arbitrary';
import { describedRule, outcomesOf } from './support/tried';
import { LATER, ROW_RULES } from './wordings/row-rules';

const FOLDER = path.join(__dirname, 'pins');
/** Drawn rules are others under another seed: they are pinned under this one. */
const SEED = 17;

function lines(criterion: Criterion, weight: string, name: string): readonly string[] {
  const outcomes = outcomesOf(criterion, weight);
  const unweighted = outcomesOf(criterion, null, 6);
  return [
    `# ${name}`,
    describedRule(criterion),
    outcomes.slice(0, 3).join(' ; '),
    `${outcomes.length} ${sumOf([...outcomes, ...unweighted].join('\n'))}`,
  ];
}

test('rules of the wordings', () => {
  const texts = new Map([...ROW_RULES, ...LATER].map(({ text, weight }) => [text, weight]));
  expectPinned(
    FOLDER,
    'wordings',
    [...texts].flatMap(([text, weight]) => lines(parseCriterion(text).criterion, weight, text.replace(/\s*\n\s*/g, '⏎'))),
  );
});

test('drawn rules', () => {
  const rules = fc.sample(criterion, { seed: SEED, numRuns: 150 });
  expectPinned(
    FOLDER,
    'drawn',
    rules.flatMap((rule, at) => lines(rule, ['10', '4', '2.5'][at % 3]!, `${at + 1}`)),
  );
});
