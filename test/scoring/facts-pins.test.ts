/**
 * What single texts, labels and cells give as facts: figures in a reason under each kind of fact, figures beside those of a data sheet, money of
 * the funding block, names of a row's own measure, grades, yes and no. `npm run pin` renews the lists.
 */
import path from 'node:path';
import type { FactRef } from '../../src/criteria';
import { deriveAll } from '../../src/scoring';
import { fromData, figuresOf, nearFigures, sameFigure } from '../../src/scoring/facts/from-data';
import { executionRateOf, fromFunding } from '../../src/scoring/facts/from-funding';
import { fromReason } from '../../src/scoring/facts/from-reason';
import { isOwnMeasure } from '../../src/scoring/facts/from-row';
import type { KnownFact } from '../../src/scoring/facts/known';
import { countsSomething, occurrencesIn } from '../../src/scoring/facts/occurrences';
import { placeIn } from '../../src/scoring/facts/places';
import { mentionsIn } from '../../src/scoring/facts/mentions';
import { arithmeticShown } from '../../src/scoring/shown';
import type { Figure } from '../../src/score-table';
import { Dec, normal } from '../../src/workbook';
import { withRow } from '../checks/support/spoil';
import { cellName, expectPinned, shown } from '../support/pinned';
import { goodSheet, type RowSpec, scoreTableOf, type SheetSpec } from '../support/score-table';

const FOLDER = path.join(__dirname, 'pins');
const at = { sheet: 0, row: 0, col: 7 };
const ref = (kind: FactRef['kind'], name: string, unit = ''): FactRef => ({ kind, role: 'named', name, unit, span: [0, 0] });
const told = (fact: KnownFact | undefined): string =>
  fact === undefined
    ? '—'
    : `${shown(fact.value)}${fact.money === null ? '?' : fact.money}${fact.weak === true ? ' weak' : ''}${fact.live === undefined ? '' : ` live ${cellName(fact.live)}`}`;

const KINDS: readonly (readonly [FactRef['kind'], string])[] = [
  ['rate', ''],
  ['number', ''],
  ['number', '万元'],
  ['number', '项'],
  ['count', '项'],
  ['count', ''],
];
const STATED: readonly string[] = [
  '培训人数103%',
  '培训人数为103',
  '培训人数103项',
  '培训人数103人',
  '培训人数103个',
  '培训人数1.5万元',
  '培训人数15000元',
  '培训人数总额1,500元',
  '培训人数-3',
  '培训人数3.5',
  '培训人数=46÷50=92%',
  '培训人数达到98项，培训人数98项',
  '培训人数98项，培训人数99项',
  '培训人数98项，培训人数98万元',
  '目标培训人数98项',
  '预期的培训人数为98项',
  '上年培训人数98项',
  '去年完成的培训人数98项',
  '以前年度培训人数98项，本年培训人数97项',
  '非培训人数98项',
  '其他培训人数98项',
  '训人数98项',
  '人数98项',
  '人数98项左右',
  '人数98项以内',
  '“培训”人数98项',
  '培训（集中）人数98项',
  '本单位的培训人数98项',
];

test('figures in a reason under each kind of fact', () => {
  expectPinned(
    FOLDER,
    'reasons',
    STATED.map((text) => {
      const of = KINDS.map(([kind, unit]) =>
        told(
          fromReason({ raw: text, at, state: 'value' }, ref(kind, '培训人数', unit), ['培训人数'], {
            alone: false,
            year: 2024,
            context: '',
          }),
        ),
      );
      return `${text} → ${of.join(' | ')}`;
    }),
  );
});

