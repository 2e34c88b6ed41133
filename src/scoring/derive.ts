import { executionWeight, type IndicatorRow, type RowId, saidDecimals, scoredRows, type ScoreTable } from '../score-table';
/** What the rules say each scored row's score is. */
import { type CriteriaSwitches, type Criterion, DEFAULT_SWITCHES, evaluate, fitsWeight, type Outcome, parseCriterion } from '../criteria';
import { DEFAULT_PARAMETERS } from '../standards';
import { addrKey, Dec, oncePerKey, oncePerObject } from '../workbook';
import { inSaidDecimals } from './exact';
import { lookupFor } from './facts/lookup';
import type { DeriveOptions } from './options';
import { admissibleOf, collapsed } from './outcome';
import { shownScore } from './shown';
import { generalRule } from './rules/general';
import { noteRule, sharedCriteria, sheetRule } from './rules/sheet';
import type { Derivation, Rule, WhyUnknown } from './types';

export type Derivations = ReadonlyMap<RowId, Derivation>;

/** Nothing is known of the row's score, and why. */
export function unknownDerivation(why: WhyUnknown, rule: Rule | null = null): Derivation {
  return { admissible: { is: 'unknown', why }, rule, facts: [], missing: [], near: [] };
}

/** A derivation for each row that is scored: indicators, the execution row, 加分/扣分 rows. Pure but for `failed`. */
export function deriveAll(scoreTable: ScoreTable, options: DeriveOptions = {}): Derivations {
  const derivations = new Map<RowId, Derivation>();
  for (const row of scoredRows(scoreTable)) derivations.set(row.id, guarded(scoreTable, row, options));
  return derivations;
}

function guarded(scoreTable: ScoreTable, row: IndicatorRow, options: DeriveOptions): Derivation {
  try {
    return derive(scoreTable, row, options);
  } catch (error) {
    if (options.failed === undefined) throw error;
    options.failed(row, error);
    return unknownDerivation('not-understood');
  }
}

/** One row's derivation: by the rule that stands highest, and by the footnote's beside it where there is one. */
export function derive(scoreTable: ScoreTable, row: IndicatorRow, options: DeriveOptions = {}): Derivation {
  const above = standardRule(row, options, ['template', 'chosen', 'official']);
  const own = sheetRule(scoreTable, row);
  const note = noteRule(scoreTable, row);
  const rule = above ?? own ?? note;
  if (rule === null) return byGeneralRule(scoreTable, row, options);
  if (isShared(scoreTable, row, rule)) return unknownDerivation('shared', rule);
  const derivation = byRule(scoreTable, row, rule, options);
  if (rule === own && note !== null && disagree(derivation, byRule(scoreTable, row, note, options)))
    return { ...derivation, admissible: { is: 'unknown', why: 'rules-disagree' } };
  return derivation;
}

function byGeneralRule(scoreTable: ScoreTable, row: IndicatorRow, options: DeriveOptions): Derivation {
  if (row.applies === false) return unknownDerivation('not-applicable');
  const general = generalRule(scoreTable, row, options.qualitativeBands ?? DEFAULT_PARAMETERS.qualitativeBands.value);
  if ('why' in general) {
    const reconstructed = standardRule(row, options, ['reconstructed']);
    if (reconstructed === null) return unknownDerivation(general.why);
    return byRule(scoreTable, row, reconstructed, options);
  }
  return isShared(scoreTable, row, general.rule)
    ? unknownDerivation('shared', general.rule)
    : byRule(scoreTable, row, general.rule, options);
}

function standardRule(row: IndicatorRow, options: DeriveOptions, from: readonly Rule['from'][]): Rule | null {
  const rule = options.standardRule?.(row) ?? null;
  return rule === null || !from.includes(rule.from)
    ? null
    : { from: rule.from, text: rule.text, parsed: parseCriterion(rule.text), basis: rule.basis };
}

