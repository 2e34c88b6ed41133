/** 「每…扣…」: per occurrence or per point. */
import { Dec } from '../../workbook';
import { countedName, factExpr, figureFact, numberExpr, plainName, roleOf, spanOf, type Places } from './naming';
import { shownAs, type Measured } from './measures';
import type { Every, Reading, StatedValue } from './readings';
import type { Criterion, Expr, FactRef, Points, Span } from '../types';
import type { Name } from './syntax/tree';

const ONE = new Dec(1);
const HUNDRED = new Dec(100);

/** What is known where the statement stands. */
export interface DeductionContext {
  /** The figure spoken of before. */
  readonly operand: Name | null;
  /** The interval that earned full points before: «控制率≤100%计5分». */
  readonly full: Measured | null;
  /** 「以100%为标准」. */
  readonly threshold: StatedValue | null;
  /** 「年龄超过平均年龄的，每超1岁」: what it is measured against. */
  readonly against: Name | null;
}

type Counted = { name: string; unit: string; per: Dec; from: number; to: number };

function occurrence(
  places: Places,
  counted: Counted,
  effect: 'deduct' | 'award',
  each: Points,
  eachTo: Points | null,
  cap: Points | null,
  span: Span,
): Criterion {
  const of: FactRef = {
    kind: 'count',
    role: 'named',
    name: counted.name,
    unit: counted.unit,
    span: spanOf(places, counted.from, counted.to),
  };
  return { kind: 'per-occurrence', effect, each, eachTo, per: counted.per, once: false, cap, of, span };
}

function thresholdExpr(
  every: Every,
  side: 'above' | 'below' | 'both',
  lead: Measured | null,
  standing: DeductionContext,
  rate: boolean,
  places: Places,
  ofCompletion: boolean,
): Expr | null {
  const like = { kind: rate ? ('rate' as const) : ('number' as const), unit: '' };
  const ofValue = (value: StatedValue): Expr => {
    const percent = rate && value.as === 'plain' && value.value.gt(ONE);
    return numberExpr(percent ? value.value.div(HUNDRED) : value.value, percent ? 'percent' : shownAs(value));
  };
  if (every.from !== null) {
    if ('value' in every.from) return ofValue(every.from);
    if (plainName(every.from.text) !== '') return factExpr(figureFact(places, every.from, like));
  }
  if (standing.against !== null) return factExpr(figureFact(places, standing.against, like));
  if (every.threshold !== null) return ofValue(every.threshold);
  const said = lead ?? standing.full;
  if (said !== null) {
    const { from, to } = said.between;
    if (from !== null && to !== null && from.value.value.eq(to.value.value)) return ofValue(from.value);
    // ">0, each point over": the lead names where counting starts; "≤100% full": counting starts where full points end.
    const end = lead !== null ? (side === 'above' ? (from ?? to) : (to ?? from)) : side === 'above' ? to : from;
    return end === null ? null : ofValue(end.value);
  }
  if (standing.threshold !== null) return ofValue(standing.threshold);
  if (ofCompletion) return numberExpr(ONE, 'percent');
  return factExpr({ kind: like.kind, role: 'target', name: '', unit: '', span: [0, 0] });
}

function pointRule(
  places: Places,
  every: Every,
  step: StatedValue,
  effect: 'deduct' | 'award',
  lead: Measured | null,
  leadName: Name | null,
  standing: DeductionContext,
  cap: Points | null,
  span: Span,
): Criterion | null {
  const side = every.side ?? 'above';
  const rate = step.as === 'pp' || step.as === 'percent';
  const name = leadName ?? (every.side === null ? every.before : null) ?? standing.operand;
  const like = { kind: rate ? ('rate' as const) : ('number' as const), unit: rate ? '' : step.unit };
  const measuredName = every.side === 'both' && name !== null ? { ...name, text: plainName(name.text) } : name;
  const of = lead !== null ? lead.of : factExpr(figureFact(places, measuredName, like));
  if (standing.full !== null && lead === null && leadName === null && every.before === null) {
    // the figure is the one that earned full points
    const expr = standing.full.of;
    const from = thresholdExpr(every, side, null, standing, rate, places, false);
    return from === null
      ? null
      : { kind: 'per-point', of: expr, from, step: step.value, side, effect, each: every.consequence.amount!.points, cap, span };
  }
  const from =
    every.side === null
      ? numberExpr(new Dec(0))
      : every.side === 'both' &&
          every.from === null &&
          every.threshold === null &&
          lead === null &&
          standing.full === null &&
          measuredName !== null
        ? numberExpr(new Dec(0))
        : thresholdExpr(every, side, lead, standing, rate, places, of.op === 'fact' && of.ref.role === 'own' && of.ref.name === '完成率');
  return from === null
    ? null
    : { kind: 'per-point', of, from, step: step.value, side, effect, each: every.consequence.amount!.points, cap, span };
}

const SIDE_WORD = { above: '超过', below: '少', both: '相差' } as const;

