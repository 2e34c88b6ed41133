/** A year that a text takes for the year at hand, and the many that it only mentions. The sheet is of 2024. */
import { staleYear } from '../../../src/checks/support/years';
import { normal } from '../../../src/workbook';

test.each<[string, number | null]>([
  ['截至2023年12月31日，已完成', 2023],
  ['截止到2023年底完成', null],
  ['截止2023年底', 2023],
  ['截至2024年12月31日，已完成', null],
  ['截至2021年12月31日', 2021],
  ['截至2020年12月31日', null],
  ['截至2025年12月31日', null],
  ['在2023年12月31日前完成', 2023],
  ['2023年12月底前完成', 2023],
  ['2023年底前完成', 2023],
  ['2023年11月底前完成', null],
  ['2023年12月完成', null],
  ['2023年完成', null],
  ['2023年以前', 2023],
  ['2023年止', 2023],
  ['2022—2024年', null],
  ['2022年至2023年', null],
  ['自2023年12月31日前起', null],
  ['财预〔2023〕10号', null],
  ['截至2023年12月31日，2024年继续', null],
  ['12023年底前', null],
  ['已完成', null],
])('%s: %s', (text, year) => expect(staleYear(normal(text), 2024)).toBe(year));
