/** Kinds 01–04: formulas without results, stale results, totals that are text. */
import { CHONGQING, EXAM, HUBEI, SICHUAN, WHOLE, YUNNAN } from './forms';
import { sheet, type Over } from './grid';
import type { Blind, Expected } from './model';
import { exceljs, old, raw } from './write';

const one =
  (name: string, form: string, over: Over): (() => Uint8Array) =>
  () =>
    raw([sheet(name, form, over)]);
const rows = (letter: string, from: number, to: number, cell: (row: number) => string): Over =>
  Object.fromEntries(Array.from({ length: to - from + 1 }, (_, n) => [`${letter}${from + n}`, cell(from + n)]));

/** At most the one line that results are out of date. */
const STALE: Expected = { may: ['A stale-value *'], neverSays: [/没有填/] };

/** 考核 form with 小计 under each 考核项目. */
const SUBTOTALS = `
2024年度财政管理绩效考核表|<|<|<|<|<
被考核单位：柳溪乡人民政府|<|<|<|<|<
考核项目|考核内容|分值|评分标准|得分|扣分原因
预算管理|预算编制及时性|20|逾期1天扣1分，扣完为止。|20|
^|预算调整规范性|20|每发现1次不规范扣2分，扣完为止。|18|有1次调整未报批
^|小计|40||=SUM(E4:E5)~38|
资产管理|资产盘点|30|未盘点的不得分。|30|
^|资产处置规范性|30|每发现1项违反规定扣5分，扣完为止。|25|有1项处置未评估
^|小计|60||=SUM(E7:E8)~55|
总计|<|100||=E6+E9~93|`;

export const FORMULAS: readonly Blind[] = [
  {
    id: '01a',
    what: '整体 form, 合计 a SUM that was never calculated',
    bytes: one('评分表', WHOLE, { G18: '=SUM(G5:G17)~' }),
    expected: { ...STALE, totals: { stated: 95.85 }, recalc: { writes: {}, results: { G18: 95.85 } } },
  },
  {
    id: '01b',
    what: 'total and grade are formulas without results, written by a template filler',
    bytes: () =>
      exceljs([
        sheet('自评表', YUNNAN, { I21: '=ROUND(I7+SUM(I14:I20),2)~', J21: '=IF(I21>=90,"优",IF(I21>=80,"良",IF(I21>=60,"中","差")))~' }),
      ]),
    expected: { ...STALE, totals: { stated: 99.6 }, recalc: { writes: {}, results: { I21: 99.6 } } },
  },
  {
    id: '01c',
    what: 'subtotals and total never calculated; the total leaves one subtotal out',
    bytes: one('考核表', SUBTOTALS, { E6: '=SUM(E4:E5)~', E9: '=SUM(E7:E8)~', E10: '=SUM(E4:E7)~' }),
    expected: { must: ['M sum-range|total-score E10'], may: ['A stale-value *', 'I * *'], quiet: 'A', neverSays: [/没有填/] },
  },
  {
    id: '02a',
    what: 'every score is 权重×系数/100 without a result',
    bytes: one('自评表', CHONGQING, {
      ...rows('I', 8, 13, (r) => `=ROUND(H${r}*G${r}/100,1)~`),
      J5: '=I5*H5/100~',
      I14: '=J5+SUM(I8:I13)~',
    }),
    expected: { ...STALE, totals: { stated: 97.9, sum: 97.9 }, recalc: { writes: {}, results: { I14: 97.9, I9: 18.4 } } },
  },
  {
    id: '02b',
    what: 'the funding score and all totals are formulas without results',
    bytes: () => exceljs([sheet('Sheet1', HUBEI, { E5: '=D5/C5~', F5: '=20*E5~', G7: '=15~', G13: '=F5+SUM(G7:G12)~' })]),
    expected: { ...STALE, totals: { sum: 97 }, recalc: { writes: {}, results: { G13: 97, F5: 19 } } },
  },
  {
    id: '02c',
    what: 'scores are formulas without results; one gives full marks for 30 of 36',
    bytes: one('自评表', YUNNAN, {
      G7: '=F7/E7~',
      I7: '=ROUND(H7*G7,2)~',
      G14: '30',
      ...rows('I', 14, 20, (r) => `=H${r}*1~`),
      I21: '=I7+SUM(I14:I20)~',
    }),
    expected: {
      must: ['M missed-target-full-score|score-mismatch I14'],
      may: ['A stale-value *'],
      neverSays: [/没有填/],
      recalc: { writes: {}, results: { I21: 99.6 } },
    },
  },
  {
    id: '03a',
    what: 'scores and total stored as 0',
    bytes: one('评分表', WHOLE, {
      ...rows('G', 5, 17, (r) => `=${[5, 5, 5, 8, 9.85, 5, 5, 10, 8, 5, 15, 10, 5][r - 5]}*1~0`),
      G18: '=SUM(G5:G17)~0',
    }),
    expected: {
      must: ['A stale-value *'],
      neverSays: [/"stated":0,/],
      totals: { sum: 95.85 },
      recalc: { writes: {}, results: { G18: 95.85 } },
    },
  },
  {
    id: '03b',
    what: 'scores, 小计 and 总计 stored as 0, through three levels',
    bytes: one('考核表', SUBTOTALS, {
      E4: '=C4-0~0',
      E5: '=C5-2~0',
      E6: '=SUM(E4:E5)~0',
      E7: '=C7~0',
      E8: '=C8-5*1~0',
      E9: '=SUM(E7:E8)~0',
      E10: '=E6+E9~0',
    }),
    expected: { must: ['A stale-value *'], totals: { sum: 93 }, recalc: { writes: {}, results: { E10: 93, E6: 38 } } },
  },
  {
    id: '03c',
    what: 'execution rate, its score and the total stored as 0 in an XML table',
    ending: 'xls',
    bytes: () =>
      old(
        [sheet('自评表', YUNNAN, { G7: '=F7/E7~0', I7: '=ROUND(H7*G7,2)~0', I21: '=I7+SUM(I14:I20)~0', J21: '=IF(I21>=90,"优","差")~差' })],
        'xlml',
      ),
    expected: { must: ['A stale-value *'], neverSays: [/执行率为0/], totals: { sum: 99.6 } },
  },
  {
    id: '04a',
    what: '合计 typed as text, and right',
    bytes: one('评分表', WHOLE, { G18: '95.85分，优' }),
    expected: { may: ['A score-not-numeric G18'], neverSays: [/总分.{0,12}没有填/], recalc: { free: ['G18'] } },
  },
  {
    id: '04b',
    what: '总分 in Chinese numerals, 90 against 99.6',
    bytes: one('自评表', YUNNAN, { I21: '九十分（优）', J21: '' }),
    expected: { must: ['A total-score|score-not-numeric I21'], may: ['A grade I21|J21'] },
  },
  {
    id: '04c',
    what: '合计 「89/100」 against 97',
    ending: 'xls',
    bytes: () => old([sheet('自评表', SICHUAN, { J13: '89/100' })]),
    expected: { must: ['A total-score|score-not-numeric J13'], may: ['A grade J13'] },
  },
];

export { EXAM, SUBTOTALS, one, rows };
