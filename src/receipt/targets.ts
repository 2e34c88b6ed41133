import type { TargetComparison, TargetDifference, TargetLine, TargetTable } from '../approved';
import { FIELD_NAMES } from '../comparison';
import type { ComparedRowJson, ComparedTableJson, ComparisonJson, ComparisonSideJson } from './comparison-types';
import { CONTRACT } from './types';

const sideJson = ({ sheet, range, unit, project, year, code }: TargetTable): ComparisonSideJson => ({
  sheet,
  table: range,
  unit,
  project,
  year,
  total: null,
  grade: null,
  code,
});

const STATES: Readonly<Record<TargetDifference['state'], ComparedRowJson['state']>> = {
  changed: 'changed',
  blank: 'changed',
  unclear: 'changed',
  added: 'added',
  removed: 'removed',
};

function valueOf(line: TargetLine | null): number | string | null {
  const target = line?.target ?? null;
  if (target === null) return null;
  return target.kind === 'number' && target.comparator === null && target.number !== null ? Number(target.number) : target.shown;
}

function rowJson({ state, name, lines, meaning }: TargetDifference): ComparedRowJson {
  const [before, after] = lines;
  return {
    indicator: name,
    kind: 'row',
    state: STATES[state],
    severity: state === 'unclear' ? 'info' : 'advisory',
    changes: [
      {
        field: 'target',
        name: FIELD_NAMES.target,
        before: valueOf(before),
        after: valueOf(after),
        shown: [before?.target?.shown ?? null, after?.target?.shown ?? null],
        cells: [before === null ? null : (before.targetAt ?? before.nameAt), after === null ? null : (after.targetAt ?? after.nameAt)],
        meaning,
      },
    ],
  };
}

function tableJson([approved, now, comparison]: ComparedTargets): ComparedTableJson {
  return {
    before: sideJson(approved),
    after: sideJson(now),
    same: comparison.same,
    scoresDiffer: false,
    rows: comparison.differences.map(rowJson),
    findings: [],
  };
}

type ComparedTargets = readonly [TargetTable, TargetTable, Extract<TargetComparison, { readonly compared: true }>];

/** Score tables of one file against approved goals of another, as the contract writes them. `before`, `after`: the paths as given. */
export function targetsJson(before: string, after: string, tables: readonly ComparedTargets[]): ComparisonJson {
  return { contract: CONTRACT, is: 'comparison', before, after, as: 'target', status: 'ok', tables: tables.map(tableJson) };
}
