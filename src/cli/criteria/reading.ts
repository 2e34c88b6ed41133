/** One 评分标准 as it is understood: part by part, what is not read, several readings, and its score for facts that are told. */
import {
  arithmeticText,
  criterionPoints,
  DEFAULT_SWITCHES,
  describeCriterion,
  evaluate,
  factKey,
  fitsWeight,
  parseCriterion,
  rulePartsOf,
  type Criterion,
  type FactRef,
  type Given,
  type Outcome,
  type Parsed,
} from '../../criteria';
import type { Dec } from '../../workbook';
import { factName, readingText } from '../../words';

export interface PartJson {
  readonly text: string;
  readonly says: string;
}

export interface ReadingJson {
  readonly reading: string;
  readonly says: string;
  readonly parts: readonly PartJson[];
}

export interface ScoreJson {
  readonly is: Outcome['is'];
  readonly scores: readonly { readonly score: number; readonly arithmetic: string | null; readonly reading: string }[];
  readonly from: number | null;
  readonly to: number | null;
  readonly treatment: string | null;
  readonly missing: readonly string[];
}

/** The JSON of `jihe criteria --format json`. */
export interface CriterionReading {
  readonly text: string;
  readonly points: number | null;
  readonly understood: Parsed['understood'];
  readonly kind: Criterion['kind'];
  /** The points its own words can reach, where they say so; false where that is not the 分值 given. */
  readonly reaches: number | null;
  readonly fits: boolean;
  /** One where it is read in one way; none where nothing is read. */
  readonly readings: readonly ReadingJson[];
  readonly unread: readonly string[];
  readonly facts: readonly { readonly name: string; readonly kind: FactRef['kind']; readonly unit: string }[];
  readonly score: ScoreJson | null;
}

function readingOf(text: string, name: string, rule: Criterion): ReadingJson {
  const parts = rulePartsOf(rule).map(({ span: [from, to], says }) => ({ text: text.slice(from, to), says }));
  return { reading: name, says: describeCriterion(rule), parts };
}

function readingsOf(text: string, { criterion, understood }: Parsed): readonly ReadingJson[] {
  if (understood === 'none' || criterion.kind === 'opaque') return [];
  const all = criterion.kind === 'readings' ? criterion.of : [{ reading: '', rule: criterion }];
  return all.map(({ reading, rule }) => readingOf(text, readingText(reading), rule));
}

/** What is said of the score; `points` is the 分值. */
function scoreOf({ criterion }: Parsed, points: Dec | null, given: ReadonlyMap<string, Given>): ScoreJson {
  const outcome = evaluate(criterion, { weight: points, fact: (ref) => given.get(factKey(ref)), switches: DEFAULT_SWITCHES });
  const missing = outcome.missing.map(factName);
  const none: ScoreJson = { is: outcome.is, scores: [], from: null, to: null, treatment: null, missing };
  switch (outcome.is) {
    case 'exact':
      return {
        ...none,
        scores: [{ score: outcome.score.toNumber(), arithmetic: arithmeticText(outcome.arithmetic, outcome.score), reading: '' }],
      };
    case 'one-of':
      return { ...none, scores: outcome.scores.map((score) => scoreBy(score, outcome.readings)) };
    case 'range':
      return { ...none, from: outcome.from.toNumber(), to: outcome.to.toNumber() };
    case 'not-applicable':
      return { ...none, treatment: outcome.treatment };
    case 'unknown':
      return none;
  }
}

function scoreBy(score: Dec, readings: Extract<Outcome, { is: 'one-of' }>['readings']): ScoreJson['scores'][number] {
  const by = readings.find((one) => one.score.eq(score));
  return {
    score: score.toNumber(),
    arithmetic: by === undefined ? null : arithmeticText(by.arithmetic, score),
    reading: readingText(by?.reading ?? ''),
  };
}

/** `given`: the facts by their key. No score where nothing was read, or where its points are not the 分值. */
export function criterionReading(text: string, points: Dec | null, given: ReadonlyMap<string, Given>): CriterionReading {
  const parsed = parseCriterion(text);
  const fits = fitsWeight(parsed.criterion, points);
  const reaches = parsed.understood === 'none' ? null : criterionPoints(parsed.criterion);
  const trusted = parsed.understood !== 'none' && parsed.flaws === undefined && fits;
  return {
    text,
    points: points?.toNumber() ?? null,
    understood: parsed.understood,
    kind: parsed.criterion.kind,
    reaches: reaches?.toNumber() ?? null,
    fits,
    readings: readingsOf(text, parsed),
    unread: parsed.opaque.map(([from, to]) => text.slice(from, to)),
    facts: parsed.facts.map((ref) => ({ name: factName(ref), kind: ref.kind, unit: ref.unit })),
    score: trusted ? scoreOf(parsed, points, given) : null,
  };
}
