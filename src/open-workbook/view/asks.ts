/** What a rule needs and the sheet does not tell, as questions the pane can put. */
import { type Criterion, eachRule, factKey, type FactRef, type Points } from '../../criteria';
import type { IndicatorRow } from '../../score-table';
import type { Derivation } from '../../scoring';
import type { Dec } from '../../workbook';
import type { Answers } from '../answers';
import type { AskView } from './types';

const DEFAULT_LABELS: Readonly<Record<FactRef['kind'], string>> = {
  rate: '比率',
  number: '数值',
  count: '次数',
  yes: '是否符合',
  level: '达成等级',
  rank: '名次',
  date: '日期',
};

/** `rowKey`: of the row, see answers. */
export function asksOf(row: IndicatorRow, rowKey: string, derivation: Derivation | undefined, answers: Answers): readonly AskView[] {
  if (derivation === undefined || derivation.rule === null) return [];
  const { criterion } = derivation.rule.parsed;
  const answeredRefs = derivation.facts.filter((fact) => fact.from === 'answer').map((fact) => fact.ref);
  const refs = new Map([...derivation.missing, ...answeredRefs].map((ref) => [factKey(ref), ref]));
  const ordered = [...refs].sort((a, b) => a[1].span[0] - b[1].span[0]);
  const given = answers[rowKey] ?? {};
  return ordered.flatMap(([key, ref]): AskView[] => {
    // A target or a 完成值 belongs into its own cell.
    if (ref.role === 'target' || ref.role === 'actual') return [];
    return [
      {
        key,
        kind: ref.kind,
        label: labelOf(ref),
        unit: ref.kind === 'rate' ? '%' : ref.unit,
        points: itemPoints(criterion, key, row.weight?.value ?? null),
        choices: ref.kind === 'level' ? levelsIn(criterion, key) : [],
        answer: given[key] ?? null,
      },
    ];
  });
}

function labelOf({ kind, name, role }: FactRef): string {
  if (name !== '') return name;
  return role === 'own' && kind !== 'yes' && kind !== 'count' ? '完成值' : DEFAULT_LABELS[kind];
}

/** The points of the item of a list that asks just this. */
function itemPoints(criterion: Criterion, key: string, weight: Dec | null): string | null {
  for (const node of rulesOf(criterion)) {
    if (node.kind !== 'sum') continue;
    for (const { points, rule } of node.items) {
      if (rule.kind !== 'award' || rule.when.kind !== 'holds' || factKey(rule.when.of) !== key) continue;
      const worth = points ?? rule.points;
      const value = pointsValue(worth, weight);
      if (value !== null) return value.toFixed();
    }
  }
  return null;
}

function pointsValue(points: Points, weight: Dec | null): Dec | null {
  if ('points' in points) return points.points;
  return weight === null ? null : points.share.times(weight);
}

function levelsIn(criterion: Criterion, key: string): readonly string[] {
  for (const node of rulesOf(criterion))
    if (node.kind === 'bands' && factKey(node.of) === key) return node.bands.flatMap((band) => band.names.slice(0, 1));
  return [];
}

function rulesOf(criterion: Criterion): readonly Criterion[] {
  const found: Criterion[] = [];
  eachRule(criterion, (rule) => found.push(rule));
  return found;
}
