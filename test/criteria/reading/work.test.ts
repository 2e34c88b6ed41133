/** Work is counted: so many steps a character, on ordinary texts and on any. Nothing overflows. */
import { readCriterion } from '../../../src/criteria/reading/read';
import { parseAfresh } from '../../../src/criteria/together/read';
import { readFamilies } from '../families/family';
import { freshRows } from '../fresh/fresh';
import PUBLIC_TEXTS from '../wordings/public-texts.json';
import { LATER, ROW_RULES } from '../wordings/row-rules';

const TEXTS = [
  ...ROW_RULES,
  ...LATER,
  ...(PUBLIC_TEXTS as readonly { readonly text: string }[]),
  ...readFamilies().flatMap(({ texts }) => texts),
  ...freshRows('first'),
  ...freshRows('second'),
].map(({ text }) => text);
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
  list: '甲乙、'.repeat(5_000) + '各得1分',
  places: Array.from({ length: 1_200 }, (_, at) => `第${at}名得1分`).join('；'),
  bonus: '每增加1项加1分，'.repeat(1_500),
  headings: '甲乙（1分）：每缺1项扣1分。'.repeat(1_000),
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

test('both readers together bear 50,000 characters and 10,000 brackets in brackets', () => {
  const long = [
    '每发现1处扣1分；'.repeat(5_600),
    `得分=${'('.repeat(10_000)}a${')'.repeat(10_000)}×5分`,
    `${'（'.repeat(10_000)}完成得5分${'）'.repeat(10_000)}`,
  ];
  expect(long.map((text) => parseAfresh(text).failed)).toEqual([undefined, undefined, undefined]);
});
