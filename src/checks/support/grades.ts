/** Grade words of real sheets and the official bands. */
import type { GradeBand, Parameters } from '../../standards';
import type { Dec } from '../../workbook';

/** From the best to the lowest; the words of one band mean the same. */
const WORDS: readonly (readonly string[])[] = [
  ['优', '优秀', '优等', 'A'],
  ['良', '良好', '良等', 'B'],
  ['中', '中等', '一般', '合格', '及格', 'C'],
  ['差', '较差', '不合格', '不及格', 'D'],
];

/** The band a share of the full score falls into; null below every band. */
export function gradeOf(share: Dec, parameters: Parameters): GradeBand | null {
  return parameters.grades.value.find((band) => share.gte(band.from)) ?? null;
}

/** 「优秀」 「 良 」 「B」 → index of its band, 0 being the best; null where it is no grade word. */
export function bandOfWord(word: string): number | null {
  const bare = word
    .replace(/[\s“”"「」【】()（）☑√✓:：]/g, '')
    .toUpperCase()
    .replace(/[级档]$/, '');
  const index = WORDS.findIndex((words) => words.includes(bare));
  return index < 0 ? null : index;
}

/** The word of another band in the same vocabulary: 优秀 → 良好; the official word where there is none fit to print. */
export function sameVocabulary(stated: string, band: number, parameters: Parameters): string {
  const own = bandOfWord(stated);
  const official = parameters.grades.value[band]?.name ?? '';
  if (own === null || band === 3) return official;
  const bare = stated.replace(/\s/g, '');
  const place = WORDS[own]!.indexOf(bare.toUpperCase());
  return place === 1 ? (WORDS[band]![1] ?? official) : place === 3 ? (WORDS[band]!.at(-1) ?? official) : official;
}
