/** Correct filled forms, made up: weights add up, rates are right, deductions have their reason. Figures in hundredths, so that no float is near. */
import type { CaseTable, FundRole, Role } from './case';
import { Random } from './random';

export interface DraftRow {
  l1: string;
  l2: string;
  l3: string;
  kind: 'rate' | 'count' | 'words' | 'cost' | 'date';
  symbol: string;
  target: string;
  unit: string;
  actual: string;
  /** Hundredths. */
  weight: number;
  score: number;
  /** Typed instead of the figures, where a mistake says so. */
  weightText?: string;
  scoreText?: string;
  reason: string;
  evidence: string;
  itemText?: string;
  placeholder?: true;
}

export interface Draft {
  form: 'national' | 'symbol' | 'criteria' | 'hebei' | 'names';
  whole: boolean;
  year: number;
  rows: DraftRow[];
  /** Hundredths of 万元; rate in hundredths of a percent. */
  fund: {
    initial: number;
    budget: number;
    executed: number;
    rate: number;
    rateText?: string;
    budgetText?: string;
    weight: number;
    score: number;
    scoreText?: string;
    weightText?: string;
    parts: string[][];
    spending: boolean;
  };
  /** Weight in the names of classes where form is 'names'. */
  classWeights: Map<string, number>;
  total: { weight: string; score: number; text?: string; grade: string | null; formula?: 'sum' | 'short' | 'double' } | null;
  subtotal: { label: string; weight: string; score: string } | null;
  goals: { expected: string; achieved: string };
  filledYear: number;
}

/** 950 → "9.5" */
export function points(hundredths: number): string {
  const text = (hundredths / 100).toFixed(2);
  return text.replace(/\.?0+$/, '');
}

export function money(hundredths: number): string {
  return (hundredths / 100).toFixed(2);
}

/** Half up, of a product of integers. */
function ratioOf(weight: number, actual: number, target: number): number {
  return Math.floor((2 * weight * actual + target) / (2 * target));
}

export function gradeOf(score: number): string {
  return score >= 9000 ? '优' : score >= 8000 ? '良' : score >= 6000 ? '中' : '差';
}

/** Splits a sum of whole points into n parts of at least 2 points each, now and then with halves. */
function split(r: Random, total: number, n: number): number[] {
  const parts = new Array<number>(n).fill(200);
  let rest = total * 100 - n * 200;
  const step = r.chance(0.2) ? 50 : 100;
  while (rest > 0) {
    const give = Math.min(rest, step * r.int(1, 4));
    parts[r.int(0, n - 1)]! += give;
    rest -= give;
  }
  return parts;
}

const COUNTS = [
  ['维修道路里程', '公里'],
  ['培训人次', '人次'],
  ['购置设备数量', '台'],
  ['开展检查次数', '次'],
  ['服务企业户数', '户'],
  ['编印资料份数', '份'],
] as const;
const QUALITIES = ['工程验收合格率', '培训合格率', '设备验收合格率', '资料审核通过率'] as const;
const TIMES = ['任务按期完成率', '资金及时拨付率', '工作按时办结率'] as const;
const SOCIAL = ['公共服务水平提升程度', '社会治理成效', '群众办事便利程度'] as const;
const LASTING = ['长效管理机制健全程度', '持续发挥作用程度', '人才队伍稳定程度'] as const;
const PLEASED = ['服务对象满意度', '受益群众满意度', '参训人员满意度'] as const;
export const REASONS = [
  '受汛期连续降雨影响，两处路段延至次年1月完工，已督促施工单位增加班组',
  '3家企业因搬迁未能参加，下一年度将提前摸底并安排补训',
  '第三方机构11月才完成招标，后续将提前启动采购程序',
  '设备供应商延期交货20天，已按合同约定追究并调整供货计划',
] as const;

function row(l1: string, l2: string, l3: string, kind: DraftRow['kind'], more: Partial<DraftRow>): DraftRow {
  return {
    l1,
    l2,
    l3,
    kind,
    symbol: '≥',
    target: '',
    unit: '',
    actual: '',
    weight: 0,
    score: 0,
    reason: '',
    evidence: '验收报告',
    ...more,
  };
}

function rate(r: Random, l1: string, l2: string, name: string): DraftRow {
  const target = r.pick([90, 95, 98, 85]);
  return row(l1, l2, name, 'rate', { target: String(target), unit: '%', actual: `${Math.min(100, target + r.int(0, 5))}%` });
}

function words(r: Random, l1: string, l2: string, name: string): DraftRow {
  const text = r.pick(['显著提升', '健全', '有效保障', '明显改善']);
  return row(l1, l2, name, 'words', { symbol: '', target: text, actual: text });
}

function count(r: Random, l1: string, l2: string, taken: Set<string>): DraftRow {
  const free = COUNTS.filter(([name]) => !taken.has(name));
  const [name, unit] = r.pick(free);
  taken.add(name);
  const target = r.int(20, 400);
  return row(l1, l2, name, 'count', { target: String(target), unit, actual: String(target + r.int(0, Math.floor(target / 8))) });
}

