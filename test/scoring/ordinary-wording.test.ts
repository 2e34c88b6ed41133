/** Ordinary sentences and the figures they give, and look-alikes that give none. */
import { deriveAll, type Fact } from '../../src/scoring';
import { Dec } from '../../src/workbook/decimal';
import { scoreTableOf } from '../support/score-table';
import { withRow } from '../checks/support/spoil';
import table from './ordinary-wording.json';

type Case = readonly [rule: string, cell: string, text: string, ...more: string[]];

/** The facts a row's own cells and its explanation give, in the order of the rule. */
function factsIn(rule: string, cell: string, text: string, target: string | null): readonly Fact[] {
  const [name, criterion] = (table.rules as Readonly<Record<string, readonly string[]>>)[rule]!;
  const { scoreTable } = scoreTableOf(
    withRow(1, { name: name!, path: '产出', target, actual: null, weight: 10, score: 10, criterion: criterion!, [cell]: text }),
  );
  return deriveAll(scoreTable).get('r1' as never)!.facts;
}

const shown = (facts: readonly Fact[]): string => facts.map((fact) => String(fact.value)).join(' ');

// Titles are made here: the sentences hold percent signs.
for (const [rule, cell, text, figures, target] of table.says as unknown as readonly Case[]) {
  test(`${rule}, ${cell}: ${text}`, () => expect(shown(factsIn(rule, cell, text, target ?? null))).toBe(figures));
}

for (const [rule, cell, text, target] of table.silent as unknown as readonly Case[]) {
  test(`${rule}, ${cell}, nothing: ${text} ${target ?? ''}`, () => {
    const some = factsIn(rule, cell, text, target ?? null).filter(({ value }) => !(value instanceof Dec && value.isZero()));
    expect(shown(some)).toBe('');
  });
}
