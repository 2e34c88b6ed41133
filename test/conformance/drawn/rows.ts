/** Rows of generated forms: what is asked, what came of it, and what it is worth. All figures are right. */
import type { Random } from '../random';
import * as W from './words';

export interface Row {
  readonly name: string;
  readonly level: 'output' | 'effect' | 'pleased' | 'whole';
  readonly second: string;
  readonly kind: string;
  target: string;
  symbol: string;
  unit: string;
  actual: string;
  /** What the target and the 完成值 are as numbers; null where there are none. */
  figures: { target: number; actual: number; down: boolean; percent: boolean } | null;
  criterion: string;
  weight: number;
  score: number;
  reason: string;
  /** The rules of the form say exactly this score. */
  determined: boolean;
}

/** Half up to hundredths; null for a tie that floats cannot settle. */
export const round2 = (value: number): number => Math.floor(value * 100 + 0.5 + 1e-7) / 100;

const pct = (value: number): string => `${Number(value.toFixed(2))}%`;

function row(r: Random, part: Pick<Row, 'name' | 'level' | 'second' | 'kind'> & Partial<Row>): Row {
  void r;
  return {
    target: '',
    symbol: '',
    unit: '',
    actual: '',
    figures: null,
    criterion: '',
    weight: 0,
    score: 0,
    reason: '',
    determined: true,
    ...part,
  };
}

/** 「≥95%」 as people write it. */
function bound(r: Random, down: boolean, figure: string): string {
  return down
    ? r.pick([`≤${figure}`, `不超过${figure}`, `不高于${figure}`, `${figure}以内`])
    : r.pick([`≥${figure}`, `≥${figure}`, `不低于${figure}`, `不少于${figure}`, `${figure}以上`]);
}

function measured(
  r: Random,
  base: Pick<Row, 'name' | 'level' | 'second' | 'kind'>,
  target: number,
  actual: number,
  unit: string,
  down: boolean,
): Row {
  const percent = unit === '%';
  const text = (value: number): string => (percent ? pct(value) : `${value}${unit}`);
  return row(r, {
    ...base,
    target: bound(r, down, text(target)),
    symbol: down ? r.pick(['≤', '≦', '<=']) : r.pick(['≥', '≧', '>=']),
    unit,
    actual: text(actual),
    figures: { target, actual, down, percent },
  });
}

export function count(r: Random, taken: Set<string>): Row {
  const [name, unit, least, most] = r.pick(W.COUNTS.filter(([one]) => !taken.has(one)));
  taken.add(name);
  const target = r.int(least, most);
  return measured(
    r,
    { name, level: 'output', second: '数量指标', kind: 'count' },
    target,
    target + r.int(0, Math.floor(target / 10)),
    unit,
    false,
  );
}

export function rate(r: Random, taken: Set<string>): Row {
  const name = r.pick(W.RATES.filter((one) => !taken.has(one)));
  taken.add(name);
  const target = r.pick([85, 90, 92, 95, 98]);
  const second = /及时|按期|按时/.test(name) ? '时效指标' : '质量指标';
  return measured(r, { name, level: 'output', second, kind: 'rate' }, target, r.chance(0.3) ? 100 : target + r.int(0, 20) / 10, '%', false);
}

export function lowRate(r: Random, taken: Set<string>): Row {
  const name = r.pick(W.LOW_RATES.filter((one) => !taken.has(one)));
  taken.add(name);
  const target = r.int(3, 10);
  return measured(r, { name, level: 'output', second: '质量指标', kind: 'low' }, target, Math.max(2, target - r.int(0, 4)), '%', true);
}

export function cost(r: Random, taken: Set<string>): Row {
  const [name, unit, least, most] = r.pick([...W.COSTS, ...W.TIMES].filter(([one]) => !taken.has(one)));
  taken.add(name);
  const target = r.int(least, most);
  const second = W.TIMES.some(([one]) => one === name) ? '时效指标' : '成本指标';
  return measured(r, { name, level: 'output', second, kind: 'cost' }, target, target - r.int(0, Math.floor(target / 8)), unit, true);
}

export function quality(r: Random, taken: Set<string>): Row {
  const [name, level] = r.pick(W.QUALITIES.filter(([one]) => !taken.has(one)));
  taken.add(name);
  return row(r, {
    name,
    level: 'effect',
    second: r.pick(['社会效益指标', '可持续影响指标']),
    kind: 'words',
    target: level,
    actual: r.chance(0.6) ? level : '达成预期指标',
    determined: false,
  });
}

export function pleased(r: Random): Row {
  const target = r.pick([85, 90, 95]);
  return measured(
    r,
    { name: r.pick(W.PLEASED), level: 'pleased', second: '服务对象满意度指标', kind: 'rate' },
    target,
    target + r.int(0, 40) / 10,
    '%',
    false,
  );
}

/** Below target, in proportion, with a reason. */
export function fallShort(r: Random, one: Row, reason: string): void {
  const { target, down, percent } = one.figures!;
  const actual = down ? target + r.int(1, 2) : Math.max(1, target - r.int(1, Math.max(2, Math.floor(target / 10))));
  one.figures = { ...one.figures!, actual };
  one.actual = percent ? pct(actual) : `${actual}${one.unit}`;
  one.score = round2(down ? (one.weight * target) / actual : (one.weight * actual) / target);
  one.reason = reason;
}

