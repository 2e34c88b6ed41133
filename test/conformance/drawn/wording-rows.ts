/** Rows whose 评分标准 is one of the pinned wordings, with the figures of one of its examples told in the row as a person would. */
import { parseCriterion, type FactRef } from '../../../src/criteria';
import { Dec } from '../../../src/workbook/decimal';
import { LATER, ROW_RULES } from '../../criteria/wordings/row-rules';
import publicTexts from '../../criteria/wordings/public-texts.json';
import publicLater from '../../criteria/wordings/public-texts-later.json';
import type { Example, FactText, PublicText, Wording } from '../../criteria/wordings/format';
import type { Random } from '../random';
import type { Row } from './rows';

export interface Told {
  readonly text: string;
  readonly weight: number;
  /** What a person worked out by hand. */
  readonly score: number;
  /** Any other score that may stand there as well. */
  readonly allowed: readonly number[];
  readonly between: readonly [number, number] | null;
  readonly reason: string;
}

/** Every pinned wording: row rules, later ones, public texts. */
const ALL: readonly (Wording | PublicText)[] = [
  ...ROW_RULES,
  ...LATER,
  ...(publicTexts as unknown as readonly PublicText[]),
  ...(publicLater as unknown as readonly PublicText[]),
];

export const WORDINGS = ALL.length;

/** 「预算执行率为95%」 「发现2例不符合要求」; null for what cannot be told so. */
function said(ref: FactRef, value: FactText, row: string): string | null {
  if (value === null || typeof value === 'boolean') return null;
  const name = ref.name === '' ? row : ref.name;
  if (ref.kind === 'rate') return value.endsWith('%') ? `${name}为${value}` : null;
  if (ref.kind === 'count') return value === '0' ? `未发现${name}` : `发现${value}${ref.unit === '' ? '例' : ref.unit}${name}`;
  if (ref.kind === 'number' && !value.endsWith('%')) return `${name}为${value}${ref.unit}`;
  return null;
}

function reasonOf(text: string, { facts }: Example, row: string): string | null {
  const refs = parseCriterion(text).facts;
  const list = Array.isArray(facts) ? (facts as readonly FactText[]) : null;
  const told = list === null || list.length !== refs.length ? null : refs.map((ref, n) => said(ref, list[n]!, row));
  // What the reader does not ask for is told all the same, in general words.
  return told === null || told.length === 0 || told.some((one) => one === null) ? null : `${told.join('，')}。`;
}

/** One wording with one of its examples; null where none can be told in a row. `n` is the number of the wording. */
export function toldWording(n: number, r: Random, row: string): Told | null {
  const { text, weight, examples } = ALL[n]!;
  const fit = examples.flatMap((one) => {
    const reason = one.scores?.length === 1 && one.treatment === undefined ? reasonOf(text, one, row) : null;
    return reason === null ? [] : [{ one, reason }];
  });
  if (fit.length === 0) return null;
  const { one, reason } = r.pick(fit);
  return {
    text,
    weight: Number(weight),
    score: Number(one.scores![0]),
    allowed: [...one.scores!, ...(one.may ?? [])].map(Number),
    between: one.range === undefined ? null : [Number(one.range[0]), Number(one.range[1])],
    reason,
  };
}

export function rowOf(told: Told, name: string): Row {
  return {
    name,
    level: 'whole',
    second: '',
    kind: 'wording',
    target: '',
    symbol: '',
    unit: '',
    actual: '',
    figures: null,
    criterion: told.text.replace(/\s*\n\s*/g, ''),
    weight: told.weight,
    score: told.score,
    reason: told.reason,
    determined: false,
  };
}

/** A score that no reading allows; null where every one of those tried may be right. */
export function wrongScore({ weight, allowed, between }: Told, r: Random): number | null {
  const tried = r.shuffled([
    0,
    weight,
    new Dec(weight).div(2).toNumber(),
    new Dec(weight).minus('0.5').toNumber(),
    new Dec(weight).minus(1).toNumber(),
  ]);
  const wrong = tried.filter(
    (one) =>
      one >= 0 && allowed.every((score) => Math.abs(score - one) > 0.3) && (between === null || one < between[0] || one > between[1]),
  );
  return wrong[0] ?? null;
}
