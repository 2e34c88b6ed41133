import { Dec } from '../../../src/workbook/decimal';
import type { Example } from './format';
import { NOT_ROW_RULES, ROW_RULES } from './row-rules';

const CATALOGUE = 74;
const numbers = (example: Example): readonly string[] => [...(example.scores ?? []), ...(example.may ?? []), ...(example.range ?? [])];

describe('wordings of the row rules', () => {
  test('three or more of each entry of the catalogue that is a row rule', () => {
    const few = Array.from({ length: CATALOGUE }, (_, i) => i + 1)
      .filter((rule) => !NOT_ROW_RULES.includes(rule))
      .filter((rule) => ROW_RULES.filter((one) => one.rule === rule).length < 3);
    expect(few).toEqual([]);
  });

  test('no text twice', () => {
    const texts = ROW_RULES.map((one) => one.text);
    expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([]);
  });

  test.each(ROW_RULES.map((one) => [one.rule, one.text, one] as const))('%i %s', (_rule, _text, one) => {
    expect(one.examples.length).toBeGreaterThanOrEqual(2);
    for (const example of one.examples) {
      expect([example.scores, example.range, example.treatment].some((said) => said !== undefined)).toBe(true);
      for (const score of numbers(example)) {
        expect(new Dec(score).gte(0)).toBe(true);
        expect(new Dec(score).lte(new Dec(one.weight))).toBe(true);
      }
    }
  });
});
