/** Views for tests of the pane, in short form. Figures as in samples/项目自评_有误.xlsx and 部门整体自评_湛江2024.xlsx. */
import { HEADLINES } from '../../../src/open-workbook/view/headlines';
import type {
  AskView,
  AuditView,
  CellView,
  FiguresView,
  FindingView,
  NarrativeView,
  PlanView,
  PlannedView,
  ScoreRowView,
  TableView,
} from '../../../src/open-workbook/view/types';
import type { CheckCode } from '../../../src/checks/codes';
import type { Addr } from '../../../src/workbook/types';

/** 「H14」 on a sheet. */
export function addr(a1: string, sheet = 0): Addr {
  const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(a1)!;
  const col = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { sheet, row: Number(digits) - 1, col };
}

export const cell = (a1: string, sheet = 0): CellView => ({ at: addr(a1, sheet), address: a1 });

export function finding(code: CheckCode, a1: string, subject: string, more: Partial<FindingView> = {}): FindingView {
  return {
    id: `${code} 0!${a1}`,
    code,
    severity: 'mandatory',
    cell: cell(a1),
    repeated: [],
    related: [],
    subject,
    headline: HEADLINES[code],
    title: HEADLINES[code],
    sentence: `「${subject}」（${a1}）请核对。`,
    arithmetic: null,
    basis: '依据：表内算术关系',
    values: null,
    change: null,
    first: null,
    reply: { id: 'R7QK-3F', state: null, text: '', department: '', finance: '', facts: '9K2MQ' },
    about: { looksFor: '填写的得分是否与按表内数据计算的得分一致。', howToFix: '核对数据后改正得分，或说明得分的依据。' },
    ...more,
  };
}

export const changeTo = (a1: string, from: string, to: string): Pick<FindingView, 'values' | 'change'> => ({
  values: { from, to },
  change: {
    label: `改为 ${to}`,
    edit: {
      at: addr(a1),
      before: { kind: 'value', value: { number: from } },
      after: { kind: 'value', value: { number: to } },
      reason: '按表内数据计算',
    },
  },
});

export function score(a1: string, name: string, points: string, weight: string, more: Partial<ScoreRowView> = {}): ScoreRowView {
  return {
    id: `row ${a1}`,
    name,
    nameCell: cell(a1.replace(/^[A-Z]+/, 'D')),
    cell: cell(a1),
    weight,
    score: points,
    state: 'judged',
    expected: null,
    criterion: null,
    criterionCell: null,
    arithmetic: null,
    source: '',
    asks: [],
    change: null,
    ...more,
  };
}

export const ask = (key: string, label: string, more: Partial<AskView> = {}): AskView => ({
  key,
  kind: 'yes',
  label,
  unit: '',
  points: null,
  choices: [],
  answer: null,
  ...more,
});

export const FIGURES: FiguresView = {
  self: '89.73',
  selfGrade: '优',
  recomputed: '88.40',
  recomputedGrade: '良',
  difference: '−1.33',
  review: null,
  reviewCut: null,
  computed: { fullScore: '72', agrees: false, difference: '−1.33' },
  judged: { rows: 4, fullScore: '28' },
  mostlyJudged: false,
};

const RATE = '惯例：执行率得分＝执行率×分值（参照财预〔2020〕10号，未核对原文）';

export const FINDINGS: readonly FindingView[] = [
  finding('execution-score', 'I6', '年度资金总额', {
    sentence: '「年度资金总额」的执行率得分（I6）填9.8分，按执行率计算为94.73%×10=9.473分，两者不一致。请核实执行率和得分。',
    arithmetic: '454.69÷480×10=9.472708≈9.47',
    basis: RATE,
    ...changeTo('I6', '9.8', '9.47'),
  }),
  finding('missed-target-full-score', 'H14', '大厅设备巡检次数', {
    sentence:
      '「大厅设备巡检次数」的指标值为「≥48次」，完成值为「44次」，未达到指标值，得分（H14）却是满分6分。请核实完成值和得分，或说明给满分的依据。',
    arithmetic: '44÷48×6=5.5',
    related: [cell('E14'), cell('F14')],
    ...changeTo('H14', '6', '5.5'),
  }),
  finding('deduction-unexplained', 'I18', '工单按时办结率', { related: [cell('H18')] }),
  finding('score-without-values', 'H19', '维护项目验收及时率', { related: [cell('E19'), cell('F19')] }),
  finding('total-score', 'H25', '总分', {
    sentence: '总分 H25 填89.73，各项得分合计为89.23，相差0.5。总分应等于各项得分之和，请核对后更正。',
    arithmetic: '按表内现有得分合计为89.23；\n上列得分更正后为88.40',
    values: { from: '89.73', to: '89.23' },
    first: '先更正得分，再更正总分',
  }),
  finding('grade', 'I25', '评价等级', { values: { from: '优', to: '良' }, first: '先更正得分，再更正等级' }),
  finding('actual-copies-target', 'F16', '窗口服务规范达标率', {
    severity: 'advisory',
    repeated: [cell('F16'), cell('F20'), cell('F23')],
    sentence: '「窗口服务规范达标率」 F16 的完成值写作「≥95%」，与指标值相同，不是实际完成的数值。请填写实际完成值。',
  }),
  finding('value-type', 'F17', '设备完好率', { severity: 'advisory' }),
  finding('hidden-content', 'A30', '工作簿', { severity: 'info', cell: cell('A30', 1) }),
];

