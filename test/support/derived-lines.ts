/** What every row of a workbook's tables may score, by which rule and of which figures; a line a row. */
import { recognise } from '../../src/recognition';
import { deriveAll, type Admissible, type Derivation } from '../../src/scoring';
import { arithmeticText } from '../../src/criteria';
import type { WorkbookSnapshot } from '../../src/workbook';
import { cellName, shown } from './pinned';

function allowed(admissible: Admissible): string {
  switch (admissible.is) {
    case 'exact':
      return arithmeticText(admissible.arithmetic, admissible.score);
    case 'one-of':
      return `one of ${admissible.scores.join(' ')}`;
    case 'range':
      return `${admissible.fromIncluded ? '[' : '('}${admissible.from.toString()} ${admissible.to.toString()}${admissible.toIncluded ? ']' : ')'}`;
    case 'not-applicable':
      return `not applicable: ${admissible.treatment}`;
    case 'unknown':
      return `unknown: ${admissible.why}`;
  }
}

const line = ({ admissible, rule, facts, missing, near }: Derivation): string =>
  [
    allowed(admissible),
    rule === null ? 'no rule' : `${rule.from} ${shown(rule.text)}`,
    facts
      .map(
        (fact) =>
          `${fact.ref.kind}:${fact.ref.name || fact.ref.role}=${shown(fact.value)}${fact.unit ?? ''} ${fact.from}${fact.weak ? ' weak' : ''} ${fact.cells.map(cellName).join('+')}`,
      )
      .join('; '),
    `missing ${missing.map((ref) => `${ref.kind}:${ref.name || ref.role}`).join('; ')}`,
    `near ${near.map((one) => `${one.label}@${cellName(one.at)}`).join('; ')}`,
  ].join(' | ');

export const derivedLines = (book: WorkbookSnapshot): readonly string[] =>
  recognise(book).tables.flatMap((table) => {
    const derivations = deriveAll(table);
    return table.rows.flatMap((row) =>
      derivations.has(row.id) ? [`${cellName(row.name.at)} ${shown(row.name.value)} | ${line(derivations.get(row.id)!)}`] : [],
    );
  });
