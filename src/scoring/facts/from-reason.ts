/** Rates, amounts and counts stated in the row's explanation: 「控制率103%」 「发现2项」 「迟报3天」. Two that differ are none. */
import type { FactRef } from '../../criteria';
import { Dec, normal } from '../../workbook';
import { endsInDenial, type Slot } from '../../score-table';
import { sameUnit, yuanPer } from './amounts';
import type { KnownFact } from './known';
import { labelOf } from './labels';

type TextSlot = Pick<Slot<unknown>, 'raw' | 'at' | 'state'>;

const QUOTES = /["'“”‘’「」『』《》]/g;
/** Between a name and its figure: nothing that makes another measure of it, or a target. */
const BETWEEN =
  '(?:\\([^()]{0,12}\\)|调查结果|测评结果|调查|测评|结果|实际|完成|最终|年末|全年|值|均|已|约|共|计|为|是|达到?|了|有|[:=,])*';
/** 「=46÷50=92%」: what comes out last counts. */
const WORKED = '(?:[-\\d.,+*×xX/÷()%万元]+=)*';
const FIGURE = '(-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|-?\\d+(?:\\.\\d+)?)';
const UNIT = '(亿元|百万元|万元|千元|元|个工作日|工作日|平方米|[%例项个次处起天日月年人户件份家台辆笔条种名宗])?';
/** A shorter name counts only where nothing stands before it that could belong to it. */
const FREE = /(?:^|[^一-龥]|我局|我单位|本单位|本部门|单位|年度?|的|为|实际|及|和|与|中)$/;
const SHORTEST = 3;
const ANOTHER_YEAR = /(?:上年|去年|上一年|以前年度|往年)度?[^,;。]{0,8}$/;

/** The reason's text as it is searched; '' where there is none. */
export function reasonText(slot: TextSlot | undefined): string {
  return slot === undefined || slot.state === 'blank' || slot.state === 'error' || typeof slot.raw !== 'string'
    ? ''
    : normal(slot.raw).replace(QUOTES, '');
}

/** A rate, an amount or a count by one of its names, or a count by its unit; undefined where the text does not say, or says two things. */
export function fromReason(slot: TextSlot | undefined, ref: FactRef, names: readonly string[], alone: boolean): KnownFact | undefined {
  const text = reasonText(slot);
  if (text === '' || slot === undefined) return undefined;
  const value =
    ref.kind === 'count'
      ? (countIn(text, ref, alone) ?? (NOT_COUNTING.test(text) ? undefined : named(text, ref, names)))
      : ref.kind === 'rate' || ref.kind === 'number'
        ? named(text, ref, names)
        : undefined;
  if (value === undefined) return undefined;
  return { value: value.value, from: 'reason', cells: [slot.at], money: value.money };
}

interface Stated {
  readonly value: Dec;
  readonly money: KnownFact['money'];
}

function agreed(found: readonly Stated[]): Stated | undefined {
  const [first] = found;
  return first !== undefined && found.every((one) => one.value.eq(first.value) && one.money === first.money) ? first : undefined;
}

function named(text: string, ref: FactRef, names: readonly string[]): Stated | undefined {
  for (const name of names) {
    const full = name.replace(QUOTES, '');
    const { words, period } = labelOf(full);
    if (period !== 'this' || words.length < 2) continue;
    // 「已完成项数3项，项数4项」: where the name stands alone, what it ends another name with does not count.
    for (const free of [true, false]) {
      const whole = [...new Set([full, words])].flatMap((form) => statedAfter(text, form, ref, free));
      if (whole.length > 0) return agreed(whole);
    }
    for (let from = 1; full.length - from >= SHORTEST; from += 1) {
      if (endsInDenial(full.slice(0, from))) continue;
      const part = statedAfter(text, full.slice(from), ref, true);
      if (part.length > 0) return agreed(part);
    }
  }
  return undefined;
}

/** 「20%以内」 「约5%左右」: a bound, not the figure. */
const BOUND = /^(?:以内|以下|之内|内|以上|及以上|左右|上下|范围|的?目标|的?要求|的?标准)/;

function statedAfter(text: string, name: string, ref: FactRef, free: boolean): Stated[] {
  const found: Stated[] = [];
  const pattern = new RegExp(`${escaped(name)}(?:总额|金额|数|额)?${BETWEEN}${WORKED}${FIGURE}${UNIT}`, 'g');
  for (const match of text.matchAll(pattern)) {
    const before = text.slice(0, match.index);
    if (
      endsInDenial(before) ||
      (free && !FREE.test(before)) ||
      ANOTHER_YEAR.test(before) ||
      BOUND.test(text.slice(match.index + match[0].length))
    )
      continue;
    const stated = asked(new Dec(match[1]!.replace(/,/g, '')), match[2] ?? '', ref);
    if (stated !== undefined) found.push(stated);
  }
  return found;
}

/** The figure as the fact is asked for: a rate needs its %, an amount its unit. */
function asked(value: Dec, unit: string, ref: FactRef): Stated | undefined {
  if (ref.kind === 'rate') return unit === '%' ? { value: value.div(100), money: '' } : undefined;
  if (unit === '%') return undefined;
  if (ref.kind === 'count')
    return value.isInteger() && !value.isNegative() && (unit === '' || ref.unit === '' || sameUnit(unit, ref.unit))
      ? { value, money: '' }
      : undefined;
  const [own, due] = [yuanPer(unit), yuanPer(ref.unit)];
  if (own !== null) return { value: value.times(own).div(due ?? 1), money: '元' };
  if (due !== null) return undefined;
  if (unit !== '' && ref.unit !== '' && !sameUnit(unit, ref.unit)) return undefined;
  return { value, money: unit === '' ? null : '' };
}

const NUMERALS: Readonly<Record<string, number>> = { 零: 0, 一: 1, 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 };
const HAPPENED =
  '(?:发现|查出|出现|发生|存在|缺少?|少|漏|迟报|晚报|迟交|逾期|滞后|延迟|延期|超期|超时|推迟|未[^,;。\\d]{0,8}|没有[^,;。\\d]{0,8}|不[^,;。\\d]{0,8}|投诉|处罚|通报|共计?|总计|合计|计)';
const COUNTED = new RegExp(
  `(${HAPPENED}[^,;。\\d]{0,12}?)(\\d+|[零一两二三四五六七八九十])(?:个)?(工作日|[例项个次处起天日月年人户件份家笔条种名宗])`,
  'g',
);
/** The rule quoted, or another year. */
const QUOTED = /(?:每|凡|若|如|上年|去年|以前年度)[^,;。]{0,10}$/;
const NONE =
  /(?:未发现|未发生|未出现|没有发现|没有发生|没有出现|不存在|均无|无)(?:任何|有)?([^,;。]{0,14}?)(?:问题|情况|情形|现象|行为|投诉|处罚|事故|案例)/;
const SHORTFALL = /扣(?:除|减)?\d|[1-9]\d{0,9}(?:例|项|个|次|处|起|件)(?:问题|不)|但(?:是)?|仍有|尚有/;

/** It happened, and it does not count. */
const NOT_COUNTING = /无效|不属实|未查实|查无实据|不成立|不构成|不属于|不作为|不予认定|已撤销/;
/** 「通报表扬2次」 is no 「通报」 of what points are taken off for. */
const PRAISE = /表扬|表彰|嘉奖|奖励|获奖|肯定/;
/** Words that count anything, the good as well. */
const NEUTRAL = /^(?:投诉|处罚|通报|共计?|总计|合计|计)/;
const COUNT = /(?:(?<!\d)\d+|[一两二三四五六七八九十])(?:个)?(?:工作日|[例项个次处起天日月年人户件份家笔条种名宗])/g;
/** Words that make fewer of what they stand before. */
const QUALIFIERS = /有效|重大|较大|特大|严重|属实|成立|查实|责任|违规|违纪|违法/g;

/** The clause counts what the name means, not something wider: 「投诉3起」 is no 「有效投诉」. */
function asQualified(clause: string, name: string): boolean {
  return (name.match(QUALIFIERS) ?? []).every((word) => clause.includes(word));
}

function countIn(text: string, ref: FactRef, alone: boolean): Stated | undefined {
  if (NOT_COUNTING.test(text)) return undefined;
  const found: { readonly value: Dec; readonly clause: string; readonly neutral: boolean }[] = [];
  for (const match of text.matchAll(COUNTED)) {
    if (QUOTED.test(text.slice(0, match.index)) || !unitFits(match[3]!, ref.unit)) continue;
    const value = NUMERALS[match[2]!] ?? Number(match[2]!);
    const clause = clauseAround(text, match.index);
    // 「2个项目延期1个月」: how often was it?
    if ((clause.match(COUNT) ?? []).length > 1) return undefined;
    if (PRAISE.test(clause) && !PRAISE.test(ref.name)) return undefined;
    if (asQualified(clause, ref.name)) found.push({ value: new Dec(value), clause, neutral: NEUTRAL.test(match[1]!) });
  }
  const own = found.filter((one) => shares(one.clause, ref.name));
  const chosen = own.length > 0 ? own : alone && found.every((one) => !one.neutral) ? found : [];
  if (chosen.length > 0) return agreed(chosen.map((one) => ({ value: one.value, money: '' })));
  const none = found.length === 0 ? NONE.exec(text) : null;
  if (none === null || SHORTFALL.test(text)) return undefined;
  return alone || shares(none[0], ref.name) ? { value: new Dec(0), money: '' } : undefined;
}

function unitFits(unit: string, wanted: string): boolean {
  return wanted === ''
    ? /[例项个次处起件]/.test(unit)
    : sameUnit(unit, wanted) || (/^[例项个次处起件]$/.test(unit) && /^[例项个次处起件]$/.test(wanted));
}

function clauseAround(text: string, at: number): string {
  const from = Math.max(...[',', ';', '。'].map((mark) => text.lastIndexOf(mark, at))) + 1;
  const ends = [',', ';', '。'].map((mark) => text.indexOf(mark, at)).filter((end) => end >= 0);
  return text.slice(from, ends.length === 0 ? undefined : Math.min(...ends));
}

/** Two letters in a row of the name stand in the clause; words that fit anything do not count. */
function shares(clause: string, name: string): boolean {
  const plain = name.replace(/发现|出现|发生|存在|不符合|要求|规定|情况|问题|[的了每一]/g, '');
  for (let at = 0; at + 2 <= plain.length; at += 1) if (clause.includes(plain.slice(at, at + 2))) return true;
  return false;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
