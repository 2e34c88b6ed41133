/** What the score is once a user typed the facts that a published table lacks. */
import { recognise } from '../../src/recognition';
import { normal } from '../../src/workbook/text';
import type { FactRef, FactValue } from '../../src/criteria';
import { deriveAll, type Admissible } from '../../src/scoring';
import { scoredRows } from '../../src/score-table/scored-rows';
import { Dec } from '../../src/workbook/decimal';
import { CASES } from '../conformance/cases';
import { render } from '../conformance/render';
import { layoutsOf, withoutFilledReview } from '../conformance/results';
import { bookOfGrids } from '../conformance/sheet';
import yueyang from './expected-by-hand/17-yueyang-science-bureau-dept.json';

type Answers = Readonly<Record<string, string>>;

const CASE = CASES.find((one) => one.id === yueyang.case)!;
const rendered = render(CASE, withoutFilledReview(layoutsOf(0)[0]!));
const scoreTable = recognise(bookOfGrids(rendered.grids)).tables.find((one) => one.table.sheet === rendered.sheet)!;

const valueOf = (typed: string): FactValue => (typed.endsWith('%') ? new Dec(typed.slice(0, -1)).div(100) : new Dec(typed));

function answerTo(ref: FactRef, answers: Answers): FactValue | undefined {
  const name = Object.keys(answers).find((one) => ref.name.includes(one) || ref.role === 'own');
  return name === undefined ? undefined : valueOf(answers[name]!);
}

const two = (score: Dec): string => score.toDecimalPlaces(2).toString();

function scores(admissible: Admissible): readonly string[] {
  if (admissible.is === 'exact') return [two(admissible.score)];
  return admissible.is === 'one-of' ? admissible.scores.map(two) : [admissible.is];
}

test.each(yueyang.answered.map((one) => [one.row, JSON.stringify(one.answers), one] as const))('%s with %s', (_row, _answers, one) => {
  const row = scoredRows(scoreTable).find((candidate) => normal(candidate.name.value) === normal(one.row))!;
  const derivations = deriveAll(scoreTable, {
    answers: (asked, ref) => (asked.id === row.id ? answerTo(ref, one.answers as unknown as Answers) : undefined),
  });
  expect([...scores(derivations.get(row.id)!.admissible)].sort()).toEqual(one.scores.map((score) => new Dec(score).toString()).sort());
});