/** A correct sheet; the same seed gives the same. */
export function correctDraft(seed: number): Draft {
  const r = new Random(seed * 2654435 + 11);
  const whole = r.chance(0.3);
  const form = r.pick(['national', 'national', 'symbol', 'criteria', 'hebei', 'names'] as const);
  const taken = new Set<string>();
  const out = '产出指标';
  const good = '效益指标';
  const budget = r.int(2, 60) * 10000;
  const bp = r.chance(0.4) ? 10000 : r.int(9600, 9990);
  const executed = (budget / 10000) * bp;
  const rows: DraftRow[] = [];
  for (let n = r.int(1, 3); n > 0; n -= 1) rows.push(count(r, out, '数量指标', taken));
  rows.push(rate(r, out, '质量指标', r.pick(QUALITIES)));
  rows.push(
    r.chance(0.3)
      ? row(out, '时效指标', '主体工作完成时间', 'date', { symbol: '', target: '12月底前', actual: '11月' })
      : rate(r, out, '时效指标', r.pick(TIMES)),
  );
  if (r.chance(0.6)) {
    rows.push(
      r.chance(0.5)
        ? row(out, '成本指标', whole ? '部门总成本' : '项目总成本', 'cost', {
            symbol: '≤',
            target: points(budget),
            unit: '万元',
            actual: points(executed),
          })
        : words(r, out, '成本指标', '成本控制有效程度'),
    );
  }
  const outputs = rows.length;
  rows.push(words(r, good, '社会效益指标', r.pick(SOCIAL)), words(r, good, '可持续影响指标', r.pick(LASTING)));
  if (r.chance(0.4)) rows.splice(outputs, 0, count(r, good, '经济效益指标', taken));
  const goods = rows.length - outputs;
  rows.push(rate(r, '满意度指标', '服务对象满意度指标', r.pick(PLEASED)));
  const weights = [...split(r, 50, outputs), ...split(r, 30, goods), 1000];
  rows.forEach((one, index) => {
    one.weight = weights[index]!;
    one.score = one.weight;
  });
  const reasons = r.shuffled(REASONS);
  for (const one of r.shuffled(rows.filter((each) => each.kind === 'rate')).slice(0, r.int(0, 2))) deduct(one, r, reasons.pop()!);
  if (form !== 'symbol') {
    for (const one of rows) {
      one.target = `${one.kind === 'words' || one.kind === 'date' ? '' : one.symbol}${one.target}${one.unit}`;
      if (one.kind === 'count' || one.kind === 'cost') one.actual += one.unit;
    }
  }
  const draft: Draft = {
    form,
    whole,
    year: r.int(2021, 2024),
    rows,
    fund: {
      initial: r.chance(0.5) ? budget : budget - Math.floor(budget / 20),
      budget,
      executed,
      rate: bp,
      weight: 1000,
      score: ratioOf(1000, bp, 10000),
      parts: [],
      spending: whole && r.chance(0.5),
    },
    classWeights: new Map([
      [out, 5000],
      [good, 3000],
      ['满意度指标', 1000],
    ]),
    total: { weight: '100', score: 0, grade: null },
    subtotal: null,
    goals: { expected: '完成年度各项工作任务', achieved: '各项工作任务按计划推进' },
    filledYear: 0,
  };
  draft.filledYear = draft.year + 1;
  fundParts(draft);
  settle(draft);
  if (r.chance(0.4)) draft.total!.grade = gradeOf(draft.total!.score);
  if (r.chance(0.25)) draft.total!.formula = 'sum';
  return draft;
}

/** Below its target, scored in proportion, with a reason. */
export function deduct(one: DraftRow, r: Random, reason: string): void {
  const target = Number(/\d+/.exec(one.target)![0]);
  const actual = target - r.int(3, 9);
  one.actual = `${actual}%`;
  one.score = ratioOf(one.weight, actual, target);
  one.reason = reason;
}

/** Sources of the money, or what it was spent on. */
export function fundParts(draft: Draft): void {
  const { initial, budget, executed, spending } = draft.fund;
  if (!spending) {
    draft.fund.parts = [
      ['其中：当年财政拨款', money(initial), money(budget), money(executed), '', '', ''],
      ['上年结转资金', '', '', '', '', '', ''],
      ['其他资金', '', '', '', '', '', ''],
    ];
    return;
  }
  const basic = Math.floor(executed / 3);
  draft.fund.parts = [
    [`按支出性质分:${money(executed)}`, '', '', '', '', '', ''],
    [`其中:基本支出:${money(basic)}`, '', '', '', '', '', ''],
    [`项目支出:${money(executed - basic)}`, '', '', '', '', '', ''],
  ];
}

/** Brings the stated total (and a grade) to what the rows say. */
export function settle(draft: Draft): void {
  if (draft.total === null) return;
  draft.total.score = sumOf(draft);
  if (draft.total.grade !== null) draft.total.grade = gradeOf(draft.total.score);
}

export function sumOf(draft: Draft): number {
  return draft.rows.reduce(
    (sum, one) => sum + (one.placeholder === true || one.scoreText === '' ? 0 : one.score),
    draft.fund.scoreText === '' ? 0 : draft.fund.score,
  );
}

