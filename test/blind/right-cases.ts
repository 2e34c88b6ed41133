/** Sixty correct workbooks: no finding that must be corrected, no advice either, and nothing for 运算 to change. */
import { CHONGQING, EXAM, HUBEI, SICHUAN, TRANSFER, WHOLE, YUNNAN } from './forms';
import { sheet, type Over, type Sheet } from './grid';
import * as F from './right-forms';
import { exceljs, old, raw } from './write';

export interface Right {
  readonly id: string;
  readonly what: string;
  readonly ending?: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  /** Advice that is right about this workbook all the same. */
  readonly may?: readonly string[];
  readonly status?: 'unrecognised';
}

const book =
  (...sheets: readonly Sheet[]): (() => Uint8Array) =>
  () =>
    raw(sheets);
const one = (form: string, over: Over = {}, name = '自评表'): (() => Uint8Array) => book(sheet(name, form, over));
const js =
  (...sheets: readonly Sheet[]): (() => Promise<Uint8Array>) =>
  () =>
    exceljs(sheets);
const xls =
  (...sheets: readonly Sheet[]): (() => Uint8Array) =>
  () =>
    old(sheets);
const rows = (letter: string, from: number, to: number, cell: (row: number) => string): Over =>
  Object.fromEntries(Array.from({ length: to - from + 1 }, (_, n) => [`${letter}${from + n}`, cell(from + n)]));
/** Lines of a form with others in their place. */
const swap = (form: string, ...pairs: readonly (readonly [string, string])[]): string =>
  pairs.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`not in the form: ${from}`);
    return text.replace(from, to);
  }, form);

const YUNNAN_FORMULAS: Over = {
  G7: '=F7/E7~0.96@@0.00%',
  I7: '=ROUND(H7*G7,2)~9.6',
  H21: '=H7+SUM(H14:H20)~100',
  I21: '=I7+SUM(I14:I20)~99.6',
  J21: '=IF(I21>=90,"优",IF(I21>=80,"良",IF(I21>=60,"中","差")))~优',
};

