/** 「P≥90%得5分，P＜90%得分=P/90%×5」: a letter that is a rate in one place is one in the formula too, and is asked for once. */
import { factsOf } from '../facts';
import { mapped } from '../mapped';
import type { Criterion, FactRef } from '../types';

const isRef = (part: object): part is FactRef => 'kind' in part && 'role' in part && 'name' in part && 'unit' in part;

export function withOneKind(criterion: Criterion): Criterion {
  const facts = factsOf(criterion).filter(({ role, name }) => role === 'named' && name !== '');
  const rates = new Set(facts.flatMap(({ kind, name }) => (kind === 'rate' ? [name] : [])));
  const isPlain = ({ kind, role, name, unit }: FactRef): boolean => kind === 'number' && role === 'named' && unit === '' && rates.has(name);
  if (!facts.some(isPlain)) return criterion;
  return mapped(criterion, (part) => (isRef(part) && isPlain(part) ? { ...part, kind: 'rate' as const } : undefined));
}