const ITEMS: readonly AskView[] = [
  ask('1', '①符合本部门职责和市委、市政府工作要求', { points: '1' }),
  ask('2', '②在不同项目、不同用途之间分配合理', { points: '1' }),
  ask('3', '③年度中间没有频繁调剂', { points: '1' }),
];

export const SCORES: TableView['scores'] = [
  {
    name: '预算编制',
    score: '10',
    weight: '10',
    rows: [
      score('G5', '预算编制合理性', '3', '3', { asks: ITEMS, criterionCell: cell('F5') }),
      score('G6', '预算编制规范性', '3', '3'),
      score('G7', '财政拨款收入预决算差异率', '2', '2', { state: 'agrees' }),
      score('G8', '绩效目标合理性', '2', '2'),
    ],
  },
  {
    name: '预算执行',
    score: '9',
    weight: '9',
    rows: [
      score('G9', '预算编制约束性', '4', '4', {
        state: 'agrees',
        criterion: [{ text: '得分=（1-预算调剂率）×4×60%+（1-年中追加率）×4×40%。', is: 'read' }],
        criterionCell: cell('F9'),
        arithmetic: '(1−0%)×4×60%+(1−0%)×4×40%=4',
        source: '由表内数据算出',
      }),
      score('G10', '财务管理合规性', '5', '5', {
        state: 'agrees',
        criterion: [
          { text: '支出范围、程序、用途、核算符合规定得5分；', is: 'read' },
          { text: '情节特别严重的另行研究；', is: 'unread' },
          { text: '每发现一例不符合规定的扣1分，扣完为止。', is: 'read' },
        ],
        asks: [ask('count', '不符合规定', { kind: 'count', unit: '例', answer: '0' })],
        source: '按填写的情况算出',
      }),
    ],
  },
  {
    name: '产出指标',
    score: '17.5',
    weight: '20',
    rows: [
      score('H14', '大厅设备巡检次数', '6', '6', {
        state: 'differs',
        expected: '5.5',
        ...changeTo('H14', '6', '5.5'),
        arithmetic: '44÷48×6=5.5',
      }),
      score('H15', '政策宣传活动场次', '6', '8', {
        state: 'open',
        source: '评分标准没有写明等次对应的分数',
        asks: [
          ask('level', '完成等次', { kind: 'level', choices: ['好', '较好', '一般'] }),
          ask('yes', '是否按期完成', {}),
          ask('rate', '覆盖率', { kind: 'rate' }),
        ],
      }),
    ],
  },
];

export function table(more: Partial<TableView> = {}): TableView {
  const findings = more.findings ?? FINDINGS;
  const count = (severity: string) => findings.filter((one) => one.severity === severity).length;
  const failed = more.failed ?? [];
  return {
    entry: {
      contract: 1,
      file: '项目自评_有误.xlsx',
      status: 'ok',
      sheet: '项目支出绩效自评表',
      table: 'A5:I25',
      moneyUnit: '万元',
      kind: 'project',
      unit: '示例市政务服务中心',
      project: null,
      year: 2024,
      contents: null,
      standard: null,
      totals: {
        fullScore: 100,
        stated: 89.73,
        sum: 89.23,
        review: null,
        recomputed: 88.4,
        asStated: { indicators: 4, fullScore: 28 },
        deducted: null,
        explained: null,
        grade: { stated: '优', expected: '良', bands: [] },
      },
      indicators: [],
      findings: [],
      resolved: [],
      coverage: {
        checks: 61,
        run: 57 - failed.length,
        notApplicable: Array.from({ length: 4 }, () => ({ code: 'evidence-missing', why: '' })),
        failed: [],
      },
    },
    sheet: 0,
    sheetKey: '项目支出绩效自评表',
    kind: '项目自评',
    year: 2024,
    unit: '示例市政务服务中心',
    verdict: { mandatory: count('mandatory'), advisory: count('advisory'), info: count('info'), failed: failed.length, unfilled: false },
    figures: FIGURES,
    findings,
    passed: [
      { code: 'weights-sum', title: '分值合计' },
      { code: 'weight-tree', title: '分值与上级' },
      { code: 'score-missing', title: '得分是否填写' },
    ],
    notApplicable: [{ code: 'evidence-missing', title: '佐证材料', why: '表中没有佐证材料列' }],
    failed,
    scores: SCORES,
    standard: { title: '项目支出绩效自评表（全国通用版式）', reconstructed: true, chosen: false },
    rows: 21,
    reviewer: [],
    ...more,
  };
}

