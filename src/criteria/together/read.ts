/**
 * Two readers side by side. Where both read a text whole and mean the same, that; where they differ and the text does not decide, both
 * are admissible, so that nobody is accused but by both; where one alone reads it, that one.
 */
import { flawsOf } from '../flaws';
import { oncePerKey, wordsPattern } from '../../workbook';
import { factsOf } from '../facts';
import { withFullNames } from '../full-names';
import { formerReading, nothing } from '../former/parse';
import sayings from '../reading/data/sayings.json';
import { ofWhatWasDone } from '../measured';
import { readCriterion, type Reading } from '../reading/read';
import { tellsOutright } from '../reading/told';
import type { Criterion, Parsed } from '../types';
import { contradicts } from './contradicts';
import { decided } from './decided';
import { withOneName } from './one-name';
import { allowsAll, sameRule } from './same-rule';

function whole(criterion: Criterion): Parsed {
  return { criterion, understood: 'whole', opaque: [], facts: factsOf(criterion) };
}

type OneReading = Extract<Criterion, { kind: 'readings' }>['of'][number];

/** The readings a rule is made of; a rule that is sure is one. */
const readingsOf = (rule: Criterion, name: string): readonly OneReading[] =>
  rule.kind === 'readings' ? rule.of : [{ reading: name, rule }];

/**
 * The former's rule where the later allows no more, or could not decide and has it among its own; else all that either allows, each
 * reading once.
 */
function bothOf(former: Criterion, later: Criterion): Criterion {
  const ours = readingsOf(former, 'reader-1');
  const theirs = readingsOf(later, 'reader-2');
  const others = theirs.filter(({ rule }) => !ours.some((one) => sameRule(one.rule, rule)));
  const isAmong = ours.length === 1 && others.length < theirs.length;
  return others.length === 0 || isAmong || allowsAll(former, later)
    ? former
    : { kind: 'readings', of: [...ours, ...others], span: former.span };
}

/** Where one of them alone may stand; null where both do. */
function one(former: Parsed, { parsed: later, cover }: Reading, text: string): Parsed | null {
  const isWrong = contradicts(former.criterion, cover?.clauses ?? []);
  if (later.understood !== 'whole') return isWrong ? nothing(text, true) : former;
  return isWrong || former.understood !== 'whole' ? later : null;
}

function together(former: Parsed, reading: Reading, text: string): Parsed {
  const { parsed: later, cover, normal, shape } = reading;
  if (tellsOutright(normal)) return nothing(text, true);
  const alone = one(former, reading, text);
  if (alone !== null) return alone;
  const rules = withOneName({ former: former.criterion, later: later.criterion });
  if (sameRule(rules.former, rules.later)) return rules.former === former.criterion ? former : whole(rules.former);
  const rule = decided(rules, cover?.clauses ?? [], shape) ?? bothOf(rules.former, rules.later);
  return rule === former.criterion ? former : whole(rule);
}

/** Without one of these a text gives no points: the cheap first look. */
const SPEAKS_OF_POINTS = new RegExp(wordsPattern(sayings.points));

function measured(said: Parsed, text: string): Parsed {
  const parsed = withFullNames(said, text);
  if (!parsed.facts.some(({ role }) => role === 'target')) return parsed;
  const criterion = ofWhatWasDone(parsed.criterion);
  return { ...parsed, criterion, facts: factsOf(criterion) };
}

/** Names are looked at once more, for they were made full and joined since: 「召开会议少」 is no number of meetings. */
function checked(parsed: Parsed): Parsed {
  if (parsed.understood !== 'whole' || parsed.flaws !== undefined) return parsed;
  return flawsOf(parsed.criterion).includes('misnamed') ? { ...parsed, understood: 'part', flaws: ['misnamed'] } : parsed;
}

/** As parseCriterion, without memory. Our own failure is told, never thrown. */
export function parseAfresh(text: string): Parsed {
  try {
    const former = measured(formerReading(text), text);
    if (!SPEAKS_OF_POINTS.test(text)) return former;
    const reading = readCriterion(text);
    return checked(together(former, { ...reading, parsed: measured(reading.parsed, text) }, text));
  } catch (error) {
    return { ...nothing(text, true), failed: error instanceof Error ? error.message : String(error) };
  }
}

/** Units share a form: the same text comes again in every workbook of a batch. Bounded; the answer depends on the text alone. */
export const parseCriterion: (text: string) => Parsed = oncePerKey(parseAfresh);
