/** Items (①, 1.) and what stands before and behind them, as one rule. */
import type { ClauseItem } from './clauses';
import { combine, type Combined } from './combine';
import { plainName, spanOf, type Places } from './naming';
import { tellsWhatHappened } from './impostors';
import { readingOf, type Reading } from './readings';
import { scaleOf } from './scales';
import { FULL, NO_POINTS } from './tables';
import type { Dec } from '../../workbook';
import type { Criterion, Points, Span } from '../types';

export interface Together extends Combined {
  /** Whether anything was understood. */
  readonly understood: boolean;
}

interface Read {
  readonly mark: boolean;
  readonly readings: readonly Reading[];
}

/** More than any form has. */
const MOST_ITEMS = 60;
const ALL_OF_THEM = /^(?:以上|上述|前述|其中|任一|每缺|每少|缺一|少一|每有一|每发现|每出现|每项|没有|否则|缺少|无|全部|均)/;

function startText(reading: Reading): string {
  return reading.statement.tokens
    .slice(0, 3)
    .map((token) => token.text)
    .join('');
}

const isScoring = (reading: Reading): boolean => reading.is !== 'background' && reading.is !== 'threshold';

function namesOnly(reading: Reading): boolean {
  return (
    reading.is === 'arm' &&
    reading.conditions !== null &&
    reading.conditions.terms.every((term) => term.between === null && term.against === null)
  );
}

/** 「…的，本项不得分」. */
function isVeto(reading: Reading): boolean {
  return (
    reading.is === 'arm' &&
    reading.statement.tokens.some(({ kind, text }) => kind === 'no-score' && /本项|该项|此项|指标|整项|一票/.test(text)) &&
    /^(?:发现|出现|存在|如|若|凡|有)/.test(startText(reading))
  );
}

/** 「涉密单位不公开的得满分」 behind items that have points of their own. */
function isAside(reading: Reading): boolean {
  return (
    reading.is === 'arm' &&
    reading.conditions !== null &&
    'points' in reading.award &&
    'share' in reading.award.points &&
    reading.award.points.share.eq(1)
  );
}

/** Statements of the last item that speak of all items: behind a full stop or a line. */
function splitTrailing(items: Read[]): readonly Reading[] {
  const last = items[items.length - 1];
  if (last === undefined || !last.mark) return [];
  const { readings } = last;
  const first = readings.findIndex(isScoring);
  for (let at = 1; at < readings.length; at += 1) {
    const before = readings[at - 1]!.statement.last;
    const parted = before === 'stop' || before === 'line';
    const general = ALL_OF_THEM.test(startText(readings[at]!)) || readings[at]!.is === 'exempt' || isAside(readings[at]!);
    if (isVeto(readings[at]!) && at > first) {
      items[items.length - 1] = { mark: true, readings: readings.slice(0, at) };
      return readings.slice(at);
    }
    if (parted && readings[at]!.is !== 'total' && (general || (first >= at && isScoring(readings[at]!)))) {
      items[items.length - 1] = { mark: true, readings: readings.slice(0, at) };
      return readings.slice(at);
    }
  }
  return [];
}

function absolute(points: Points | null): points is { readonly points: Dec } {
  return points !== null && 'points' in points;
}

/** A rule as an item: the points it is worth and what becomes of them. */
function asItem(criterion: Criterion): { points: Points | null; rule: Criterion } {
  if (criterion.kind === 'sum' && criterion.items.length === 1) return criterion.items[0]!;
  if (criterion.kind === 'award' && absolute(criterion.points) && absolute(criterion.otherwise) && criterion.otherwise.points.isZero()) {
    return { points: criterion.points, rule: { ...criterion, points: FULL, otherwise: NO_POINTS } };
  }
  if (criterion.kind === 'steps' || criterion.kind === 'choose') {
    const all = criterion.arms.map((arm) => arm.award);
    if (all.every(absolute))
      return {
        points: all.reduce((most, one) => ('points' in one && 'points' in most && one.points.gt(most.points) ? one : most)),
        rule: criterion,
      };
  }
  return { points: null, rule: criterion };
}

function spanOfReadings(places: Places, readings: readonly Reading[]): Span {
  return readings.length === 0 ? [0, 0] : spanOf(places, readings[0]!.from, readings[readings.length - 1]!.to);
}

/** 「3.督查指导…工作。（25分）」: words and what they are worth. */
function bareItem(places: Places, readings: readonly Reading[], span: Span): Criterion | null {
  const total = readings.find((reading) => reading.is === 'total');
  const said = readings.find((reading) => reading.is === 'background');
  if (total?.is !== 'total' || said === undefined || readings.filter(isScoring).length > 1) return null;
  const name = plainName(said.statement.tokens.map(({ text }) => text).join(''));
  return {
    kind: 'award',
    when: { kind: 'holds', of: { kind: 'yes', role: 'named', name, unit: '', span: spanOf(places, said.from, said.to) } },
    points: total.points,
    otherwise: NO_POINTS,
    span,
  };
}

/** Items worth points of their own add up. */
function addedUp(places: Places, items: readonly Read[], outer: readonly Reading[], span: Span): Combined | null {
  const added: { points: Points | null; rule: Criterion }[] = [];
  const rules: Criterion[] = [];
  const opaque: Reading[] = [];
  for (const item of items) {
    if (!item.readings.some(isScoring)) continue;
    const itemSpan = spanOfReadings(places, item.readings);
    const combined = combine(places, item.readings, itemSpan);
    opaque.push(...combined.opaque);
    const rule = combined.criterion ?? bareItem(places, item.readings, itemSpan);
    if (rule === null) continue;
    if ((rule.kind === 'per-occurrence' || rule.kind === 'per-point') && rule.effect === 'deduct') rules.push(rule);
    else if (rule.kind === 'deductions' || rule.kind === 'exempt' || rule.kind === 'veto') return null;
    else added.push(asItem(rule));
  }
  if (added.length === 0 || added.length > MOST_ITEMS) return null;
  const sum: Criterion = { kind: 'sum', items: added, span };
  return around(places, rules.length === 0 ? sum : { kind: 'deductions', rules: [sum, ...rules], span }, added, outer, opaque, span);
}

