import { assess } from '../../src/assessment/assess';
import { narrate, narrativeText, pendingNotice, type Length } from '../../src/narrative';
import { summarySheet } from '../../src/results';
import { causeAndMeasure } from '../../src/narrative/cause-and-measure';
import { cut, speaksOfLater } from '../../src/narrative/quoted';
import { recognise } from '../../src/recognition';
import { bookOf, sheetOf, type TestCell } from '../support/sheets';
import { untraced } from './trace';

type Row = readonly TestCell[];

const TOP: readonly Row[] = [
  ['2024年度部门整体支出绩效自评表'],
  ['单位名称：示例市民政局', null, null, null, null, null, '填报日期：2025年3月10日'],
];
const HEAD: Row = ['一级指标', '三级指标', '年度指标值', '实际完成值', '分值', '自评得分', '偏差原因分析及改进措施'];

function told(rows: readonly Row[], length: Length = 'full', merges: readonly string[] = []) {
  const book = bookOf(sheetOf('评分表', rows, { merges }));
  const table = recognise(book).tables[0]!;
  const narrative = narrate(assess(table, book, { first: true }), length);
  expect(untraced(narrative, table, book)).toEqual([]);
  return { narrative, text: narrativeText(narrative) };
}

const TYPICAL: readonly Row[] = [
  ...TOP,
  HEAD,
  ['产出指标', '培训场次', '≥10场', '10场', 30, 30, null],
  ['产出指标', '培训人次', '≥500人次', '450人次', 30, 27, '偏差原因：参训人员临时抽调。改进措施：提前发通知并预留名额。'],
  ['效益指标', '业务办理提速', '明显', '明显', 40, 40, null],
  ['总分', null, null, null, 100, 97, null],
];

describe('全文', () => {
  const { text, narrative } = told(TYPICAL);

  test.each([
    ['the result', '示例市民政局2024年度部门整体支出绩效自评得分97分（满分100分）。计分指标共3项，得满分的2项，扣分的1项，共扣3分。'],
    ['the grade, though the form has no place for one', '按得分对应的等级为“优”。'],
    ['first-level rates', '产出指标\t60\t57\t95%'],
    ['full marks', '培训场次（年度指标值≥10场，实际完成值10场）得满分30分。'],
    ['words are quoted', '业务办理提速（年度指标值“明显”，实际完成值“明显”）得满分40分。'],
    ['a deduction by itself', '培训人次：分值30分，自评得分27分，扣3分。年度指标值≥500人次，实际完成值450人次。'],
    ['the stated reason without its label', '“参训人员临时抽调”'],
    ['deductions', '扣分1项共3分，其中已说明3分。'],
    ['the measure as written, nothing asked for again', '“培训人次”：“提前发通知并预留名额”。'],
  ])('%s', (_name, sentence) => expect(text).toContain(sentence));

  test('what is open is counted', () => {
    expect(narrative.pending).toEqual({ fill: 0, check: 0 });
    expect(pendingNotice(narrative)).toBeNull();
  });

  test('nothing praises, nothing signs', () => expect(text).not.toMatch(/绩核|Jihe|jihe|审核无误|圆满|显著|优异|出色/));
});

describe('what cannot be concluded', () => {
  test('a deduction without a reason leaves the conclusion open', () => {
    const { text } = told(
      [
        ...TOP,
        HEAD,
        ['产出指标', '培训场次', '≥10场', '8场', 60, 58, null],
        ['效益指标', '满意度', '≥90%', '95%', 40, 40, null],
        ['总分', null, null, null, 100, 98, null],
      ],
      'box',
    );
    expect(text).toContain('其中1项共2分尚未说明原因【待填：扣分原因】。以上事项核实后形成评价结论。');
    expect(text).not.toContain('扣分主要在');
  });

  test('points no row accounts for are named', () => {
    const { text } = told([
      ...TOP,
      HEAD,
      ['产出指标', '培训场次', '≥10场', '12场', 60, 60, null],
      ['效益指标', '满意度', '≥90%', '95%', 40, 40, null],
      ['总分', null, null, null, 100, 97.5, null],
    ]);
    expect(text).toContain('总分与各项指标的扣分不能对应，相差2.5分【待核');
    expect(text).toContain('得分97.5分（满分100分）【待核：总分与得分合计');
  });

  test('a form without scores tells nothing', () => {
    const { text, narrative } = told([
      ...TOP,
      HEAD,
      ['产出指标', '培训场次', '≥10场', null, 60, null, null],
      ['效益指标', '满意度', '≥90%', null, 40, null, null],
      ['总分', null, null, null, 100, null, null],
    ]);
    expect(text).toContain('评分表的得分尚未填写【待填：各项指标得分】，填写后再生成自评小结。');
    expect(narrative.pending).toEqual({ fill: 1, check: 0 });
  });

  test('one blank score: the total is open, the rest is told', () => {
    const { text } = told([
      ...TOP,
      HEAD,
      ['产出指标', '培训场次', '≥10场', '10场', 60, 60, null],
      ['效益指标', '满意度', '≥90%', null, 40, null, null],
      ['总分', null, null, null, 100, null, null],
    ]);
    expect(text).toContain('得分【待填：总分】');
    expect(text).toContain('尚未填写得分的1项');
  });
});

