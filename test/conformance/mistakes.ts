/**
 * The mistakes of real sheets (problems.md), put one at a time into correct forms. Each returns what the audit should
 * say and nothing besides, or null where the form offers no place for it.
 */
import type { Expected, FundRole, Where } from './case';
import { deduct, fundParts, gradeOf, money, points, REASONS, settle, sumOf, type Draft, type DraftRow } from './draft';
import type { Random } from './random';

export interface Mistake {
  /** Number in problems.md, or the contract's code where it has none. */
  readonly source: string;
  readonly name: string;
  put(draft: Draft, r: Random): Expected[] | null;
}

const TOTAL = '年度资金总额';
const at = (row: DraftRow, cell: 'name' | 'l1' | 'weight' | 'score' | 'target' | 'actual' | 'reason' | 'evidence' | 'symbol'): Where => ({
  row: row.l3,
  cell,
});
const fund = (...cell: FundRole[]): Where => ({ fund: TOTAL, cell });

function expected(code: string, severity: Expected['severity'], where: Where | readonly Where[], why = ''): Expected {
  return { code, severity, at: where, why };
}

const isFull = (row: DraftRow): boolean => row.score === row.weight && row.reason === '';
const rowsOf = (draft: Draft, kind: DraftRow['kind'] | null, test: (row: DraftRow) => boolean = isFull): DraftRow[] =>
  draft.rows.filter((row) => (kind === null || row.kind === kind) && test(row));
const pick = (r: Random, rows: readonly DraftRow[]): DraftRow | null => (rows.length === 0 ? null : r.pick(rows));
/** With symbol and unit columns, values stand bare. */
const bare = (draft: Draft): boolean => draft.form === 'symbol';
const valued = (draft: Draft, row: DraftRow, number: number): string =>
  row.kind === 'rate' ? `${number}%` : `${number}${bare(draft) ? '' : row.unit}`;
const numberIn = (text: string): number => Number(/\d+(\.\d+)?/.exec(text)?.[0] ?? NaN);
const setTarget = (draft: Draft, row: DraftRow, symbol: string, number: number): void => {
  row.symbol = symbol;
  row.target = bare(draft) ? String(number) : `${symbol}${number}${row.unit}`;
};

/** A change of one row, the total following. */
function onRow(
  source: string,
  name: string,
  rows: (draft: Draft) => DraftRow[],
  change: (row: DraftRow, draft: Draft, r: Random) => Expected[] | null,
): Mistake {
  return {
    source,
    name,
    put: (draft, r) => {
      const row = pick(r, rows(draft));
      const found = row === null ? null : change(row, draft, r);
      if (found !== null) settle(draft);
      return found;
    },
  };
}

const notHebei = (draft: Draft): boolean => draft.form !== 'hebei';