/** What a criterion allows when none of its facts is known depends on the 分值 alone; the same text comes in every form of a batch. */
const unfilled = oncePerObject((switches: CriteriaSwitches) =>
  oncePerObject((criterion: Criterion) => {
    const byWeight = oncePerKey((weight: string) =>
      evaluate(criterion, { weight: weight === '' ? null : new Dec(weight), fact: () => undefined, switches }),
    );
    return (weight: Dec | null): Outcome => byWeight(weight === null ? '' : weight.toString());
  }),
);

function byRule(scoreTable: ScoreTable, row: IndicatorRow, rule: Rule, options: DeriveOptions): Derivation {
  const { criterion, facts, failed } = rule.parsed;
  if (failed !== undefined) throw new Error(failed);
  const weight = weightOf(scoreTable, row);
  const distrusted = distrust(rule, weight);
  if (distrusted !== null) return unknownDerivation(distrusted, rule);
  const lookup = lookupFor(scoreTable, row, facts, criterion, options);
  const switches = options.switches ?? DEFAULT_SWITCHES;
  const nothingKnown = facts.every((ref) => lookup.fact(ref) === undefined);
  const outcome = nothingKnown
    ? unfilled(switches)(criterion)(weight)
    : evaluate(criterion, { weight, fact: (ref) => lookup.fact(ref), switches });
  const said = collapsed(admissibleOf(outcome, rule, weight), (score) => shownScore(scoreTable, score));
  const admissible = unlessNoRate(inSaidDecimals(said, saidDecimals(rule.text)), row);
  return { admissible, rule, facts: lookup.used(), missing: outcome.missing, near: lookup.near(outcome.missing) };
}

/** A reading is checked before anything is said by it: its tables are in order, and the best it can give is the 分值. */
function distrust({ parsed }: Rule, weight: Dec | null): WhyUnknown | null {
  if (parsed.flaws !== undefined) return 'not-understood';
  return fitsWeight(parsed.criterion, weight) ? null : 'points-differ';
}

function weightOf(scoreTable: ScoreTable, row: IndicatorRow): Dec | null {
  if (row.role === 'execution') return executionWeight(scoreTable, DEFAULT_PARAMETERS.fullScore.value);
  return row.role === 'bonus' ? null : (row.weight?.value ?? null);
}

/** The execution row lacks nothing but its amounts. */
function unlessNoRate(admissible: Derivation['admissible'], row: IndicatorRow): Derivation['admissible'] {
  return row.role === 'execution' && admissible.is === 'unknown' && admissible.why === 'facts-missing'
    ? { is: 'unknown', why: 'no-rate' }
    : admissible;
}

function disagree(one: Derivation, other: Derivation): boolean {
  const [a, b] = [exactOf(one), exactOf(other)];
  return a !== null && b !== null && !a.eq(b);
}

function exactOf({ admissible }: Derivation): Dec | null {
  return admissible.is === 'exact' ? admissible.score : null;
}

/** The indicators that lie in another row's score or 分值 cell, by that row. */
const sharersOf = oncePerObject((scoreTable: ScoreTable): ReadonlyMap<RowId, readonly IndicatorRow[]> => {
  const sharers = new Map<RowId, IndicatorRow[]>();
  for (const row of scoreTable.rows) {
    if (row.shares === undefined || row.role !== 'indicator') continue;
    const known = sharers.get(row.shares);
    if (known === undefined) sharers.set(row.shares, [row]);
    else known.push(row);
  }
  return sharers;
});

/** One score cell over several rows, or one criterion that gives points to several rows together. */
function isShared(scoreTable: ScoreTable, row: IndicatorRow, rule: Rule): boolean {
  if (row.shares !== undefined) return true;
  const others = sharersOf(scoreTable).get(row.id) ?? [];
  if (
    others.some(
      (one) =>
        one.target?.value != null ||
        (one.criterion?.value != null && (row.criterion === undefined || addrKey(one.criterion.at) !== addrKey(row.criterion.at))),
    )
  )
    return true;
  return (
    rule.at !== undefined && sharedCriteria(scoreTable).has(addrKey(rule.at)) && others.length === 0 && /\d(?:\.\d+)?分/.test(rule.text)
  );
}