export const RIGHT: readonly Right[] = [
  { id: 'r01', what: '整体 form', bytes: one(WHOLE) },
  { id: 'r02', what: 'form with 性质 and 单位', bytes: one(YUNNAN) },
  { id: 'r03', what: 'one level with 得分系数', bytes: one(CHONGQING) },
  { id: 'r04', what: '20 + 80 without leaf weights', bytes: one(HUBEI) },
  { id: 'r05', what: '考核 form with two score columns', bytes: one(EXAM) },
  { id: 'r06', what: '转移支付 without scores', bytes: one(TRANSFER) },
  { id: 'r07', what: '性质, 度量单位, 权重', bytes: one(SICHUAN) },
  { id: 'r08', what: '整体 with a data sheet of units beside', bytes: book(sheet('评分表', WHOLE), sheet('基础数据表', F.DATA_UNITS)) },
  { id: 'r09', what: '整体 with a data sheet in 万元 that holds counts', bytes: js(sheet('数据表', F.DATA_WAN), sheet('评分表', WHOLE)) },
  { id: 'r10', what: '复核得分 with 复核意见', bytes: one(F.REVIEWED) },
  { id: 'r11', what: 'formulas with results', bytes: one(YUNNAN, YUNNAN_FORMULAS) },
  { id: 'r12', what: 'weights in the names only', bytes: one(F.NAMED_WEIGHTS) },
  { id: 'r13', what: 'typed 小计 rows', bytes: one(F.TYPED_SUBTOTALS) },
  {
    id: 'r14',
    what: '小计 rows by formula, 合计 by SUBTOTAL',
    bytes: one(F.TYPED_SUBTOTALS, {
      F7: '=SUM(F4:F6)~50',
      G7: '=SUM(G4:G6)~50',
      F9: '=F8~30',
      G9: '=G8~30',
      F11: '=F10~20',
      G11: '=G10~20',
      F12: '=F7+F9+F11~100',
      G12: '=G7+G9+G11~100',
    }),
  },
  { id: 'r15', what: '分值 at three levels', bytes: one(F.LEVEL_WEIGHTS) },
  { id: 'r16', what: '加分项 and 扣分项', bytes: one(F.BONUS) },
  { id: 'r17', what: '不涉及 with full marks by the rule', bytes: one(F.NOT_APPLICABLE) },
  { id: 'r18', what: 'two tables in one sheet', bytes: one(F.ONE_SHEET_TWO) },
  { id: 'r19', what: 'deadlines, ranges, 1套, 合格, =3个', bytes: one(F.DEADLINES) },
  { id: 'r20', what: 'weights as text percent, scores as points', bytes: one(F.FRACTION_WEIGHTS) },
  {
    id: 'r21',
    what: 'weights as fractions shown as percent, scores as points',
    bytes: one(F.FRACTION_WEIGHTS, { D4: '0.2@@0%', D5: '0.2@@0%', D6: '0.1@@0%', D7: '0.3@@0%', D8: '0.2@@0%', D9: '1@@0%' }),
  },
  { id: 'r22', what: 'a thousand points', bytes: one(F.THOUSAND), may: ['A criterion-vs-weight *'] },
  { id: 'r23', what: '得分率 column by formula', bytes: one(F.RATED) },
  { id: 'r24', what: '按收入性质分 with amounts in labels, footnotes', bytes: one(F.DETAIL_FUNDING) },
  { id: 'r25', what: 'budget 0, no rate, weight —', bytes: one(F.ZERO_BUDGET) },
  {
    id: 'r26',
    what: 'budget 0 with #DIV/0! in the rate',
    bytes: one(F.ZERO_BUDGET, { G5: { xml: '<c r="@" t="e"><f>E5/D5</f><v>#DIV/0!</v></c>' } }),
  },
  {
    id: 'r27',
    what: '汇总 sheet and its project sheets in 元 and 万元',
    bytes: book(
      sheet('汇总', F.SUMMARY_SHEET),
      sheet('项目1', YUNNAN),
      sheet('项目2', swap(CHONGQING, ['渝江区园林绿化服务中心', '云岭县卫生健康局'])),
    ),
  },
  { id: 'r28', what: 'system export with codes and 小计 on top', bytes: one(F.EXPORTED) },
  { id: 'r29', what: '整体 as .xls', ending: 'xls', bytes: xls(sheet('评分表', WHOLE)) },
  {
    id: 'r30',
    what: 'project form as .xls with percent formats',
    ending: 'xls',
    bytes: xls(sheet('自评表', YUNNAN, { G17: '0.97@@0%', G20: '0.945@@0.0%', G16: '1@@0%' })),
  },
  {
    id: 'r31',
    what: 'percent formats beside a % unit',
    bytes: one(YUNNAN, { E16: '1@@0%', G16: '1@@0%', E17: '0.95@@0%', G17: '0.97@@0.00%', E20: '0.9@@0%', G20: '0.945@@0.00%' }),
  },
  {
    id: 'r32',
    what: 'negated rates with and without sign',
    bytes: one(HUBEI, { D9: '图书加工差错率', E9: '≤2%', F9: '0.9%', D12: '读者投诉率', E12: '1%', F12: '0.2%' }),
  },
  {
    id: 'r33',
    what: 'numbers with units and thousands in text',
    bytes: one(SICHUAN, { H7: '52,000条', H12: '95%', C5: "'80.00万元", D5: "'76.50万元", E5: "'61.20万元" }),
  },
  {
    id: 'r34',
    what: 'funding in 元, cost indicator in 万元',
    bytes: one(YUNNAN, { C18: '项目总成本', D18: '≤', E18: '38.77', F18: '万元', G18: '37.22' }),
  },
  { id: 'r35', what: 'target 150万 in a 万元 form and funds in 万元', bytes: one(F.DEADLINES, { D13: '1150万元', E13: '1150.00万元' }) },
  {
    id: 'r36',
    what: 'scores in a merged cell over two rows',
    bytes: () => {
      const made = sheet('自评表', HUBEI, { G7: '25', G8: '' });
      return raw([{ ...made, merges: [...made.merges, 'G7:G8'] }]);
    },
  },
  {
    id: 'r37',
    what: 'reason merged over two rows',
    bytes: () => {
      const made = sheet('自评表', YUNNAN, {
        G14: '34',
        I14: '14.17',
        G15: '114',
        I15: '9.5',
        J14: '台风影响，设备和培训均推迟，已于次年1月补齐。',
        I21: '98.27',
      });
      return raw([{ ...made, merges: [...made.merges, 'J14:J15'] }]);
    },
  },
  {
    id: 'r38',
    what: 'proportional scores rounded to two places',
    bytes: one(YUNNAN, { G18: '14620', I18: '14.62', J18: '外出务工人口增加，受益人数少于预计。', I21: '99.22' }),
  },
  { id: 'r39', what: 'whole-number scores throughout', bytes: one(SICHUAN, { H8: '755', J8: '9' }) },
  {
    id: 'r40',
    what: 'per-point deduction worked in the reason',
    bytes: one(WHOLE, { G6: '4', H6: '编制48人，年末在职49人，控制率102.08%，超过2个百分点，扣1分。', G18: '94.85' }),
    may: ['A score-inadmissible G6'],
  },
  {
    id: 'r41',
    what: 'item sums: one of two kept',
    bytes: one(WHOLE, { G14: '2.5', H14: '预算在规定时限内公开；决算晚公开3天，扣2.5分。', G18: '93.35' }),
  },
  { id: 'r42', what: 'step in the middle', bytes: one(WHOLE, { G8: '6', H8: '预算完成率为84.7%，因项目终止，扣4分。', G18: '93.85' }) },
  {
    id: 'r43',
    what: 'over-achievement with its reason',
    bytes: one(YUNNAN, { G15: '190', J15: '省级部门追加两期培训名额，人数多于年初计划。' }),
    may: ['A over-achievement *'],
  },
  {
    id: 'r44',
    what: '财政审核评分 and 差异 columns',
    bytes: one(
      swap(
        EXAM,
        ['扣分说明', '差异|扣分说明'],
        ['|15|15|\n', '|15|15|0|\n'],
        ['|10|10|\n3', '|10|10|0|\n3'],
        ['|15|12|漏报', '|15|12|-3|漏报'],
        ['|14|14|缺', '|14|14|0|缺'],
        ['|20|20|\n', '|20|20|0|\n'],
        ['|14|14|抽', '|14|14|0|抽'],
        ['|10|10|\n合', '|10|10|0|\n合'],
        ['|98|95|', '|98|95|-3|'],
      ),
    ),
  },
  {
    id: 'r45',
    what: 'grade in its own row with ticks',
    bytes: one(swap(YUNNAN, ['填报人：李某', '评价等级|<|<|☑优  □良  □中  □差|<|<|<|<|<|<\n填报人：李某'], ['|99.6|优', '|99.6|'])),
  },
  {
    id: 'r46',
    what: 'names with numbers and line breaks',
    bytes: one(
      swap(
        YUNNAN,
        ['购置设备数量', '指标1：购置\\n设备数量'],
        ['培训村医人次', '指标2：培训村医人次'],
        ['设备验收合格率', '①设备验收合格率'],
      ),
    ),
  },
  {
    id: 'r47',
    what: 'headings with spaces and full-width brackets',
    bytes: one(swap(WHOLE, ['三级指标|分值', '三 级 指 标|分 值（分）'], ['自评得分', '自 评\\n得 分'])),
  },
  {
    id: 'r48',
    what: 'total in the heading area',
    bytes: one(swap(WHOLE, ['单位名称：临江县审计局|<|<|<|<|<|<|<|<', '单位名称：临江县审计局|<|<|<|<|自评总分：|95.85|自评等级：|优'])),
  },
  {
    id: 'r49',
    what: 'column 上年完成值 beside',
    bytes: one(
      swap(
        HUBEI,
        ['实际完成值（B）|得分\n', '实际完成值（B）|得分|上年完成值\n'],
        ['12360册|15', '12360册|15|11800册'],
        ['64场|10', '64场|10|58场'],
        ['99.1%|10', '99.1%|10|98.2%'],
        ['342天|5', '342天|5|340天'],
        ['23.4万人次|28', '23.4万人次|28|22万人次'],
        ['96%|10', '96%|10|95%'],
      ),
    ),
  },
  {
    id: 'r50',
    what: 'hidden dictionary sheet and a 佐证 list beside',
    bytes: book(
      sheet('评分表', WHOLE),
      sheet('佐证清单', '序号|材料名称|页数\n1|部门预算批复|12\n2|决算报表|30'),
      sheet('字典', '定量\n定性\n正向\n反向', {}, { state: 'hidden' }),
    ),
  },
  {
    id: 'r51',
    what: 'transfer with shortfall and its reason',
    bytes: one(TRANSFER, { F14: '312户', G14: '8户因分户纠纷推迟，已列入2025年计划。', E8: '592.8', F8: '', D8: '640' }),
    may: ['A * E8', 'A * F8', 'M * *'],
  },
  {
    id: 'r52',
    what: 'transfer with percent numbers and formulas',
    bytes: one(TRANSFER, {
      F7: '=E7/D7~0.95@@0%',
      F8: '=E8/D8~0.95@@0%',
      F9: '=E9/D9~0.95@@0%',
      F15: '1@@0%',
      F16: '1@@0%',
      F20: '0.96@@0.0%',
    }),
  },
  {
    id: 'r53',
    what: 'empty form to be filled in',
    bytes: one(swap(WHOLE, ['95.85', '']), { ...rows('G', 5, 18, () => ''), ...rows('H', 5, 17, () => ''), ...rows('I', 5, 17, () => '') }),
    may: ['M score-missing *', 'A * *'],
  },
  {
    id: 'r54',
    what: 'three projects in three sheets',
    bytes: js(sheet('项目一', YUNNAN), sheet('项目二', SICHUAN), sheet('项目三', HUBEI)),
  },
  {
    id: 'r55',
    what: 'satisfaction missed, proportional',
    bytes: one(HUBEI, {
      F12: '81%',
      G12: '9',
      G13: '96',
      C14: '到馆读者少于目标，因8月馆舍屋面维修闭馆12天；读者满意度81%，未达90%，因维修噪声。',
    }),
  },
  { id: 'r56', what: 'targets without a sign, met exactly or above', bytes: one(SICHUAN, { E7: '', E8: '', E9: '', E12: '', H8: '720' }) },
  {
    id: 'r57',
    what: 'footnote with the weights of the form',
    bytes: one(`${F.DETAIL_FUNDING}\n3.产出指标50分、效益指标30分、满意度指标10分、预算资金执行率10分。|<|<|<|<|<|<|<`),
  },
  {
    id: 'r58',
    what: 'duplicate of the sheet by exceljs with dates in the footer',
    bytes: js(sheet('评分表', WHOLE, { G19: '45721@@yyyy"年"m"月"d"日"' })),
  },
  {
    id: 'r59',
    what: 'multi-year project',
    bytes: one(swap(F.DEADLINES, ['（2024年度）', '（2022—2024年）'], ['2024年3月底前|2024年3月15日', '2022年3月底前|2022年3月15日'])),
  },
  {
    id: 'r60',
    what: 'cost indicators met from below, 0 complaints, response time',
    bytes: one(HUBEI, {
      D8: '有效投诉件数',
      E8: '0件',
      F8: '0件',
      D9: '单册采购成本',
      E9: '≤45元',
      F9: '41.6元',
      D10: '故障响应时间',
      E10: '≤30分钟',
      F10: '18分钟',
    }),
  },
];
