/** A generated form: what it says, and how an office lays it out. The same seed gives the same. */
import { Random } from '../random';
import { cost, count, fallShort, lowRate, pleased, quality, rate, round2, WHOLE_ROWS, type Row } from './rows';
import { REASONS, UNITS } from './words';

/** national: bounds in the text · symbol: sign and unit in columns of their own · criteria: 整体 with 评分标准 · review: the same with 复核得分 · transfer: no scores. */
export type Form = 'national' | 'symbol' | 'criteria' | 'review' | 'transfer';

export interface Funding {
  readonly initial: number;
  readonly budget: number;
  executed: number;
  rate: number;
  weight: number;
  score: number;
  /** 当年财政拨款, 上年结转, 其他: initial, budget and executed each. */
  readonly parts: readonly (readonly [string, number, number, number])[];
}

export interface Table {
  readonly seed: number;
  readonly form: Form;
  readonly unit: string;
  readonly year: number;
  readonly rows: Row[];
  readonly funding: Funding | null;
  readonly total: { score: number; grade: string | null };
  /** Scores of the reviewer, by row. */
  readonly review: number[];
  readonly layout: {
    readonly parents: 'merged' | 'blank' | 'repeated';
    readonly percent: 'text' | 'format' | 'quoted';
    /** How sums and the execution score stand: typed, formulas with results, formulas without. */
    readonly sums: 'typed' | 'stored' | 'unstored';
    readonly subtotals: boolean;
    readonly sequence: boolean;
    readonly footer: boolean;
    readonly money: '万元' | '元';
    readonly evidence: boolean;
    readonly data: number | null;
    readonly totalLabel: string;
    readonly bareActual: boolean;
  };
}

export const gradeOf = (score: number): string => (score >= 90 ? '优' : score >= 80 ? '良' : score >= 60 ? '中' : '差');

/** Splits whole points into n parts, none below two. */
function split(r: Random, total: number, n: number): number[] {
  const parts = new Array<number>(n).fill(2);
  for (let rest = total - 2 * n; rest > 0;) {
    const give = Math.min(rest, r.int(1, 3));
    parts[r.int(0, n - 1)]! += give;
    rest -= give;
  }
  return parts;
}

function projectRows(r: Random): Row[] {
  const taken = new Set<string>();
  const outputs: Row[] = [];
  for (let n = r.int(1, 3); n > 0; n -= 1) outputs.push(count(r, taken));
  for (let n = r.int(1, 3); n > 0; n -= 1) outputs.push(r.chance(0.7) ? rate(r, taken) : lowRate(r, taken));
  if (r.chance(0.6)) outputs.push(cost(r, taken));
  const effects = [quality(r, taken)];
  if (r.chance(0.7)) effects.push(quality(r, taken));
  const order = ['数量指标', '质量指标', '时效指标', '成本指标', '社会效益指标', '可持续影响指标'];
  const sorted = (rows: Row[]): Row[] => rows.sort((a, b) => order.indexOf(a.second) - order.indexOf(b.second));
  const rows = [...sorted(outputs), ...sorted(effects), pleased(r)];
  const weights = [...split(r, 50, outputs.length), ...split(r, 30, effects.length), 10];
  rows.forEach((one, n) => {
    one.weight = one.score = weights[n]!;
  });
  return rows;
}

function wholeRows(r: Random): Row[] {
  for (;;) {
    const taken = new Set<string>();
    const rows: Row[] = [];
    const weights = split(r, 100, r.int(8, 11)).map((weight) => weight);
    for (const weight of weights) {
      let made: Row | null = null;
      for (let tries = 0; made === null && tries < 20; tries += 1) made = weight < 5 ? null : r.pick(WHOLE_ROWS)(r, weight, taken);
      if (made === null) break;
      made.weight = weight;
      rows.push(made);
    }
    if (rows.length === weights.length) return rows;
  }
}

function drawFunding(r: Random, scored: boolean): Funding {
  const budget = r.int(20, 900);
  const rate = r.chance(0.4) ? 100 : r.int(91, 99);
  const executed = round2((budget * rate) / 100);
  const initial = r.chance(0.5) ? budget : round2(budget * 0.96);
  const carried = r.chance(0.5) ? 0 : round2(budget * 0.1);
  const carriedOut = round2((carried * rate) / 100);
  return {
    initial,
    budget,
    executed,
    rate,
    weight: 10,
    score: scored ? round2(rate / 10) : 0,
    parts: [
      ['其中：当年财政拨款', round2(initial - carried), round2(budget - carried), round2(executed - carriedOut)],
      ['上年结转资金', carried, carried, carriedOut],
      ['其他资金', 0, 0, 0],
    ],
  };
}

export function drawTable(seed: number, form?: Form): Table {
  const r = new Random(seed * 7919 + 17);
  const kind = form ?? r.pick(['national', 'national', 'symbol', 'symbol', 'criteria', 'criteria', 'review', 'transfer'] as const);
  const whole = kind === 'criteria' || kind === 'review';
  const rows = whole ? wholeRows(r) : projectRows(r);
  if (!whole) {
    const reasons = r.shuffled(REASONS);
    const able = rows.filter((one) => one.figures !== null && (one.kind !== 'cost' || kind !== 'transfer'));
    for (const one of r.shuffled(able).slice(0, r.int(0, 2))) fallShort(r, one, reasons.pop()!);
  }
  const funding = whole ? null : drawFunding(r, kind !== 'transfer');
  const total = round2(rows.reduce((sum, one) => sum + one.score, funding?.score ?? 0));
  const review = rows.map((one) => (r.chance(0.15) && one.score >= 2 ? one.score - 1 : one.score));
  const sums = r.pick(['typed', 'typed', 'stored', 'unstored'] as const);
  return {
    seed,
    form: kind,
    unit: r.pick(UNITS),
    year: r.int(2021, 2025),
    rows,
    funding,
    total: { score: total, grade: r.chance(0.5) ? gradeOf(total) : null },
    review,
    layout: {
      parents: r.pick(['merged', 'merged', 'blank', 'repeated'] as const),
      percent: r.pick(['text', 'text', 'format', 'quoted'] as const),
      sums,
      subtotals: !whole && kind !== 'transfer' && r.chance(0.25),
      sequence: r.chance(0.3),
      footer: r.chance(0.6),
      money: r.pick(['万元', '万元', '元'] as const),
      evidence: whole && r.chance(0.5),
      data: r.chance(0.4) ? r.int(0, 7) : null,
      totalLabel: r.pick(['总分', '合计', '总计', '合 计']),
      bareActual: r.chance(0.3),
    },
  };
}