describe('particular rows', () => {
  test('不适用 is told with the words of the sheet', () => {
    const { text } = told([
      ...TOP,
      HEAD,
      ['产出指标', '培训场次', '≥10场', '10场', 60, 60, null],
      ['效益指标', '食堂采购份额', '≥10%', '不适用', 40, 40, '无单位食堂，不涉及'],
      ['总分', null, null, null, 100, 100, null],
    ]);
    expect(text).toMatch(/食堂采购份额：本年度不适用，表中注明“.+”/);
  });

  test('a full score on a missed target is 待核, not full marks', () => {
    const { text } = told([
      ...TOP,
      HEAD,
      ['产出指标', '培训场次', '≥10场', '8场', 60, 60, null],
      ['效益指标', '满意度', '≥90%', '95%', 40, 40, null],
      ['总分', null, null, null, 100, 100, null],
    ]);
    expect(text).toMatch(/培训场次：分值60分，自评得分60分。年度指标值≥10场，实际完成值8场【待核：未达指标值而得满分/);
  });

  test('a day after the 填报日期 does not stand as done; a plan may lie ahead', () => {
    const rows = (reason: string): readonly Row[] => [
      ...TOP,
      HEAD,
      ['产出指标', '培训场次', '≥10场', '8场', 60, 58, reason],
      ['效益指标', '满意度', '≥90%', '95%', 40, 40, null],
      ['总分', null, null, null, 100, 98, null],
    ];
    expect(told(rows('场地改造，少办2场，已于2025年6月补办')).text).toContain('【待核：文中日期晚于填报日期】');
    expect(told(rows('场地改造，少办2场，计划2025年6月补办')).text).not.toContain('文中日期晚于填报日期');
  });

  test('the review column is left to the reviewer', () => {
    const { text } = told([
      ...TOP.map((row) => row.slice(0, 6)),
      ['一级指标', '三级指标', '分值', '自评得分', '复核分', '扣分说明'],
      ['产出', '培训场次', 60, 59, 55, '少办1场'],
      ['效益', '满意度', 40, 40, 39, null],
      ['总分', null, 100, 99, 94, null],
    ]);
    expect(text).toContain('得分99分');
    expect(text).not.toMatch(/94|55|复核|核减/);
  });

  test('加分 rows are named as such', () => {
    const { text } = told([
      ...TOP.map((row) => row.slice(0, 6)),
      ['一级指标', '三级指标', '分值', '自评得分', '扣分说明'],
      ['产出', '培训场次', 60, 59, '少办1场'],
      ['效益', '满意度', 40, 40, null],
      ['加分项', '获省级表彰', null, 1, '获省级表彰1次'],
      ['总分', null, 100, 100, null],
    ]);
    expect(text).toContain('获省级表彰（加减分项）：自评得分1分');
  });
});

test('another length, another extent', () => {
  const lengths = (['box', 'short', 'full'] as const).map((length) => told(TYPICAL, length).text.length);
  expect(lengths[0]).toBeLessThan(lengths[1]!);
  expect(lengths[1]).toBeLessThan(lengths[2]!);
});

test('the sheet holds what the text says, numbers of the table as numbers', () => {
  const { narrative } = told(TYPICAL);
  const edit = summarySheet([narrative]);
  const cells = edit.content.rows.flatMap((row) => row.cells);
  expect(edit.name).toBe('自评小结');
  expect(cells.filter((cell) => cell.style === 'percent').map((cell) => String(cell.value))).toEqual(['0.95', '1']);
  expect(cells.some((cell) => typeof cell.value === 'string' && cell.value.includes('扣分1项共3分'))).toBe(true);
  expect(edit.content.merges.every((merge) => merge.top === merge.bottom && merge.left === 0 && merge.right === 3)).toBe(true);
});

