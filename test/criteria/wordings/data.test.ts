import { Dec } from '../../../src/workbook/decimal';
import type { Example, NoCriterion, PublicText } from './format';
import noCriteria from './not-criteria.json';
import publicTexts from './public-texts.json';
import publicLater from './public-texts-later.json';
import { LATER, NOT_ROW_RULES, ROW_RULES as FIRST } from './row-rules';

const CATALOGUE = 74;
const ROW_RULES = [...FIRST, ...LATER];
const PUBLIC = [...publicTexts, ...publicLater] as unknown as readonly PublicText[];
const NONE = noCriteria as readonly NoCriterion[];

const repeated = (texts: readonly string[]): readonly string[] => texts.filter((text, i) => texts.indexOf(text) !== i);

function checkExamples(examples: readonly Example[], weight: string): void {
  for (const example of examples) {
    expect([example.scores, example.range, example.treatment].some((said) => said !== undefined)).toBe(true);
    for (const score of [...(example.scores ?? []), ...(example.may ?? []), ...(example.range ?? [])]) {
      expect(new Dec(score).gte(0)).toBe(true);
      expect(new Dec(score).lte(new Dec(weight))).toBe(true);
    }
  }
}

describe('wordings of the row rules', () => {
  test('three or more of each entry of the catalogue that is a row rule', () => {
    const few = Array.from({ length: CATALOGUE }, (_, i) => i + 1)
      .filter((rule) => !NOT_ROW_RULES.includes(rule))
      .filter((rule) => ROW_RULES.filter((one) => one.rule === rule).length < 3);
    expect(few).toEqual([]);
  });

  test('no text twice', () => {
    expect(repeated(ROW_RULES.map((one) => one.text))).toEqual([]);
  });

  test.each(ROW_RULES.map((one) => [one.rule, one.text, one] as const))('%i %s', (_rule, _text, one) => {
    expect(one.examples.length).toBeGreaterThanOrEqual(2);
    checkExamples(one.examples, one.weight);
  });
});

describe('texts of public tables', () => {
  test('sixty or more, none twice, none from the wordings above', () => {
    const texts = PUBLIC.map((one) => one.text);
    expect(texts.length).toBeGreaterThanOrEqual(60);
    expect(repeated([...texts, ...ROW_RULES.map((one) => one.text)])).toEqual([]);
  });

  test('each has its source and says at least what holds when nothing is given', () => {
    for (const one of PUBLIC) {
      expect(one.source.title.length * one.source.at.length).toBeGreaterThan(0);
      expect(one.examples[0]!.facts).toEqual({});
      checkExamples(one.examples, one.weight);
    }
  });
});

describe('texts that are no criterion', () => {
  test('forty or more, none twice, none that is a criterion elsewhere', () => {
    const texts = NONE.map((one) => one.text);
    expect(texts.length).toBeGreaterThanOrEqual(40);
    expect(repeated([...texts, ...PUBLIC.map((one) => one.text), ...ROW_RULES.map((one) => one.text)])).toEqual([]);
  });
});
