/** The new reader alone on the families of phrasings: no right score is ruled out, and nothing is read out of what is no rule. */
import { DEFAULT_SWITCHES, evaluate, fitsWeight } from '../../../src/criteria';
import { readCriterion } from '../../../src/criteria/reading/read';
import { Dec } from '../../../src/workbook/decimal';
import { readFamilies } from '../families/family';
import { compare } from '../wordings/measure';

const FAMILIES = readFamilies();
/** So many of the texts are read whole; it may only rise. */
const READ_WHOLE = 340;

const read = FAMILIES.flatMap(({ texts }) => texts)
  .map((one) => ({ one, parsed: readCriterion(one.text).parsed }))
  .filter(({ one, parsed }) => parsed.understood === 'whole' && fitsWeight(parsed.criterion, new Dec(one.weight)));

test('as many are read whole as before', () => {
  expect(read.length).toBeGreaterThanOrEqual(READ_WHOLE);
});

test('no right score is ruled out', () => {
  const wrong = read.filter(({ one, parsed }) =>
    one.examples.some(
      (example) =>
        [...(example.scores ?? []), ...(example.may ?? [])].every(
          (score) => compare(one.text, one.weight, parsed, { ...example, scores: [score] }).verdict === 'wrong',
        ) && (example.scores ?? []).length > 0,
    ),
  );
  expect(wrong.map(({ one }) => one.text)).toEqual([]);
});

test('nothing is read out of what only looks like a rule', () => {
  const weight = new Dec(10);
  const constrained = FAMILIES.flatMap(({ lookAlikes }) => lookAlikes).filter(({ text }) => {
    const outcome = evaluate(readCriterion(text).parsed.criterion, { weight, fact: () => undefined, switches: DEFAULT_SWITCHES });
    return !(outcome.is === 'unknown' || (outcome.is === 'range' && outcome.from.isZero() && outcome.to.eq(weight)));
  });
  expect(constrained.map(({ text }) => text)).toEqual([]);
});