type Whole = (r: Random, weight: number, taken: Set<string>) => Row | null;

const free = <T>(r: Random, list: readonly T[], name: (one: T) => string, taken: Set<string>): T | null => {
  const left = list.filter((one) => !taken.has(name(one)));
  if (left.length === 0) return null;
  const one = r.pick(left);
  taken.add(name(one));
  return one;
};

const whole = (r: Random, name: string, kind: string, more: Partial<Row>): Row =>
  row(r, { name, level: 'whole', second: '', kind, ...more });

/** 「≥95%得10分；90%（含）-95%得8分；…」 */
const steps: Whole = (r, weight, taken) => {
  const name = free(r, W.SHARES, (one) => one, taken);
  if (name === null) return null;
  const top = r.pick([90, 95]);
  const at = r.int(0, 2);
  const [second, third] = [weight - 1, weight - 2];
  const value = at === 0 ? top + r.int(0, 5) : at === 1 ? top - r.int(1, 4) : top - 5 - r.int(1, 9);
  const criterion = r.pick([
    `${name}≥${top}%的，得${weight}分；${top - 5}%（含）-${top}%的，得${second}分；${top - 15}%（含）-${top - 5}%的，得${third}分；低于${top - 15}%的，不得分。`,
    `${name}≥${top}%，计${weight}分；${top - 5}%≤${name}＜${top}%，计${second}分；${top - 15}%≤${name}＜${top - 5}%，计${third}分；${name}＜${top - 15}%，不得分。`,
  ]);
  const score = [weight, second, third][at]!;
  return whole(r, name, 'steps', { criterion, score, reason: `${name}为${value}%${at === 0 ? '' : `，扣${weight - score}分`}。` });
};

const share: Whole = (r, weight, taken) => {
  const name = free(r, W.SHARES, (one) => one, taken);
  if (name === null) return null;
  const value = r.chance(0.5) ? 100 : r.int(90, 99);
  const score = round2((weight * value) / 100);
  return whole(r, name, 'share', {
    criterion: r.pick([`得分=${name}×分值。`, `${name}×${weight}分。`, `得分＝${name}×分值，最高不超过${weight}分。`]),
    score,
    reason: `${name}为${value}%${score === weight ? '' : `，扣${round2(weight - score)}分`}。`,
  });
};

const overrun: Whole = (r, weight, taken) => {
  const name = free(r, W.OVERRUNS, (one) => one, taken);
  if (name === null) return null;
  const over = r.chance(0.5) ? -r.int(0, 12) : r.int(1, 4);
  const score = weight - Math.max(0, over) * 0.5;
  return whole(r, name, 'overrun', {
    criterion: r.pick([
      `${name}≤100%的，得${weight}分；每超过1个百分点扣0.5分，扣完为止。`,
      `以100%为标准。${name}≤100%，计${weight}分；每超过一个百分点扣0.5分，扣完为止。`,
    ]),
    score,
    figures: { target: 100, actual: 100 + over, down: true, percent: true },
    reason: `${name}为${100 + over}%${over > 0 ? `，超过${over}个百分点，扣${weight - score}分` : ''}。`,
  });
};

const faults: Whole = (r, weight, taken) => {
  const one = free(r, W.FAULTS, ([name]) => name, taken);
  if (one === null) return null;
  const [name, unit, what] = one;
  const each = r.pick([0.5, 1, 2]);
  const found = r.chance(0.5) ? 0 : r.int(1, 2);
  return whole(r, name, 'faults', {
    criterion: r.pick([
      `每发现1${unit}${what}扣${each}分，扣完为止。`,
      `未发现${what}的得${weight}分；每发现一${unit}扣${each}分，扣完为止。`,
    ]),
    score: weight - each * found,
    determined: found > 0,
    reason: found === 0 ? `未发现${what}。` : `发现${found}${unit}${what}，扣${each * found}分。`,
  });
};

const items: Whole = (r, weight, taken) => {
  const one = free(r, W.ITEMS, ([name]) => name, taken);
  if (one === null) return null;
  const [name, parts] = one;
  const each = weight / parts.length;
  if (!Number.isInteger(each * 2)) return null;
  return whole(r, name, 'items', {
    criterion: parts.map((part, n) => `${'①②③'[n]!}${part}，得${each}分`).join('；') + '。',
    score: weight,
    determined: false,
    reason: `已${parts.join('，已')}。`,
  });
};

const yesNo: Whole = (r, weight, taken) => {
  const one = free(r, W.YES_NO, ([name]) => name, taken);
  if (one === null) return null;
  return whole(r, one[0], 'yes-no', {
    criterion: `${one[1]}，得${weight}分，否则不得分。`,
    score: weight,
    determined: false,
    reason: `已${one[1].slice(0, -1)}。`,
  });
};

export const WHOLE_ROWS: readonly Whole[] = [steps, share, overrun, faults, items, yesNo, steps, share, faults];