describe('cause and measure are told apart', () => {
  test.each<[string, string, string]>([
    [
      '第四季度场地改造，少开展3场；已改为线上直播，列入2025年度第一季度计划补办。',
      '第四季度场地改造，少开展3场',
      '已改为线上直播，列入2025年度第一季度计划补办',
    ],
    ['因台风取消，今后提前准备预案。', '因台风取消', '今后提前准备预案'],
    ['市级专网未完成对接；计划2025年6月底前完成对接。', '市级专网未完成对接', '计划2025年6月底前完成对接'],
    ['等候时间偏长；已同步优化取号分流，按季度回访', '等候时间偏长', '已同步优化取号分流，按季度回访'],
    ['招标节余。下一步提高预算编制精度', '招标节余', '下一步提高预算编制精度'],
    ['人员不足，拟通过购买服务解决', '人员不足', '拟通过购买服务解决'],
    ['设备老化。我局将进一步加强巡检，更换配件', '设备老化', '我局将进一步加强巡检，更换配件'],
    ['偏差原因：参训人员抽调。改进措施：提前发通知。', '参训人员抽调', '提前发通知'],
    // No measures: what is said of the shortfall itself.
    ['已开展9场，少3场', '已开展9场，少3场', ''],
    ['将部分资金调整用于应急支出', '将部分资金调整用于应急支出', ''],
    ['计划数偏高，实际需求减少', '计划数偏高，实际需求减少', ''],
    ['项目已完成招标，尚未支付尾款', '项目已完成招标，尚未支付尾款', ''],
    ['因台风取消', '因台风取消', ''],
    ['', '', ''],
  ])('%s', (text, cause, measure) => {
    expect(causeAndMeasure(text)).toEqual({ cause, measure });
  });
});

describe('texts are cut at the ends of clauses only', () => {
  test.each<[string, number, string]>([
    ['甲乙丙丁，戊己庚辛', 20, '甲乙丙丁，戊己庚辛'],
    ['甲乙丙丁，戊己庚辛', 8, '甲乙丙丁……'],
    ['支出1,200万元，少于计划', 8, '支出1,200万元……'],
    ['没有标点的一个长句不会在中间断开', 6, '没有标点的一个长句不会在中间断开'],
    ['甲、乙、丙、丁；戊己', 6, '甲、乙、丙、丁……'],
  ])('%s to %d', (text, most, expected) => {
    expect(cut(text, most)).toBe(expected);
  });
});

test('no quotation marks stand in quotation marks of the same kind', () => {
  const { text } = told([
    ...TOP,
    HEAD,
    ['产出指标', '“三公”经费控制率', '≤100%', '105%', 60, 58, '“三公”经费中接待费超支；今后按“一事一批”控制'],
    ['效益指标', '满意度', '≥90%', '95%', 40, 40, null],
    ['总分', null, null, null, 100, 98, null],
  ]);
  expect(text).toContain('“‘三公’经费控制率”扣2分');
  expect(text).toContain('“‘三公’经费控制率”：“今后按‘一事一批’控制”。');
  expect(text).not.toMatch(/“[^”]*“/);
});

test('one gap is asked for once, at the cell that is to be filled in', () => {
  const { text } = told([
    ...TOP,
    HEAD,
    ['产出指标', '培训场次', '≥10场', '8场', 60, 58, null],
    ['效益指标', '满意度', '≥90%', '95%', 40, 40, null],
    ['总分', null, null, null, 100, 98, null],
  ]);
  expect(text).toContain('【待填：扣分原因，见G4】');
  expect(text).not.toMatch(/扣分原因，见F4/);
  expect(text).toContain('“培训场次”：【待填：改进措施、责任科室和完成时限】。');
});

test('a form without scores tells what was reached and what was not', () => {
  const { text } = told([
    ['2024年度转移支付区域（项目）绩效目标自评表'],
    ['转移支付（项目）名称', '农村公路养护补助'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '全年实际完成值', '未完成原因和改进措施'],
    ['产出指标', '数量指标', '养护里程', '≥100公里', '96公里', '汛期停工；计划2025年一季度补完'],
    ['产出指标', '质量指标', '验收合格率', '≥95%', '100%', null],
    ['效益指标', '社会效益', '通行条件', '改善', '改善', null],
    ['满意度指标', '满意度', '群众满意度', '≥90%', '88%', null],
  ]);
  expect(text).toContain('绩效指标共4项，其中达到指标值的1项，未达到指标值的2项，定性或不能直接比较的1项。表中没有评分，不计得分。');
  expect(text).toContain('“养护里程”未达到指标值，原因：“汛期停工”。');
  expect(text).toContain('“养护里程”：“计划2025年一季度补完”。');
  expect(text).toContain('“群众满意度”未达到指标值，原因：【待填：未完成原因，见F7】。');
});

test.each<[string, boolean]>([
  ['已于2025年12月补办', true],
  ['已于2025年12月31日补办', true],
  ['已于2025年3月10日补办', false],
  ['已于2025年3月11日补办', true],
  ['已于2025年3月补办', false],
  ['已于2025年4月补办', true],
  ['已于2025-04-01补办', true],
  ['已于2025年13月补办', false],
  ['已于2025年0月补办', false],
  ['拟于2025年12月补办', false],
  ['计划2025年12月补办，已于2025年4月开工', true],
  ['计划2025年12月补办', false],
])('filled in on 2025-03-10, 「%s」 speaks of later: %s', (text, later) => {
  expect(speaksOfLater(text, { filledOn: { value: { year: 2025, month: 3, day: 10 } } } as never)).toBe(later);
  expect(speaksOfLater(text, {} as never)).toBe(false);
});