/** Every item has the same points, and so has «每缺一项扣1分»: said twice. */
function saysAgain(criterion: Criterion, items: readonly { points: Points | null }[]): boolean {
  if (criterion.kind !== 'per-occurrence' || !absolute(criterion.each) || criterion.eachTo !== null || criterion.cap !== null) return false;
  const each = criterion.each.points;
  return items.every(({ points }) => absolute(points) && points.points.eq(each));
}

/** The sum with what is said of all of it. */
function around(
  places: Places,
  sum: Criterion,
  items: readonly { points: Points | null; rule: Criterion }[],
  outer: readonly Reading[],
  opaque: readonly Reading[],
  span: Span,
): Combined {
  const said = outer.filter(isScoring);
  const elses = said.filter((reading) => reading.is === 'arm' && isGenericZero(reading));
  const rest = said.filter((reading) => !elses.includes(reading));
  if (rest.length === 0) return { criterion: sum, opaque };
  const combined = combine(places, rest, span);
  const rule = combined.criterion;
  const allOpaque = [...opaque, ...combined.opaque];
  if (rule === null) return { criterion: sum, opaque: allOpaque };
  if (combined.opaque.length === 0) {
    if (saysAgain(rule, items)) return { criterion: sum, opaque };
    if (rule.kind === 'veto' && rule.rule.kind === 'fixed') return { criterion: { ...rule, rule: sum }, opaque };
    if (rule.kind === 'exempt' && rule.rule.kind === 'discretion') return { criterion: { ...rule, rule: sum }, opaque };
    if (rule.kind === 'award' && 'share' in rule.points && rule.points.share.eq(1)) {
      if (rest.length === 1 && /^(?:以上|全部|均|都|符合|满足|达到|上述|完全)/.test(startText(rest[0]!))) return { criterion: sum, opaque };
      return { criterion: { kind: 'exempt', when: rule.when, policy: 'full', rule: sum, span }, opaque };
    }
    if (rule.kind === 'limit' && rule.rule.kind === 'discretion') return { criterion: { ...rule, rule: sum }, opaque };
  }
  const unread = rest.filter((reading) => !combined.opaque.includes(reading));
  return { criterion: { kind: 'opaque', span }, opaque: [...allOpaque, ...unread] };
}

const GENERIC_ZERO = /^(?:没有|没有的|无|否|未|缺|缺少|无的|未提供|不符合|不符合要求|没有则|均无|没|反之|不是|否则)$/;

function isGenericZero(reading: Reading & { is: 'arm' }): boolean {
  const { award, conditions, otherwise } = reading;
  const zero = 'points' in award && 'points' in award.points && award.points.points.isZero();
  if (!zero) return false;
  if (conditions === null) return otherwise;
  return conditions.terms.length === 1 && GENERIC_ZERO.test((conditions.terms[0]!.name?.text ?? '').replace(/的$/, ''));
}

/** Levels, where nothing else in the text gives points. */
function scaleIn(places: Places & { readonly text: string }, items: readonly ClauseItem[]): Criterion | null {
  const filled = items.filter((item) =>
    item.statements.some(({ form, tokens }) => form !== 'background' || tokens.some(({ kind }) => kind === 'pct' || kind === 'num')),
  );
  return filled.length === 1
    ? scaleOf(
        places,
        filled[0]!.statements.flatMap((statement) => statement.tokens),
      )
    : null;
}

/** Points with conditions, and deductions from them. */
function standsAlone(item: Read): boolean {
  return (
    item.readings.some((reading) => reading.is === 'arm' && !reading.otherwise) &&
    item.readings.some((reading) => reading.is === 'every' || (reading.is === 'once' && reading.effect === 'deduct'))
  );
}

export function together(places: Places & { readonly text: string }, items: readonly ClauseItem[], span: Span): Together {
  const scale = scaleIn(places, items);
  if (scale !== null) return { criterion: scale, opaque: [], understood: true };
  const read: Read[] = items.map((item) => ({ mark: item.mark !== null, readings: item.statements.map(readingOf) }));
  const first = read[0]!;
  // 「…1分2、…1分3、…」: the first item has lost its mark.
  if (
    !first.mark &&
    first.readings.length > 0 &&
    first.readings.every((reading) => !isScoring(reading) || namesOnly(reading)) &&
    first.readings.some(namesOnly) &&
    /^[(]?[2二]/.test(items[1]?.mark?.text ?? '')
  )
    read[0] = { ...first, mark: true };
  const marked = read.filter((item) => item.mark);
  const isSum =
    marked.filter((item) => item.readings.some((reading) => namesOnly(reading))).length >= 2 || marked.filter(standsAlone).length >= 2;
  const all = read.flatMap((item) => item.readings);
  let combined: Combined | null = null;
  if (isSum) {
    const inner = [...marked];
    const trailing = splitTrailing(inner);
    combined = addedUp(places, inner, [...read.filter((item) => !item.mark).flatMap((item) => item.readings), ...trailing], span);
  }
  combined ??= combine(places, all, span);
  if (tellsWhatHappened(all)) return { criterion: null, opaque: [], understood: false };
  return {
    ...combined,
    understood:
      combined.criterion !== null &&
      (combined.criterion.kind !== 'opaque' || all.some((reading) => isScoring(reading) && !combined.opaque.includes(reading))),
  };
}