/** null where the statement does not hold together. */
export function everyRule(
  places: Places,
  reading: Reading & { is: 'every' },
  lead: Measured | null,
  leadName: Name | null,
  standing: DeductionContext,
): Criterion | null {
  const { every } = reading;
  const span = spanOf(places, reading.from, reading.to);
  const { verb, amount } = every.consequence;
  const effect = verb === 'deduct' ? 'deduct' : verb === 'award' || verb === 'worth' ? 'award' : null;
  if (effect === null || amount === null || every.tail.every !== null) return null;
  const cap = every.tail.atMost;
  const { step } = every;
  const measured =
    step !== null &&
    (step.as === 'pp' ||
      step.as === 'percent' ||
      step.as === 'points' ||
      (every.side !== null && every.from !== null && !isCount(every)) ||
      standing.against !== null);
  if (measured) {
    if (amount.upTo !== null) return null;
    return pointRule(places, every, step, effect, lead, leadName, standing, cap, span);
  }
  if (lead !== null || (step !== null && step.as === 'plain')) return null;
  if (every.from !== null && 'value' in every.from) return null;
  const per = step?.value ?? ONE;
  if (per.lte(0)) return null;
  const side = every.side === null ? '' : sideWord(reading);
  const before = `${every.before?.text ?? ''}${side}${every.from === null ? '' : every.from.text}`;
  const said = countedName(before, every.after?.text ?? '');
  const name = /^(?:酌情|视情|视情况|视情节|根据情况)$/.test(said) ? '' : said;
  const from = (every.before ?? every.after)?.from ?? reading.from;
  const to = (every.after ?? every.before)?.to ?? reading.to;
  const leading = leadName !== null && (name === '' || every.side !== null) ? plainName(leadName.text) : '';
  const counted = { name: `${leading}${name}`, unit: step?.unit ?? '', per, from: from > to ? reading.from : from, to };
  return occurrence(places, counted, effect, amount.points, amount.upTo, cap, span);
}

/** 「每少完成一项」 counts; 「每超平均年龄1岁」 measures against something. */
function isCount(every: Every): boolean {
  const words = every.from === null || 'value' in every.from ? '' : plainName(every.from.text);
  return every.side === 'below'
    ? roleOf(words) !== 'target' && !/(?:标准|平均|均值|目标|规定|计划)/.test(words)
    : !/(?:标准|平均|均值|目标|规定|计划|上年|去年)/.test(words) && roleOf(words) !== 'target';
}

function sideWord(reading: Reading & { is: 'every' }): string {
  const token = reading.statement.tokens.find(({ kind }) => kind === 'over' || kind === 'under' || kind === 'off');
  return token?.text ?? SIDE_WORD.above;
}

/** 「缺一项扣0.5分」 counts; 「逾期扣1分」 once. null: neither. */
export function onceRule(places: Places, reading: Reading & { is: 'once' }): Criterion | null {
  const { conditions, amount, effect, tail, otherwise } = reading;
  const span = spanOf(places, reading.from, reading.to);
  if (conditions === null || otherwise) return null;
  const { terms } = conditions;
  // 「…的，…的，各扣1分」: as many as hold, which 「once」 is not.
  if (terms.length > 1 && reading.statement.tokens.some(({ kind, text }) => kind === 'deduct' && /各|均|分别/.test(text))) return null;
  const last = terms[terms.length - 1]!;
  const first = terms[0]!;
  if (terms.some((term) => term.against !== null) || terms.slice(0, -1).some((term) => term.between !== null)) return null;
  const cap = tail.atMost;
  const before = terms.slice(0, -1).map((term) => term.name!.text);
  const quantity = last.between?.bare === true ? last.between.from!.value : null;
  const from = first.name?.from ?? reading.from;
  const to = last.name?.to ?? first.name?.to ?? reading.to;
  const signed = last.between !== null && !last.between.bare ? countedOver(reading) : null;
  if (tail.every !== null && last.between === null && last.name !== null) {
    return occurrence(
      places,
      { name: countedName('', last.name.text), unit: tail.every.unit, per: tail.every.value, from, to },
      effect,
      amount.points,
      amount.upTo,
      cap,
      span,
    );
  }
  if (tail.every !== null) return null;
  if (signed !== null)
    return occurrence(
      places,
      { name: `${plainName([...before, last.name?.text ?? ''].join(''))}${signed.word}`, unit: signed.value.unit, per: ONE, from, to },
      effect,
      amount.points,
      amount.upTo,
      cap,
      span,
    );
  if (quantity !== null) {
    if (quantity.as !== 'quantity' || !quantity.value.eq(ONE)) return null;
    const name = countedName('', [...before, last.name?.text ?? ''].join(''));
    return occurrence(places, { name, unit: quantity.unit, per: ONE, from, to }, effect, amount.points, amount.upTo, cap, span);
  }
  if (last.between !== null || last.name === null) return null;
  const counted = last.name.counted;
  if (
    counted !== null &&
    counted.value.as === 'quantity' &&
    counted.value.value.eq(ONE) &&
    /^[一1]|(?:^|[一1])(?:缺|少|发现|出现|有|发生|存在|迟|逾|晚|漏|未)/.test(plainName(last.name.text))
  ) {
    return occurrence(
      places,
      { name: countedName('', counted.rest), unit: counted.value.unit, per: ONE, from, to },
      effect,
      amount.points,
      amount.upTo,
      cap,
      span,
    );
  }
  if (effect === 'award') return null;
  const name = plainName(terms.map((term) => term.name!.text).join(','));
  const of: FactRef = { kind: 'count', role: 'named', name, unit: '', span: spanOf(places, from, to) };
  return { kind: 'per-occurrence', effect, each: amount.points, eachTo: amount.upTo, per: ONE, once: true, cap, of, span };
}

/** 「少1次扣5分」 「超1天扣0.5分」: one more counts again. */
function countedOver(reading: Reading & { is: 'once' }): { word: string; value: StatedValue } | null {
  const tokens = reading.statement.tokens;
  const at = tokens.findIndex(({ kind }) => kind === 'over' || kind === 'under');
  const next = tokens[at + 1];
  const short = at >= 0 && ['超', '少', '差', '超过'].includes(tokens[at]!.text);
  if (!short || next?.kind !== 'qty' || !next.value!.eq(ONE) || tokens[at + 2]?.kind === 'above') return null;
  return { word: tokens[at]!.text, value: { value: next.value!, as: 'quantity', unit: next.unit ?? '' } };
}