const FORMS: Record<Draft['form'], readonly (readonly [Role, string])[]> = {
  national: [
    ['l1', '一级指标'],
    ['l2', '二级指标'],
    ['l3', '三级指标'],
    ['target', '年度指标值'],
    ['actual', '实际完成值'],
    ['weight', '分值'],
    ['score', '得分'],
    ['reason', '偏差原因分析及改进措施'],
  ],
  symbol: [
    ['l1', '一级指标'],
    ['l2', '二级指标'],
    ['l3', '三级指标'],
    ['symbol', '指标性质'],
    ['target', '指标值'],
    ['unit', '度量单位'],
    ['actual', '实际完成值'],
    ['weight', '分值'],
    ['score', '得分'],
    ['reason', '未完成原因分析'],
  ],
  criteria: [
    ['l1', '一级指标'],
    ['l2', '二级指标'],
    ['l3', '三级指标'],
    ['weight', '分值'],
    ['criterion', '评分标准'],
    ['target', '目标值'],
    ['actual', '完成值'],
    ['score', '自评得分'],
    ['reason', '扣分说明'],
    ['evidence', '佐证材料'],
  ],
  hebei: [
    ['l1', '一级指标'],
    ['l2', '二级指标'],
    ['l3', '三级指标'],
    ['target', '预期指标值'],
    ['actual', '单项指标实际完成值'],
    ['itemScore', '单项指标得分'],
    ['weight', '权重占比(%)'],
    ['score', '单项指标折算得分'],
    ['reason', '偏差原因'],
  ],
  names: [
    ['l1', '一级指标'],
    ['l2', '二级指标'],
    ['l3', '三级指标'],
    ['target', '年度指标值'],
    ['actual', '实际完成值'],
    ['weight', '分值'],
    ['score', '得分'],
    ['reason', '偏差原因分析及改进措施'],
  ],
};

/** 100 for a full score, else the score over its weight. */
function itemScore(one: DraftRow): string {
  return (
    one.itemText ?? (one.placeholder === true ? '' : (Math.round((one.score * 10000) / one.weight) / 100).toFixed(2).replace(/\.?0+$/, ''))
  );
}

/** The form as a case: texts, ready to be laid out. */
export function toCase(draft: Draft, id: string): CaseTable {
  const { fund, form } = draft;
  const columns = FORMS[form];
  const before = { l1: '', l2: '' };
  const rows = draft.rows.map((one) => {
    const l1 = form === 'names' ? `${one.l1}（${points(draft.classWeights.get(one.l1)!)}分）` : one.l1;
    const shown = { l1: l1 === before.l1 ? '' : l1, l2: one.l2 === before.l2 && l1 === before.l1 ? '' : one.l2 };
    before.l1 = l1;
    before.l2 = one.l2;
    const blank = one.placeholder === true;
    const texts: Partial<Record<Role, string>> = {
      ...shown,
      l3: one.l3,
      symbol: one.symbol,
      target: one.target,
      unit: one.unit,
      actual: one.actual,
      weight: blank ? '' : (one.weightText ?? points(one.weight)),
      score: blank ? '' : (one.scoreText ?? points(one.score)),
      reason: one.reason,
      evidence: blank ? '' : one.evidence,
      criterion: blank ? '' : '按完成比例计分，完成的计满分。',
      itemScore: itemScore(one),
    };
    const cells = columns.map(([role]) => texts[role] ?? '');
    return blank ? { placeholder: cells } : cells;
  });
  const fundColumns: FundRole[] = ['label', 'initial', 'budget', 'executed', 'weight', 'rate', 'score'];
  const spending = fund.spending;
  return {
    id,
    source: '',
    unit: '东江县交通运输局',
    ...(draft.whole ? {} : { project: '农村公路养护项目' }),
    year: draft.year,
    kind: draft.whole ? 'whole' : 'project',
    money: '万元',
    title: draft.whole ? '部门整体支出绩效自评表' : '项目支出绩效自评表',
    funding: {
      columns: fundColumns,
      headers: ['项', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
      ...(spending ? { kinds: ['total', 'expenditure', 'expenditure', 'expenditure'] as const } : {}),
      rows: [
        [
          '年度资金总额',
          money(fund.initial),
          fund.budgetText ?? money(fund.budget),
          money(fund.executed),
          fund.weightText ?? points(fund.weight),
          fund.rateText ?? `${(fund.rate / 100).toFixed(2)}%`,
          fund.scoreText ?? points(fund.score),
        ],
        ...fund.parts,
      ],
    },
    goals: draft.goals,
    columns: columns.map(([role]) => role),
    headers: columns.map(([, header]) => header),
    rows,
    ...(draft.subtotal === null ? {} : { subtotal: draft.subtotal }),
    total:
      draft.total === null
        ? null
        : {
            label: '总分',
            where: 'row',
            weight: draft.total.weight,
            score: draft.total.text ?? points(draft.total.score),
            ...(draft.total.grade === null ? {} : { grade: draft.total.grade }),
            ...(draft.total.formula === undefined ? {} : { formula: draft.total.formula }),
          },
    filledYear: draft.filledYear,
    findings: [],
  };
}