const HAPPENED: readonly string[] = [
  '发现2例',
  '发现2个问题',
  '发现问题两次',
  '发现十一例',
  '发现二三例',
  '发现第2例',
  '发现0例',
  '发现零例',
  '未发现问题',
  '未发现任何问题',
  '没有发生安全事故',
  '无事故',
  '发生安全事故1起',
  '发生安全事故1起，发生安全事故2起',
  '发生安全事故1起，安全事故发生1起',
  '2023年发生安全事故1起',
  '2024年发生安全事故1起',
  '上年发生安全事故3起，本年发生安全事故1起',
  '每发生1起扣1分',
  '按照每发生1起安全事故扣1分',
  '避免安全事故3起',
  '处理安全事故3起',
  '发生安全事故3起以下',
  '发生安全事故不超过3起',
  '检查12次，发现2例',
  '2个项目延期1个月',
  '安全事故3起，不属于责任事故',
  '获安全表彰2次',
  '未按时报送2次',
  '未及时整改1项',
  '逾期3天',
  '逾期3个工作日',
  '缺2份',
  '缺少安全记录2份',
  '3座不达标',
  '3起不合格',
  '3起未按时处置',
  '三起不达标',
  '被通报1次',
  '被通报表扬1次',
  '组织演练2次',
  '累计2次',
  '共2起',
  '安全：2起',
  '安全隐患：发现2起',
  '但仍有2起',
  '未发现问题，但有2项待改',
  '扣2分',
];
const COUNTED: readonly (readonly [string, string, boolean, boolean | undefined, readonly string[]])[] = [
  ['安全事故', '起', true, true, []],
  ['安全事故', '起', false, true, []],
  ['发生', '', true, true, []],
  ['问题', '例', true, false, []],
  ['按时报送', '次', true, true, ['发生安全事故']],
  ['缺失', '份', true, true, []],
  ['逾期', '天', true, true, []],
  ['不达标', '座', true, true, []],
  ['被通报表扬', '次', true, false, []],
];

test('how often something happened', () => {
  const lines = COUNTED.flatMap(([name, unit, alone, takesOff, others]) => [
    `# ${name} ${unit} ${alone ? 'alone' : 'among others'}${takesOff === true ? ' takes off' : ''}${others.length > 0 ? ` beside ${others.join()}` : ''}`,
    ...HAPPENED.map((text) => {
      const found = occurrencesIn(normal(text), ref('count', name, unit), {
        alone,
        ...(takesOff === undefined ? {} : { takesOff }),
        year: 2024,
        context: `${name}及时报送达标`,
        others,
      });
      return `${text} → ${found === undefined ? 'counts nothing' : found === null ? 'unsure' : `${found.times.toString()}${found.weak ? ' weak' : ''}`}`;
    }),
  ]);
  expectPinned(FOLDER, 'happened', [
    ...lines,
    '# counts anything',
    ...HAPPENED.map((text) => `${text} → ${String(countsSomething(normal(text)))}`),
  ]);
});

const PLACES = [
  '第5名',
  '第一名',
  '第十二位',
  '全市第3',
  '全市排名第三',
  '第零名',
  '第0名',
  '第1234名',
  '第5名左右',
  '5',
  '第几名',
  '第二三名',
  '第一百',
];
test('places in words', () => {
  expect(PLACES.map((text) => placeIn({ raw: text, at, state: 'value' } as never)?.value.toString() ?? '—')).toEqual([
    '5',
    '1',
    '12',
    '3',
    '3',
    '—',
    '—',
    '—',
    '—',
    '—',
    '—',
    '—',
    '100',
  ]);
});

const figure = (label: string, value: number, unit: string | null, period: Figure['period'] = 'this', percent = false): Figure => ({
  path: [label],
  value: { state: 'value', value: new Dec(value), at: { sheet: 0, row: 30, col: 1 }, raw: value, odd: [] },
  period,
  basis: null,
  unit,
  ...(percent ? { percent } : {}),
});

