import type { CaseTable, FundRole, Role } from './case';
import { Random } from './random';

/** How an office laid the form out. Everything here leaves the figures alone. */
export interface Layout {
  readonly name: string;
  readonly seed: number;
  /** Data columns in another than the printed order. */
  readonly order: 'printed' | 'scores-first' | 'weights-last' | 'shuffled';
  readonly headers: 'printed' | 'synonyms';
  readonly spacing: 'none' | 'spaces' | 'newlines';
  readonly parents: 'merged' | 'blank' | 'repeated';
  /** Two header rows: 绩效指标 over the levels, 年度指标值 over 性质/值/单位. */
  readonly headerRows: 1 | 2;
  /** packed: unit, date and money unit in one cell, held apart by spaces. */
  readonly unitLine: 'two-cells' | 'inline' | 'merged' | 'packed';
  readonly moneyAt: 'line' | 'corner' | 'header';
  readonly yearAt: 'title' | 'line' | 'broken';
  readonly attachment: boolean;
  /** Adds the class weight to names that have none. */
  readonly nameWeights: boolean;
  readonly subtotals: 'none' | 'last' | 'first';
  /** inline: 「总分：96」 in one cell. */
  readonly totalLabel: 'printed' | 'synonym' | 'inline';
  /** Line breaks inside the names of classes, as narrow merged columns have. */
  readonly nameBreaks: boolean;
  /** The header once more where a printed page begins. */
  readonly repeatHeader: boolean;
  /** A second score column for the reviewer. */
  readonly review: 'none' | 'blank' | 'filled';
  readonly goalsFirst: boolean;
  /** A line of instructions above the table. */
  readonly instructions: boolean;
  readonly sequence: boolean;
  readonly hiddenHelper: boolean;
  readonly leftMargin: boolean;
  readonly gaps: boolean;
  /** suffixed: 「10分」 in the score columns. */
  readonly numbers: 'number' | 'text' | 'full-width' | 'suffixed';
  readonly percent: 'text' | 'format';
  /** Funding and indicator block on one grid of columns, cells merged to fit. */
  readonly stretch: boolean;
  readonly goals: boolean;
  readonly footer: boolean;
  readonly note: boolean;
  readonly dataSheetFirst: boolean;
}

const PLAIN: Layout = {
  name: 'as-printed',
  seed: 1,
  order: 'printed',
  headers: 'printed',
  spacing: 'none',
  parents: 'merged',
  headerRows: 1,
  unitLine: 'two-cells',
  moneyAt: 'line',
  yearAt: 'title',
  attachment: false,
  nameWeights: false,
  subtotals: 'none',
  totalLabel: 'printed',
  sequence: false,
  hiddenHelper: false,
  leftMargin: false,
  gaps: false,
  numbers: 'number',
  percent: 'text',
  stretch: true,
  goals: true,
  footer: true,
  note: false,
  dataSheetFirst: false,
  nameBreaks: false,
  repeatHeader: false,
  review: 'none',
  goalsFirst: false,
  instructions: false,
};

/** Layouts with a name: each is one that offices send (the grids A–K of the notes, varied). */
export const NAMED_LAYOUTS: readonly Layout[] = [
  PLAIN,
  {
    ...PLAIN,
    name: 'two-row-header',
    seed: 2,
    parents: 'blank',
    headerRows: 2,
    unitLine: 'inline',
    moneyAt: 'corner',
    attachment: true,
    percent: 'format',
    gaps: true,
  },
  {
    ...PLAIN,
    name: 'system-export',
    seed: 3,
    parents: 'repeated',
    sequence: true,
    hiddenHelper: true,
    yearAt: 'line',
    numbers: 'text',
    stretch: false,
    goals: false,
    footer: false,
    moneyAt: 'header',
  },
  {
    ...PLAIN,
    name: 'rearranged',
    seed: 4,
    order: 'scores-first',
    headers: 'synonyms',
    spacing: 'newlines',
    subtotals: 'last',
    attachment: true,
    leftMargin: true,
    yearAt: 'broken',
    unitLine: 'merged',
    totalLabel: 'synonym',
    note: true,
    moneyAt: 'corner',
  },
  {
    ...PLAIN,
    name: 'spaced-names',
    seed: 5,
    order: 'weights-last',
    headers: 'synonyms',
    spacing: 'spaces',
    nameWeights: true,
    numbers: 'full-width',
    parents: 'merged',
    headerRows: 2,
    dataSheetFirst: true,
    moneyAt: 'header',
  },
  {
    ...PLAIN,
    name: 'printed-pages',
    seed: 6,
    unitLine: 'packed',
    nameBreaks: true,
    repeatHeader: true,
    review: 'blank',
    goalsFirst: true,
    instructions: true,
    totalLabel: 'inline',
    parents: 'repeated',
  },
  {
    ...PLAIN,
    name: 'reviewed',
    seed: 7,
    review: 'filled',
    numbers: 'suffixed',
    nameBreaks: true,
    spacing: 'newlines',
    headerRows: 2,
    subtotals: 'last',
    moneyAt: 'corner',
  },
];

