/** Work is counted: so many steps a character, on ordinary texts and on any. Nothing overflows. */
import { readCriterion } from '../../../src/criteria/reading/read';
import PUBLIC_TEXTS from '../wordings/public-texts.json';
import { LATER, ROW_RULES } from '../wordings/row-rules';

const TEXTS = [...ROW_RULES, ...LATER, ...(PUBLIC_TEXTS as readonly { readonly text: string }[])].map(({ text }) => text);
const perCharacter = (text: string): number => {
  const { steps, normal } = readCriterion(text);
  return steps / Math.max(1, normal.length);
};

const HOSTILE: Readonly<Record<string, string>> = {
  brackets: '('.repeat(9_998) + '得1分' + ')'.repeat(9_998),
  factors: `得分=${'1×'.repeat(5_000)}分值`,
  arms: Array.from({ length: 1_200 }, (_, at) => `率≥${at}%得1分`).join('；'),
  particles: '的'.repeat(9_000),
  every: '每'.repeat(9_000),
  commas: '，'.repeat(9_000),
  sums: `得分=${'a+'.repeat(5_000)}b×分值`,
  figures: '90%'.repeat(5_000),
  amounts: '扣1分'.repeat(5_000),
  names: '甲，'.repeat(6_000) + '得1分',
};

test('ordinary texts take 60 steps a character at most, and far fewer as a rule', () => {
  expect(Math.max(...TEXTS.map(perCharacter))).toBeLessThanOrEqual(60);
});

test.each(Object.entries(HOSTILE))('%s', (_name, text) => {
  expect(text.length).toBeLessThanOrEqual(20_000);
  expect(perCharacter(text)).toBeLessThanOrEqual(201);
});

test('longer texts are documents', () => {
  expect(readCriterion('每发现1处扣1分；'.repeat(5_000)).steps).toBe(0);
});