test('which year a figure of the data sheet belongs to', () => {
  const periods: readonly Figure['period'][] = ['this', 'last', null, 2024, 2023, 2022, 2025];
  const lines = [2024, null].flatMap((year) =>
    ['培训人数', '上年培训人数', '2024年培训人数', '2023年培训人数', '2022年培训人数', '本年培训人数'].map((name) => {
      const found = periods.filter((period) => {
        const { scoreTable } = scoreTableOf({ ...goodSheet(), data: [figure('培训人数', 5, '人', period)] });
        const table = year === null ? { ...scoreTable, year: null } : scoreTable;
        return figuresOf(table as never, name).length > 0;
      });
      return `${year ?? 'no year'} ${name} → ${found.map(String).join(' ')}`;
    }),
  );
  const two = (a: Figure, b: Figure): string => {
    const { scoreTable } = scoreTableOf({ ...goodSheet(), data: [a, b] });
    return told(fromData(scoreTable, ref('number', '培训人数'), ['考核人数', '培训人数']));
  };
  expectPinned(FOLDER, 'periods', [
    ...lines,
    `two alike → ${two(figure('培训人数', 5, '人'), figure('培训人数', 5, '人'))}`,
    `two that differ → ${two(figure('培训人数', 5, '人'), figure('培训人数', 6, '人'))}`,
    `the first name counts → ${two(figure('培训人数', 5, '人'), figure('考核人数', 6, '人'))}`,
    ...['培训人数', '培训人次数', '培训', '集中培训人数合计', '参训人数', '人数', '培训人数占比'].map((label) => {
      const { scoreTable } = scoreTableOf({
        ...goodSheet(),
        data: [figure(label, 5, '人'), figure('培训总人数', 6, '人'), figure('年培训人数', 7, '人')],
      });
      return `near 培训人数 with ${label} → ${nearFigures(scoreTable, ref('number', '培训人数'))
        .map((one) => one.label)
        .join(' ')}`;
    }),
  ]);
});

test('a figure of the data sheet beside one that is stated', () => {
  const figures = [
    figure('甲', 12, '万元'),
    figure('甲', 12.34, '万元'),
    figure('甲', 123456.78, '元'),
    figure('甲', 95, '率'),
    figure('甲', 0.9512, '%', 'this', true),
    figure('甲', 12, '人'),
    figure('甲', 0.5, null),
  ];
  const stated = [
    ['120000', 'number', true, 0],
    ['123400', 'number', true, -2],
    ['123000', 'number', true, -3],
    ['123457', 'number', true, 0],
    ['123456', 'number', true, 0],
    ['123455', 'number', true, 0],
    ['0.95', 'rate', false, 2],
    ['0.951', 'rate', false, 3],
    ['0.96', 'rate', false, 2],
    ['0.94', 'rate', false, 2],
    ['12', 'number', false, 0],
    ['13', 'number', false, 0],
    ['0.5', 'number', false, 1],
  ] as const;
  expectPinned(
    FOLDER,
    'beside-data',
    figures.map((one) => {
      const of = stated.map(([value, kind, money, decimals]) => {
        const same = sameFigure(one, { value: new Dec(value), kind, money, decimals });
        return `${value}${kind === 'rate' ? ' rate' : money ? '元' : ''}: ${same === null ? '—' : `${same.value.toString()} ${same.equal ? 'same' : 'other'}`}`;
      });
      return `${one.value.value!.toString()} ${one.unit ?? ''} → ${of.join(' | ')}`;
    }),
  );
});

test('money of the funding block, by its unit and the unit asked for', () => {
  const total = { initial: 80, budget: 100, arrived: 50, executed: 40, rate: '40%', weight: 10 };
  const names = [
    '年初预算数',
    '全年预算数',
    '到位数',
    '全年执行数',
    '预算数',
    '上年执行数',
    '执行率',
    '预算执行率',
    '资金到位率',
    '到位率',
    '某率',
    '某数',
  ];
  const lines = (['元', '万元', 'mixed', null] as const).flatMap((unit) =>
    [total, { ...total, budget: 0 }, { ...total, executed: null, rate: 0.4 }, { ...total, rate: '40.2%' }, { ...total, rate: '41%' }].map(
      (one, n) => {
        const { scoreTable } = scoreTableOf({ ...goodSheet(), funding: { total: one, unit, without: ['reason'] } });
        const of = names.flatMap((name) =>
          (['', '元', '万元'] as const).map((asked) =>
            told(fromFunding(scoreTable, { kind: /率/.test(name) ? 'rate' : 'number', unit: asked, name })),
          ),
        );
        const rate = executionRateOf(scoreTable);
        return `${unit ?? 'no unit'} ${n}: ${of.join(' ')} | ${told(rate)} shown ${shown(rate?.shown)} of ${rate?.cells.map(cellName).join(' ') ?? ''}`;
      },
    ),
  );
  const parts = [
    { label: '财政拨款', kind: 'part' as const, budget: 60, executed: 30 },
    { label: '其他资金', kind: 'part' as const, budget: 40, executed: 15 },
  ];
  const zeros = [
    [{ budget: 0, executed: 0 }, parts],
    [{ budget: 0, executed: 5 }, parts],
    [{ budget: 0, executed: 0 }, [{ ...parts[0]!, executed: 0 }]],
    [{ budget: 0, executed: 0 }, [{ ...parts[0]!, budget: 0 }]],
    [{ budget: 0, executed: 0 }, [parts[0]!, { ...parts[1]!, executed: null }]],
  ] as const;
  const added = zeros.map(([one, of], n) => {
    const { scoreTable } = scoreTableOf({ ...goodSheet(), funding: { total: { ...one, weight: 10 }, parts: of } });
    const rate = executionRateOf(scoreTable);
    return `parts ${n}: ${told(rate)} of ${rate?.cells.map(cellName).join(' ') ?? ''}`;
  });
  expectPinned(FOLDER, 'funding', [...lines, ...added]);
});