export const MISTAKES: readonly Mistake[] = [
  onRow(
    'P01',
    '分值合计不是 100',
    (d) => (d.form === 'names' || d.form === 'hebei' ? [] : rowsOf(d, null, (row) => isFull(row) && row.weight > 300)),
    (row) => {
      row.weight -= 200;
      row.score -= 200;
      return [expected('weights-sum', 'M', { total: 'weight' })];
    },
  ),
  onRow(
    'P01',
    '上级分值与下级之和不同',
    (d) => (d.form === 'names' ? d.rows.filter((row, i) => d.rows[i - 1]?.l1 !== row.l1) : []),
    (row, draft, r) => {
      draft.classWeights.set(row.l1, draft.classWeights.get(row.l1)! + r.pick([500, -500]));
      return [expected('weight-tree', 'M', at(row, 'l1'))];
    },
  ),
  onRow(
    'P31',
    '分值漏填',
    (d) => (notHebei(d) ? rowsOf(d, null, (row) => isFull(row) && d.rows.filter((one) => one.l1 === row.l1).length > 1) : []),
    (row) => {
      row.weightText = '';
      return [expected('weight-missing', 'M', at(row, 'weight'))];
    },
  ),
  {
    source: 'P02',
    name: '总分不等于得分之和',
    put: (draft, r) => {
      const change = draft.total!.score > 9700 ? -200 : r.pick([200, -200, 150]);
      draft.total!.score += change;
      if (draft.total!.grade !== null) draft.total!.grade = gradeOf(draft.total!.score);
      delete draft.total!.formula;
      return [expected('total-score', 'M', { total: 'score' })];
    },
  },
  {
    source: 'P02',
    name: '小计不等于得分之和',
    put: (draft) => {
      const scores = draft.rows.reduce((sum, row) => sum + row.score, 0);
      const weights = draft.rows.reduce((sum, row) => sum + row.weight, 0);
      draft.subtotal = { label: '小计', weight: points(weights), score: points(scores - 300) };
      return [expected('subtotal-score', 'M', { subtotal: 'score' })];
    },
  },
  onRow(
    'P02',
    '有空格而总分达不到',
    (d) => rowsOf(d, null),
    (row, draft) => {
      const rest = sumOf(draft) - row.score;
      if (rest + row.weight >= 9900) return null;
      row.scoreText = '';
      row.score = 0;
      draft.total!.text = '99.9';
      draft.total!.grade = null;
      delete draft.total!.formula;
      return [expected('total-impossible', 'M', { total: 'score' }), expected('score-missing', 'M', at(row, 'score'))];
    },
  ),
  {
    source: 'P03',
    name: '总分填在资金行',
    put: (draft) => {
      if (draft.fund.spending) return null;
      draft.fund.weightText = '100';
      draft.fund.scoreText = points(draft.total!.score);
      draft.total = null;
      return [expected('total-misplaced', 'M', fund('score'))];
    },
  },
  {
    source: 'P02',
    name: '合计公式漏加一行',
    put: (draft) => {
      const last = draft.rows[draft.rows.length - 1]!;
      draft.total!.formula = 'short';
      draft.total!.score -= last.score;
      if (draft.total!.grade !== null) draft.total!.grade = gradeOf(draft.total!.score);
      return [expected('sum-range', 'M', { total: 'score' })];
    },
  },
  {
    source: 'P02',
    name: '合计公式重加一行',
    put: (draft) => {
      const last = draft.rows[draft.rows.length - 1]!;
      draft.total!.formula = 'double';
      draft.total!.score += last.score;
      if (draft.total!.grade !== null) draft.total!.grade = gradeOf(draft.total!.score);
      return [expected('sum-range', 'M', { total: 'score' })];
    },
  },
  {
    source: 'stale-value',
    name: '公式存的值是旧的',
    put: (draft) => {
      draft.total!.formula = 'sum';
      draft.total!.score -= 150;
      if (draft.total!.grade !== null) draft.total!.grade = gradeOf(draft.total!.score);
      return [expected('stale-value', 'A', { total: 'score' })];
    },
  },
  {
    source: 'P24',
    name: '等级与总分不符',
    put: (draft) => {
      draft.total!.grade = gradeOf(draft.total!.score) === '优' ? '良' : '优';
      return [expected('grade', 'M', { total: 'grade' })];
    },
  },
  onRow(
    'P31',
    '得分漏填',
    (d) => rowsOf(d, null),
    (row, draft) => {
      row.scoreText = '';
      delete draft.total!.formula;
      return [expected('score-missing', 'M', at(row, 'score'))];
    },
  ),
  {
    source: 'P31',
    name: '得分整列未填',
    put: (draft) => {
      for (const row of draft.rows) {
        row.scoreText = '';
        row.reason = '';
        row.itemText = '';
        row.actual = '';
      }
      draft.fund.scoreText = '';
      draft.total!.text = '';
      draft.total!.grade = null;
      delete draft.total!.formula;
      return [
        expected('score-missing', 'M', { anywhere: true }),
        { code: 'value-missing', severity: 'A', at: { anywhere: true }, optional: true, why: '完成值整列未填可另说一次' },
      ];
    },
  },
  onRow(
    'P31',
    '完成值漏填',
    (d) => rowsOf(d, null, (row) => isFull(row) && row.kind !== 'cost'),
    (row) => {
      row.actual = '';
      return [expected('value-missing', 'A', at(row, 'actual'))];
    },
  ),
  {
    source: 'P31',
    name: '执行率漏填',
    put: (draft) => {
      draft.fund.rateText = '';
      return [expected('value-missing', 'A', fund('rate'))];
    },
  },
  onRow(
    'score-not-numeric',
    '得分写成「5分」',
    (d) => (d.total!.formula === undefined ? rowsOf(d, null) : []),
    (row) => {
      row.scoreText = `${points(row.score)}分`;
      return [expected('score-not-numeric', 'A', at(row, 'score'))];
    },
  ),
  onRow(
    'P02',
    '得分超过分值',
    (d) => (notHebei(d) ? rowsOf(d, null) : []),
    (row) => {
      row.score += 200;
      return [expected('score-out-of-range', 'M', at(row, 'score'))];
    },
  ),
  {
    source: 'P04',
    name: '执行率算错',
    put: (draft) => {
      const { fund: f } = draft;
      if (f.rate > 9900 || f.initial !== f.budget) return null;
      f.rateText = `${((f.rate + 70) / 100).toFixed(2)}%`;
      f.score = Math.round((f.rate + 70) / 10);
      settle(draft);
      return [expected('execution-rate', 'M', fund('rate'))];
    },
  },
  {
    source: 'P04',
    name: '执行率进位',
    put: (draft) => {
      const { fund: f } = draft;
      // A tenth of a percent is a habit of some forms: only what is cut coarser counts.
      if (f.rate % 100 < 6 || f.rate % 100 > 94) return null;
      const whole = Math.round(f.rate / 100);
      f.rateText = `${whole}%`;
      f.score = whole * 10;
      settle(draft);
      return [expected('execution-rate', 'A', fund('rate'))];
    },
  },
  {
    source: 'P05',
    name: '执行率得分不对',
    put: (draft) => {
      // Not to a whole number: that would be a score cut to whole points.
      draft.fund.score -= (draft.fund.score - 65) % 50 === 0 ? 73 : 65;
      settle(draft);
      // Where no rule stands in the sheet, only the usual way of forms speaks.
      return [expected('execution-score', 'MA', fund('score'))];
    },
  },
  {
    source: 'P05',
    name: '执行率得分取整',
    put: (draft) => {
      const { fund: f } = draft;
      const fine = draft.rows.some((row) => row.score % 10 !== 0);
      const rounded = Math.round(f.score / 100) * 100;
      if (!fine || f.score % 100 === 0 || rounded === f.score) return null;
      f.score = rounded;
      settle(draft);
      return [expected('score-rounded', 'A', fund('score'))];
    },
  },
  {
    source: 'P06',
    name: '执行率超过 100%',
    put: (draft) => {
      const { fund: f } = draft;
      if (draft.rows.some((row) => row.kind === 'cost')) return null;
      f.executed = (f.budget / 10000) * 10260;
      f.rate = 10260;
      f.score = 1000;
      fundParts(draft);
      settle(draft);
      return [expected('execution-over-100', 'A', fund('rate', 'executed'))];
    },
  },
  {
    source: 'P07',
    name: '其中各项超过总额',
    put: (draft) => {
      if (draft.fund.spending) return null;
      draft.fund.parts[2] = ['其他资金', '', money(1500), '', '', '', ''];
      return [expected('funding-parts', 'M', [fund('budget'), { fund: '其他资金', cell: 'budget' }])];
    },
  },
  {
    source: 'P02',
    name: '其中行也计分',
    put: (draft) => {
      if (draft.fund.spending) return null;
      const part = draft.fund.parts[0]!;
      part[4] = points(draft.fund.weight);
      part[6] = points(draft.fund.score);
      return [expected('funding-part-scored', 'A', { fund: part[0]!, cell: ['weight', 'score'] })];
    },
  },
  {
    source: 'P02',
    name: '其中行计分且总分重计',
    put: (draft) => {
      if (draft.fund.spending || draft.total!.grade !== null) return null;
      const part = draft.fund.parts[0]!;
      part[4] = points(draft.fund.weight);
      part[6] = points(draft.fund.score);
      draft.total!.score += draft.fund.score;
      delete draft.total!.formula;
      return [expected('funding-part-scored', 'M', { fund: part[0]!, cell: ['weight', 'score'] })];
    },
  },
  {
    source: 'P07',
    name: '支出性质合计不等于执行数',
    put: (draft) => {
      if (!draft.fund.spending) return null;
      const { executed, parts } = draft.fund;
      const basic = Math.floor(executed / 3);
      parts[0]![0] = `按支出性质分:${money(executed - 2500)}`;
      parts[2]![0] = `项目支出:${money(executed - 2500 - basic)}`;
      return [expected('budget-balance', 'MA', [fund('executed'), { fund: parts[0]![0]!, cell: 'label' }])];
    },
  },
  onRow(
    'P08',
    '达标而扣分, 有说明',
    (d) => (notHebei(d) ? rowsOf(d, 'rate', (row) => isFull(row) && row.weight >= 400) : []),
    (row, _draft, r) => {
      row.score -= 100;
      row.reason = r.pick(REASONS);
      return [expected('met-target-deducted', 'A', at(row, 'score'))];
    },
  ),
  onRow(
    'P08',
    '达标而扣分, 无说明',
    (d) => (notHebei(d) ? rowsOf(d, 'rate', (row) => isFull(row) && row.weight >= 400) : []),
    (row) => {
      row.score -= 100;
      return [expected('deduction-unexplained', 'M', at(row, 'reason'))];
    },
  ),
  onRow(
    'P08',
    '未达标扣分无说明',
    (d) => rowsOf(d, 'rate'),
    (row, _draft, r) => {
      deduct(row, r, '');
      return [expected('deduction-unexplained', 'M', at(row, 'reason'))];
    },
  ),
  onRow(
    'P08',
    '扣分说明写「无」',
    (d) => rowsOf(d, 'rate'),
    (row, _draft, r) => {
      deduct(row, r, r.pick(['无', '0', '/']));
      return [expected('deduction-unexplained', 'M', at(row, 'reason'))];
    },
  ),
  // In a form of whole scores a small shortfall of a small 分值 rounds up to full marks: not asked for here.
  onRow(
    'P10',
    '未达标扣分少于评分标准',
    (d) =>
      d.form === 'criteria' ? rowsOf(d, 'rate', (row) => row.reason !== '' && row.weight - row.score >= 60 && row.weight >= 300) : [],
    (row) => {
      row.score = row.weight - 10;
      return [expected('score-mismatch', 'M', at(row, 'score'))];
    },
  ),
  onRow(
    'P10',
    '未达标得分高于完成比例',
    (d) =>
      d.form === 'criteria' || d.form === 'hebei'
        ? []
        : rowsOf(d, 'rate', (row) => row.reason !== '' && row.weight - row.score >= 60 && row.weight >= 300),
    (row) => {
      row.score = row.weight - 10;
      return [expected('score-mismatch', 'A', at(row, 'score'))];
    },
  ),
  onRow(
    'P09',
    '未达标却满分',
    (d) => rowsOf(d, 'rate', (row) => isFull(row) && row.weight >= 800),
    (row, draft) => {
      row.actual = `${numberIn(row.target) - 8}%`;
      return [expected('missed-target-full-score', draft.whole ? 'MA' : 'M', at(row, 'score'))];
    },
  ),
  onRow(
    'P09',
    '数量未达标却满分',
    (d) => rowsOf(d, 'count'),
    (row, draft) => {
      row.actual = valued(draft, row, Math.floor(numberIn(row.target) * 0.7));
      return [expected('missed-target-full-score', draft.whole ? 'MA' : 'M', at(row, 'score'))];
    },
  ),
  onRow(
    'P09',
    '成本超目标却满分',
    (d) => (d.fund.rate === 10000 ? rowsOf(d, 'cost', (row) => isFull(row) && row.weight >= 400) : []),
    (row, draft) => {
      setTarget(draft, row, '≤', Math.floor(numberIn(row.actual) * 0.8));
      return [expected('missed-target-full-score', draft.whole ? 'MA' : 'M', at(row, 'score'))];
    },
  ),
  onRow(
    'P11',
    '两值皆空却满分',
    (d) => rowsOf(d, null, (row) => isFull(row) && row.kind !== 'cost'),
    (row) => {
      row.target = '';
      row.actual = '';
      row.symbol = '';
      return [expected('score-without-values', 'M', at(row, 'score'))];
    },
  ),
  onRow(
    'P12',
    '完成值照抄目标',
    (d) => (bare(d) ? [] : rowsOf(d, 'count')),
    (row) => {
      row.actual = row.target;
      return [expected('actual-copies-target', 'A', at(row, 'actual'))];
    },
  ),
  onRow(
    'P13',
    '定量指标填文字',
    (d) => rowsOf(d, 'count'),
    (row, _draft, r) => {
      row.actual = r.pick(['完成', '已完成', '达标']);
      return [expected('value-type', 'A', at(row, 'actual'))];
    },
  ),
  onRow(
    'P14',
    '超额过大',
    (d) => rowsOf(d, 'count'),
    (row, draft) => {
      row.actual = valued(draft, row, numberIn(row.target) * 3);
      return [expected('over-achievement', 'A', at(row, 'actual'))];
    },
  ),
  // Purchases and printed copies may well be capped: only work done and people served are beyond doubt.
  onRow(
    'P15',
    '数量写 ≤',
    (d) => rowsOf(d, 'count', (row) => isFull(row) && !/购置|编印/.test(row.l3)),
    (row, draft) => {
      const number = numberIn(row.target);
      setTarget(draft, row, '≤', number);
      row.actual = valued(draft, row, number);
      return [expected('direction-suspect', 'A', bare(draft) ? [at(row, 'symbol'), at(row, 'target')] : at(row, 'target'))];
    },
  ),
  onRow(
    'P15',
    '成本写 ≥',
    (d) => rowsOf(d, 'cost'),
    (row, draft) => {
      setTarget(draft, row, '≥', Math.floor(numberIn(row.actual) * 0.95));
      return [expected('direction-suspect', 'A', bare(draft) ? [at(row, 'symbol'), at(row, 'target')] : at(row, 'target'))];
    },
  ),
  {
    source: 'P16',
    name: '双重加权',
    put: (draft) => {
      if (draft.form !== 'hebei') return null;
      draft.rows.forEach((row) => {
        row.itemText = points(row.weight);
        row.scoreText = points(Math.round((row.weight * row.weight) / 10000));
        row.score = Math.round((row.weight * row.weight) / 10000);
        row.actual = row.kind === 'rate' ? `${Math.min(100, numberIn(row.target))}%` : row.actual;
        row.reason = '';
      });
      settle(draft);
      return [
        expected('double-weighting', 'M', at(draft.rows[0]!, 'score')),
        { code: 'all-full-marks', severity: 'I', at: { anywhere: true }, optional: true, why: '' },
      ];
    },
  },
  onRow(
    'P17',
    '执行率又作产出指标',
    (d) => (d.fund.rate >= 9600 ? rowsOf(d, 'rate', (row) => isFull(row) && row.l1 === '产出指标') : []),
    (row, draft) => {
      row.l3 = '预算执行率';
      setTarget(draft, row, '≥', 95);
      row.actual = `${(draft.fund.rate / 100).toFixed(2)}%`;
      return [expected('duplicate-indicator', 'A', at(row, 'name'))];
    },
  ),
  onRow(
    'P18',
    '成本与执行数不一致',
    (d) => rowsOf(d, 'cost'),
    (row, draft) => {
      row.actual = bare(draft) ? points(Math.floor(draft.fund.executed * 0.9)) : `${points(Math.floor(draft.fund.executed * 0.9))}万元`;
      return [expected('cost-vs-execution', 'A', at(row, 'actual'))];
    },
  ),
  {
    source: 'P20',
    name: '万元列写「150万」',
    put: (draft) => {
      draft.fund.budgetText = `${points(draft.fund.budget)}万`;
      return [expected('unit-scale', 'A', fund('budget'))];
    },
  },
  onRow(
    'P21',
    '290% 当是 ≥90%',
    (d) => (bare(d) ? [] : rowsOf(d, 'rate', (row) => isFull(row) && numberIn(row.target) < 100)),
    (row) => {
      row.target = `2${numberIn(row.target)}%`;
      return [expected('ocr-slip', 'I', at(row, 'target'))];
    },
  ),
  {
    source: 'P21',
    name: '系统编码残留',
    put: (draft) => {
      if (!bare(draft)) return null;
      for (const row of draft.rows) if (row.symbol === '≥') row.symbol = '004 >=';
      return [expected('export-residue', 'I', { anywhere: true })];
    },
  },
  {
    source: 'P22',
    name: '年中大幅调减',
    put: (draft) => {
      if (draft.fund.spending) return null;
      draft.fund.initial = draft.fund.budget * 2;
      fundParts(draft);
      return [expected('budget-adjusted', 'A', fund('initial', 'budget'))];
    },
  },
  {
    source: 'P23',
    name: '执行率低而指标满分',
    put: (draft) => {
      const { fund: f } = draft;
      if (draft.rows.some((row) => !isFull(row))) return null;
      f.rate = 6000;
      f.executed = (f.budget / 10000) * 6000;
      f.score = 600;
      for (const row of draft.rows) if (row.kind === 'cost') row.actual = bare(draft) ? points(f.executed) : `${points(f.executed)}万元`;
      fundParts(draft);
      settle(draft);
      return [expected('execution-vs-performance', 'A', { anywhere: true })];
    },
  },
  onRow(
    'P26',
    '满分而说明讲未完成',
    (d) => rowsOf(d, 'rate'),
    (row) => {
      row.reason = '因设备到货较晚，部分任务未按期完成';
      return [expected('full-score-with-deviation', 'A', at(row, 'reason'))];
    },
  ),
  {
    source: 'P27',
    name: '文字里的年度不符',
    put: (draft) => {
      draft.goals = { ...draft.goals, expected: `在${draft.year - 1}年12月31日前完成各项工作任务` };
      return [expected('year-mismatch', 'A', { goals: 'expected' })];
    },
  },
  {
    source: 'P32',
    name: '占位残留',
    put: (draft, r) => {
      const index = r.int(0, draft.rows.length - 1);
      const near = draft.rows[index]!;
      const residue: DraftRow = {
        ...near,
        l3: r.pick(['指标2：', '……']),
        target: '',
        actual: '',
        symbol: '',
        unit: '',
        reason: '',
        placeholder: true,
        weight: 0,
        score: 0,
      };
      draft.rows.splice(index + 1, 0, residue);
      return [expected('template-residue', 'A', at(residue, 'name'))];
    },
  },
  onRow(
    'P34',
    '扣分说明空泛',
    (d) => rowsOf(d, 'rate'),
    (row, _draft, r) => {
      deduct(row, r, r.pick(['客观原因', '今后加强管理', '酌情扣分']));
      return [expected('boilerplate-reason', 'A', at(row, 'reason'))];
    },
  ),
  onRow(
    'P34',
    '佐证材料漏填',
    (d) => (d.form === 'criteria' ? rowsOf(d, null) : []),
    (row) => {
      row.evidence = '';
      return [expected('evidence-missing', 'A', at(row, 'evidence'))];
    },
  ),
  {
    source: 'P35',
    name: '填报日期早于年度结束',
    put: (draft) => {
      draft.filledYear = draft.year;
      return [expected('date-order', 'A', { anywhere: true })];
    },
  },
  onRow(
    'formula-error',
    '得分格是错误值',
    (d) => (d.total!.formula === undefined ? rowsOf(d, null) : []),
    (row) => {
      row.scoreText = '#REF!';
      return [expected('formula-error', 'M', at(row, 'score'))];
    },
  ),
  {
    source: 'formula-error',
    name: '执行率格是错误值',
    put: (draft) => {
      draft.fund.rateText = '#DIV/0!';
      return [expected('formula-error', 'M', fund('rate'))];
    },
  },
];