/** A layout drawn from all that offices do. */
export function randomLayout(seed: number): Layout {
  const r = new Random(seed * 7919 + 17);
  return {
    name: `random-${seed}`,
    seed,
    order: r.pick(['printed', 'scores-first', 'weights-last', 'shuffled'] as const),
    headers: r.pick(['printed', 'synonyms', 'synonyms'] as const),
    spacing: r.pick(['none', 'spaces', 'newlines'] as const),
    parents: r.pick(['merged', 'blank', 'repeated'] as const),
    headerRows: r.pick([1, 2] as const),
    unitLine: r.pick(['two-cells', 'inline', 'merged', 'packed'] as const),
    moneyAt: r.pick(['line', 'corner', 'header'] as const),
    yearAt: r.pick(['title', 'line', 'broken'] as const),
    attachment: r.chance(0.5),
    nameWeights: r.chance(0.3),
    subtotals: r.pick(['none', 'none', 'last', 'first'] as const),
    totalLabel: r.pick(['printed', 'synonym', 'synonym', 'inline'] as const),
    sequence: r.chance(0.3),
    hiddenHelper: r.chance(0.2),
    leftMargin: r.chance(0.2),
    gaps: r.chance(0.3),
    numbers: r.pick(['number', 'number', 'number', 'text', 'full-width', 'suffixed'] as const),
    percent: r.pick(['text', 'format'] as const),
    stretch: r.chance(0.7),
    goals: r.chance(0.6),
    footer: r.chance(0.7),
    note: r.chance(0.4),
    dataSheetFirst: r.chance(0.5),
    nameBreaks: r.chance(0.3),
    repeatHeader: r.chance(0.15),
    review: r.pick(['none', 'none', 'none', 'blank', 'filled'] as const),
    goalsFirst: r.chance(0.3),
    instructions: r.chance(0.2),
  };
}

const SYNONYMS: Partial<Record<Role, readonly string[]>> = {
  weight: ['分值', '权重', '满分', '标准分', '参考分值', '指标分值', '指标权重(分)', '分值权重'],
  symbol: ['指标性质', '计算符号', '符号', '指标方向'],
  target: ['年度指标值', '年初指标值', '年初目标值(A)', '预期指标值', '目标值', '指标值', '年初设定目标'],
  unit: ['计量单位', '度量单位'],
  actual: ['实际完成值', '全年实际值(B)', '全年完成值', '完成值', '年终完成值', '指标实际完成值'],
  score: ['得分', '自评得分', '自评分', '实际得分', '指标得分(分)'],
  criterion: ['评分标准', '评价标准', '计分标准', '评分细则', '计分方法', '得分计算方法'],
  reason: ['偏差原因分析及改进措施', '未完成原因及拟采取的改进措施', '未完成原因分析', '扣分原因和其他说明', '扣分说明'],
  evidence: ['佐证材料', '佐证资料'],
  description: ['指标说明', '指标解释', '指标内容'],
};

const FUND_SYNONYMS: Partial<Record<FundRole, readonly string[]>> = {
  initial: ['年初预算数', '年初预算'],
  budget: ['全年预算数', '全年预算数(A)', '调整预算数', '调整后预算数', '预算数(A)'],
  executed: ['全年执行数', '全年执行数(B)', '预算执行数', '执行数'],
  rate: ['执行率', '执行率(B/A)'],
};

export const TOTAL_LABELS = ['总分', '合计', '总计', '总 分'] as const;

/** The header text of a column in this layout. */
export function headerOf(table: CaseTable, role: Role, layout: Layout, r: Random): string {
  const printed = table.headers[table.columns.indexOf(role)] ?? role;
  const choices = SYNONYMS[role];
  // A table that weighs a score twice has headers that only make sense together.
  const own = choices === undefined || layout.headers === 'printed' || table.columns.includes('itemScore');
  return spaced(own ? printed : r.pick(choices), layout, r);
}

export function fundHeaderOf(table: CaseTable, index: number, layout: Layout, r: Random): string {
  const funding = table.funding!;
  const role = funding.columns[index]!;
  const choices = FUND_SYNONYMS[role];
  const header = layout.headers === 'printed' || choices === undefined ? funding.headers[index]! : r.pick(choices);
  return role === 'label' ? '' : spaced(header, layout, r);
}

/** What a narrow column does to a header. */
function spaced(text: string, layout: Layout, r: Random): string {
  if (layout.spacing === 'none' || text.length < 2) return text;
  const at = text.length <= 3 ? 1 : r.int(2, text.length - 2);
  return text.slice(0, at) + (layout.spacing === 'spaces' ? ' ' : '\n') + text.slice(at);
}

/** Data columns (the levels excepted) in this layout's order. */
export function orderedRoles(table: CaseTable, layout: Layout, r: Random): Role[] {
  const data = table.columns.filter((role) => !/^l\d$/.test(role));
  const printed = [...data];
  const has = (role: Role): boolean => printed.includes(role);
  const without = (roles: readonly Role[]): Role[] => printed.filter((role) => !roles.includes(role));
  if (layout.order === 'printed' || (layout.order === 'shuffled' && printed.length < 3)) return printed;
  if (layout.order === 'scores-first') return [...(['weight', 'score'] as const).filter(has), ...without(['weight', 'score'])];
  if (layout.order === 'weights-last') {
    const tail = (['weight', 'score', 'reason'] as const).filter(has);
    return [...without(tail), ...tail];
  }
  // Symbol, value and unit stay together, as does a criterion with its weight: nobody tears those apart.
  const packs: Role[][] = [];
  const pack = (roles: readonly Role[]): void => {
    const present = roles.filter(has);
    if (present.length > 0) packs.push(present);
  };
  pack(['symbol', 'target', 'unit']);
  for (const role of without(['symbol', 'target', 'unit'])) packs.push([role]);
  return r.shuffled(packs).flat();
}