const OWN: readonly (readonly [row: string, name: string, description: string | null])[] = [
  ['综合考核得分', '综合考核分', null],
  ['综合考核', '综合考核得分', null],
  ['考核', '考核得分', null],
  ['综合考核', '综合考核', null],
  ['综合考核率', '综合考核', null],
  ['第三方测评', '第三方测评得分', null],
  ['财政供养人员控制率', '控制率', null],
  ['财政供养人员控制率', '制率', null],
  ['财政供养人员控制率', '在职人员控制率', null],
  ['资金不合格率', '合格率', null],
  ['资金合格率', '合格率', null],
  ['资金合格率', '实际合格率', null],
  ['资金合格率', '上年合格率', null],
  ['资金合格率', '', null],
  ['资金合格率', '验收率', '验收率=验收数/总数'],
  ['资金合格率', '验收率', '说明,验收率=验收数/总数'],
  ['资金合格率', '验收率', '总数=验收率'],
];
test('names of the row’s own measure', () => {
  expectPinned(
    FOLDER,
    'own-names',
    OWN.map(([row, name, description]) => {
      const { scoreTable } = scoreTableOf(withRow(1, { name: row }));
      const one = scoreTable.rows.find((each) => each.name.value === row)!;
      const slot = description === null ? {} : { description: { state: 'value', value: description, raw: description, at, odd: [] } };
      return `${row} / ${name}${description === null ? '' : ` (${description})`} → ${String(isOwnMeasure({ ...one, ...slot } as never, name))}`;
    }),
  );
});

