import { assess } from '../../src/assessment/assess';
import { recognise } from '../../src/recognition';
import type { Assessment } from '../../src/assessment/types';
import type { Expected } from './case';
import { correctDraft, toCase } from './draft';
import { cellOf, compareFindings } from './findings';
import { randomLayout, type Layout } from './layout';
import type { Mistake } from './mistakes';
import { Random } from './random';
import { render, type Rendered } from './render';
import { bookOfGrids } from './sheet';

export interface Audit {
  readonly rendered: Rendered;
  /** null: not recognised. */
  readonly assessment: Assessment | null;
}

export function audit(rendered: Rendered): Audit {
  const book = bookOfGrids(rendered.grids);
  const table = recognise(book).tables.find((one) => one.table.sheet === rendered.sheet);
  return { rendered, assessment: table === undefined ? null : assess(table, book, { first: true }) };
}

export interface Seeded extends Audit {
  readonly seed: number;
  readonly expected: readonly Expected[];
  /** right: found with the right code at the right cell · other: missed or elsewhere. */
  readonly found: boolean;
  /** Findings besides the expected ones. */
  readonly besides: readonly string[];
}

/** The mistake in a correct form in a random layout; null where this form has no place for it. */
export function seedMistake(mistake: Mistake, seed: number): Seeded | null {
  const draft = correctDraft(seed);
  const expected = mistake.put(draft, new Random(seed * 97 + 5));
  if (expected === null) return null;
  const result = audit(render(toCase(draft, `seed-${seed}`), layoutFor(seed, expected, draft.total?.formula !== undefined)));
  if (result.assessment === null) return { ...result, seed, expected, found: false, besides: [] };
  const comparison = compareFindings(result.rendered, result.assessment, expected);
  const besides = comparison.unexpected.filter((one) => !/ I @/.test(one));
  return { ...result, seed, expected, found: comparison.missing.length === 0, besides };
}

/** Layouts that would hide the mistake itself are kept away from it: a formula needs numbers, a date line a footer. */
function layoutFor(seed: number, expected: readonly Expected[], formula: boolean): Layout {
  const codes = new Set(expected.map((one) => one.code));
  const drawn = randomLayout(seed);
  const numbers =
    formula || codes.has('score-not-numeric')
      ? 'number'
      : drawn.numbers === 'full-width' || drawn.numbers === 'suffixed'
        ? 'text'
        : drawn.numbers;
  const totalLabel = formula || drawn.totalLabel === 'inline' ? 'printed' : drawn.totalLabel;
  return {
    ...drawn,
    numbers,
    totalLabel,
    review: drawn.review === 'filled' ? 'blank' : drawn.review,
    footer: codes.has('date-order') || drawn.footer,
  };
}

export function describeFindings(assessment: Assessment): string {
  return assessment.findings
    .map((finding) => `${finding.severity} ${finding.code} @${cellOf(finding)} ${finding.indicator ?? ''}`)
    .join('\n');
}
