import type { Criterion, FactRef } from './types';
import { eachFact } from './walk';

/** Own facts that are not the row's measure itself (see FactRef.role). */
const FIXED_NAMES = new Set(['完成率', '正向指标', '达到指标值']);

/**
 * Equal exactly where two refs mean the same fact. The row's own measure is one whatever it is called; a count and a yes
 * of the same words are two questions, and so are 天 and 工作日.
 */
export function factKey(ref: FactRef): string {
  return `${ref.kind} ${ref.role} ${ref.unit} ${ref.role === 'own' && !FIXED_NAMES.has(ref.name) ? '' : ref.name}`;
}

const byPlace = (a: FactRef, b: FactRef): number => a.span[0] - b.span[0] || a.span[1] - b.span[1];

/** Each fact once, where it is named first. */
export function inOrderOfText(refs: Iterable<FactRef>): FactRef[] {
  const first = new Map<string, FactRef>();
  for (const ref of refs) {
    const key = factKey(ref);
    const before = first.get(key);
    if (before === undefined || byPlace(ref, before) < 0) first.set(key, ref);
  }
  return [...first.values()].sort(byPlace);
}

/** What a criterion speaks of, each fact once, in the order of the text. */
export function factsOf(criterion: Criterion): FactRef[] {
  const refs: FactRef[] = [];
  eachFact(criterion, (ref) => refs.push(ref));
  return inOrderOfText(refs);
}