function derived(change: Partial<RowSpec>, rest: Partial<SheetSpec> = {}): string {
  const { scoreTable } = scoreTableOf({
    ...withRow(1, { name: '某项', path: '产出/质量', target: null, actual: null, weight: 10, score: 10, ...change }),
    ...rest,
  });
  const { admissible, facts, rule } = deriveAll(scoreTable).get('r1' as never)!;
  const score =
    admissible.is === 'exact'
      ? arithmeticShown(scoreTable, admissible.arithmetic)
      : admissible.is === 'unknown'
        ? admissible.why
        : shown(admissible);
  return `${rule?.from ?? 'no rule'} ${score} [${facts.map((fact) => `${fact.from} ${shown(fact.value)}${fact.weak === true ? ' weak' : ''}`).join(', ')}]`;
}
const GRADES = 'A级得10分，B级得8分，C级得6分，D级得0分。';
const WORDS = '优秀得10分，良好得8分，合格得6分，不合格得0分。';
const DEGREES = '成效显著得9–10分；有一定成效得6–8分；成效不明显得0–5分。';
const YES = '实施前进行公示的得10分，否则不得分。';
const LEVELS = '达成预期指标的得100%-80%（含），部分达成并具有一定效果的得80%-60%（含），未达成且效果较差的得60%-0%。';
const SAID: readonly (readonly [
  rule: string | null,
  target: string | null,
  answers: readonly (string | number | null)[],
  reason?: string,
])[] = [
  [GRADES, null, ['A级', 'B级', 'A', 'E级', 'B级。', 'A级B级', '评为B级', null, 5]],
  [WORDS, null, ['优秀', '良好', '合格', '不合格', '格', '基本合格', '良', '优秀;', '未定']],
  [DEGREES, null, ['成效显著', '有一定成效', '成效不明显', '成效显著，有一定成效', '工作有序，成效显著', '成效一般', null]],
  [DEGREES, null, [null, '完成'], '本年成效不错：有一定成效'],
  [
    YES,
    null,
    [
      '是',
      '否',
      '进行公示',
      '未公示',
      '未进行公示',
      '没有公示',
      '不公示',
      '公示',
      '未按要求公示',
      '实施前进行公示',
      '不实施前进行公示',
      null,
      1,
    ],
  ],
  [
    LEVELS,
    '健全',
    [
      '健全',
      '健全。',
      '达成',
      '已达成预期指标',
      '全部达成',
      '部分达成',
      '基本达成',
      '基本达成并具有一定效果',
      '未达成',
      '未完成',
      '未达到预期目标且效果较差',
      '良好',
      '健全吗',
      null,
    ],
  ],
  ['完成目标得10分，否则不得分。', '≥10项', ['10项', '9项', '已完成', null, '11项']],
  ['完成目标得10分，否则不得分。', '健全', ['健全', '不健全', '基本健全']],
  [null, '健全', ['健全', '部分达成', '差']],
  [null, '≥10项', ['10项', '9项', '完成', null]],
  [null, '≤10天', ['10天', '12天', '0天']],
  [null, '=10个', ['10个', '9个', '11个']],
  [null, '10个', ['10个', '9个', '9人']],
  [null, null, ['10个']],
  [null, '9月前', ['8月', '10月']],
  ['排名第1得10分，每降低1名扣1分。', null, ['第1名', '第三名', 3, 2.5, '全市第2']],
  ['不涉及的得满分；每少1项扣1分。', '10项', ['9项', '不涉及']],
];
test('grades, degrees, yes and no, levels, and the general rule', () => {
  expectPinned(
    FOLDER,
    'said',
    SAID.flatMap(([criterion, target, answers, reason]) => [
      `# ${criterion ?? 'no criterion'} ${target ?? ''} ${reason ?? ''}`,
      ...answers.map(
        (actual) => `${actual ?? 'blank'} → ${derived({ criterion, target, actual, ...(reason === undefined ? {} : { reason }) })}`,
      ),
    ]),
  );
});

const DATA: readonly Figure[] = [
  figure('本年支出合计', 1, '万元'),
  figure('基本支出', 1, '万元'),
  figure('公用经费', 1, '元'),
  figure('实有在职人数', 1, '人'),
  figure('在职人员控制率', 1, '率', 'this', true),
  figure('合同总数', 1, '份'),
];
const MENTIONED: readonly string[] = [
  '基本支出900.47万元',
  '基本支出9004700元',
  '基本支出9004700.5元',
  '基本支出0.09亿元',
  '基本支出900',
  '基本支出90%',
  '实有在职人数50人',
  '实有在职人数50名',
  '实有在职人数50.5人',
  '实有在职人数50%',
  '在职人员控制率95.5%',
  '在职人员控制率95',
  '合同总数18份',
  '合同总数18个',
  '合同总数18',
  '2023年基本支出900万元',
  '2023年。基本支出900万元',
  '2023年完成；基本支出900万元',
  '2023年、2024年基本支出900万元',
  '上年基本支出800万元，本年基本支出900万元',
  '基本支出900万元，基本支出901万元',
  '本年支出合计1900万元，基本支出900万元，公用经费1.2万元',
];
test('figures a reason states of the data sheet, with their decimals', () => {
  const sheet = goodSheet();
  const lines = [2024, null].flatMap((year) =>
    MENTIONED.map((reason) => {
      const built = scoreTableOf({
        ...sheet,
        data: DATA,
        rows: sheet.rows.map((row, index) => (index === 1 ? { ...row, reason } : row)),
      }).scoreTable;
      const table = year === null ? ({ ...built, year: null } as never) : built;
      const found = mentionsIn(
        table,
        built.rows.find((row) => row.reason?.raw === reason)!,
      );
      return `${year ?? 'no year'} ${reason} → ${found.map(({ stated: one }) => `${one.label} ${one.value.toString()} ${one.kind} ${one.money ? 'money' : ''} ${one.decimals}`).join(' | ')}`;
    }),
  );
  expectPinned(FOLDER, 'mentioned', lines);
});