export const audit = (...tables: readonly TableView[]): AuditView => ({ tables, unrecognised: null, marks: [], notes: [] });

export const ALL_CLEAR: TableView = table({
  findings: [],
  figures: {
    ...FIGURES,
    self: '99.15',
    recomputed: '99.15',
    recomputedGrade: '优',
    difference: '0',
    computed: { fullScore: '90', agrees: true, difference: '0' },
    judged: { rows: 1, fullScore: '10' },
  },
});

export const UNRECOGNISED: AuditView = {
  tables: [],
  unrecognised: {
    reason: '没有找到评分表',
    sheets: [
      { sheet: 0, name: '汇总', found: '指标名称', lacking: '缺分值、得分' },
      { sheet: 1, name: '基础数据表', found: '', lacking: '没有指标表头' },
      { sheet: 2, name: '说明', found: '', lacking: '没有指标表头' },
    ],
  },
  marks: [],
  notes: [],
};

const planned = (a1: string, name: string, from: string, to: string): PlannedView => ({
  id: a1,
  cell: cell(a1),
  name,
  from,
  to,
  reason: `${name}按规则计算`,
  edit: { at: addr(a1), before: { kind: 'value', value: from }, after: { kind: 'value', value: to }, reason: '' },
});

export const PLAN: PlanView = {
  fill: [planned('H25', '总分', '89.73', '89.23'), planned('I25', '评价等级', '优', '良')],
  lower: [planned('I6', '年度资金总额', '9.80', '9.47'), planned('H14', '大厅设备巡检次数', '6.00', '5.50')],
  raise: [],
  kept: [{ cell: cell('H19'), name: '维护项目验收及时率', why: '没有指标值和完成值，算不出得分' }],
  outcome: '写入后总分为89.23，等级由“优”变为“良”。',
  followUp: null,
  followed: [],
};

const words = (text: string) => ({ is: 'words' as const, text, cells: [] });
const figure = (text: string, a1: string) => ({ is: 'figure' as const, text, cells: [cell(a1)] });

export function narrative(length: NarrativeView['length']): NarrativeView {
  const pieces = [
    words('示例市政务服务中心对政务服务大厅运行维护经费开展绩效自评，自评得分'),
    figure('89.73', 'H25'),
    words('分，等级为'),
    { is: 'quote' as const, text: '优', cells: [cell('I25')] },
    words('。全年预算'),
    figure('480.00', 'E6'),
    words('万元，执行'),
    figure('454.69', 'F6'),
    words('万元，执行率'),
    figure('94.73%', 'H6'),
    words('。存在的问题：'),
    { is: 'fill' as const, text: '【待填】', cells: [] },
    words('；总分与得分合计不一致'),
    { is: 'check' as const, text: '【待核】', cells: [cell('H25')] },
    words('。'),
  ];
  return {
    length,
    title: '政务服务大厅运行维护经费绩效自评小结',
    blocks: [
      { is: 'heading', level: 1, pieces: [words('一、基本情况')] },
      { is: 'paragraph', pieces },
      {
        is: 'table',
        rows: [
          [[words('指标')], [words('分值')], [words('得分')]],
          [[words('大厅设备巡检次数')], [figure('6', 'G14')], [figure('6', 'H14')]],
        ],
      },
    ],
    boxes: [
      { title: '评价结论', pieces, characters: 108, limit: 200 },
      { title: '存在问题', pieces: pieces.slice(10), characters: 32, limit: 200 },
      {
        title: '改进措施',
        pieces: [words('下一步，'), { is: 'fill', text: '【待填】', cells: [] }, words('。')],
        characters: 9,
        limit: 200,
      },
    ],
    pending: { fill: 3, check: 1 },
    text: pieces.map(({ text }) => text).join(''),
  };
}
