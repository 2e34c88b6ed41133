/**
 * One name for what a text calls by two: 「预算完成率(R)…R≥90%」, 「设X为控制率」, 「费用偏差率…偏差率超过15%」. Only rates, and only where nothing
 * but the beginning of the name is left out.
 */
import { normal, wordsPattern } from '../workbook';
import names from './data/no-names.json';
import { factKey, factsOf } from './facts';
import { mapped } from './mapped';
import type { Criterion, FactRef, Parsed } from './types';
import { eachRule } from './walk';

const LETTER = /^[A-Z]\d?$/;
const WORDS = '([\\u4e00-\\u9fa5]{2,20})';
const STANDS = wordsPattern(names.standsFor);
const LEADS = new RegExp(`^${wordsPattern(names.leadsName)}`);
const DENIES = new RegExp(`${wordsPattern(names.turnsRound)}$`);
const SHORTEST = 3;

const isRate = ({ kind, role }: FactRef): boolean => kind === 'rate' && role === 'named';

/** What the letter stands for; null where the text does not say, or says two things. */
function spelled(letter: string, text: string): string | null {
  const forms = [`${WORDS}\\(${letter}\\)`, `(?<![A-Za-z])${letter}${STANDS}${WORDS}`, `${WORDS}为${letter}(?![A-Za-z\\d])`];
  const found = forms.flatMap((form) => [...text.matchAll(new RegExp(form, 'g'))].map((match) => match[1]!.replace(LEADS, '')));
  return new Set(found).size === 1 ? found[0]! : null;
}

/** The one longer name, earlier in the text, that ends with this one. */
function longer(ref: FactRef, all: readonly FactRef[]): string | null {
  const found = all.filter(
    ({ name, span }) =>
      name !== ref.name && span[0] < ref.span[0] && name.endsWith(ref.name) && !DENIES.test(name.slice(0, -ref.name.length)),
  );
  return ref.name.length >= SHORTEST && found.length === 1 ? found[0]!.name : null;
}

function hasItems(criterion: Criterion): boolean {
  let found = false;
  eachRule(criterion, (rule) => {
    if (rule.kind === 'sum' && rule.items.length > 1) found = true;
  });
  return found;
}

/** The same reading by its full names. */
export function withFullNames(parsed: Parsed, text: string): Parsed {
  const rates = parsed.facts.filter(isRate);
  if (rates.length === 0 || (rates.length === 1 && !LETTER.test(rates[0]!.name))) return parsed;
  const full = new Map<string, string>();
  // 「①人员占比…②新进人员中人员占比…」: what stands in items of their own may be two things.
  const apart = hasItems(parsed.criterion);
  for (const ref of rates) {
    const name = LETTER.test(ref.name) ? spelled(ref.name, normal(text)) : apart ? null : longer(ref, rates);
    if (name !== null) full.set(factKey(ref), name);
  }
  if (full.size === 0) return parsed;
  const criterion = mapped(parsed.criterion, (part) => {
    if (!isFact(part)) return undefined;
    const name = full.get(factKey(part));
    return name === undefined ? part : { ...part, name };
  });
  return { ...parsed, criterion, facts: factsOf(criterion) };
}

const isFact = (value: object): value is FactRef => 'role' in value && 'name' in value && 'unit' in value;
