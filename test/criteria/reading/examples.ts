/** Runs examples of patterns, and tells which patterns and forms stand in the cover that was taken. */
import type { Pattern, PatternExample } from '../../../src/criteria/reading/pattern';
import type { Read } from '../../../src/criteria/reading/chart';
import type { Reading } from '../../../src/criteria/reading/read';
import { compare } from '../wordings/measure';

/** What is wrong with a reading of an example; '' where nothing is. */
export function exampleFault(pattern: Pattern, [text, points, ...cases]: PatternExample, reading: Reading): string {
  if (reading.parsed.understood !== 'whole') return `not read: ${text}`;
  if (!patternsIn(reading).includes(pattern.id)) return `read without ${pattern.id}: ${text}: ${patternsIn(reading).join(' ')}`;
  const wrong = cases.flatMap(([facts, score]) => {
    const { verdict, outcome } = compare(text, points, reading.parsed, { facts, scores: score.split('/') });
    return verdict === 'right' ? [] : [`${JSON.stringify(facts)} gives ${outcome}, not ${score} (${verdict})`];
  });
  return wrong.length === 0 ? '' : `${text}: ${wrong.join('; ')}`;
}

export const patternsIn = (reading: Reading): readonly string[] => reading.cover?.clauses.map(({ pattern }) => pattern) ?? [];

/** 「pattern form」 of every form used, those of phrases included. */
export function formsIn(reading: Reading): readonly string[] {
  const of = (read: Read): readonly string[] =>
    read.form === null ? [] : [`${read.form.pattern.id} » ${read.form.text}`, ...read.parts.flatMap(of)];
  return reading.cover?.reads.flatMap(of) ?? [];
}
