/** Score tables against approved 绩效目标, whatever files either stands in. */
import { compareTargets, pairTargets, type TargetComparison, type TargetTable } from '../approved';
import { notComparedJson } from './comparison';
import type { ComparisonJson } from './comparison-types';
import { targetsJson } from './targets';

/** What one file came to. */
export interface TargetFile {
  /** As it was given. */
  readonly file: string;
  /** Named by itself, not met in a folder: then it is said that it holds nothing. */
  readonly named: boolean;
  /** null: no workbook; a sentence: why it cannot be read. */
  readonly tables: readonly TargetTable[] | string | null;
}

interface Placed extends TargetTable {
  readonly file: string;
}

const NO_GOALS_IN = '没有找到绩效目标表：要有指标名称（一级、二级、三级指标）和指标值两栏。';
const NO_SHEETS_IN = '没有找到评分表。';

/** 「项目「培训经费」（某局，项目编码 5101…）：没有找到这个项目批复的绩效目标。」 */
function leftOut({ project, unit, code, sheet }: TargetTable, why: string): string {
  const name = project !== null ? `项目「${project}」` : unit !== null ? `「${unit}」` : `工作表「${sheet}」`;
  const beside = [...(project !== null && unit !== null ? [unit] : []), ...(code === null ? [] : [`项目编码 ${code}`])].join('，');
  return `${name}${beside === '' ? '' : `（${beside}）`}：${why.replace(/。$/, '')}。`;
}

const placedIn = (files: readonly TargetFile[]): readonly Placed[] =>
  files.flatMap(({ file, tables }) =>
    Array.isArray(tables) ? (tables as readonly TargetTable[]).map((one): Placed => ({ ...one, file })) : [],
  );

/** Files that could not be read, or named and without any table. */
const refusedIn = (files: readonly TargetFile[], none: string): readonly (readonly [file: string, reason: string])[] =>
  files.flatMap(({ file, named, tables }): readonly (readonly [string, string])[] => {
    if (typeof tables === 'string') return [[file, tables]];
    return named && (tables === null || tables.length === 0) ? [[file, none]] : [];
  });

type Compared = readonly [Placed, Placed, Extract<TargetComparison, { readonly compared: true }>];

/** One object a pair of files, in the order of the score tables; then what has no counterpart; then what could not be read. */
export function heldTargets(approved: readonly TargetFile[], now: readonly TargetFile[]): readonly ComparisonJson[] {
  const { pairs, withoutApproved, withoutTable } = pairTargets(placedIn(approved), placedIn(now));
  const byFiles = new Map<string, { readonly files: readonly [string, string]; readonly compared: Compared[] }>();
  const apart: ComparisonJson[] = [];
  for (const [was, is] of pairs) {
    const comparison = compareTargets(was, is);
    if (!comparison.compared) {
      apart.push(notComparedJson(was.file, is.file, 'unmatched', leftOut(is, comparison.why)));
      continue;
    }
    const key = `${was.file}\n${is.file}`;
    const known = byFiles.get(key) ?? { files: [was.file, is.file], compared: [] };
    byFiles.set(key, known);
    known.compared.push([was, is, comparison]);
  }
  return [
    ...[...byFiles.values()].map(({ files, compared }) => targetsJson(files[0], files[1], compared)),
    ...apart,
    ...withoutApproved.map(([table, why]) => notComparedJson(null, table.file, 'unmatched', leftOut(table, why))),
    ...withoutTable.map(([table, why]) => notComparedJson(table.file, null, 'unmatched', leftOut(table, why))),
    ...refusedIn(approved, NO_GOALS_IN).map(([file, reason]) => notComparedJson(file, null, 'unreadable', reason)),
    ...refusedIn(now, NO_SHEETS_IN).map(([file, reason]) => notComparedJson(null, file, 'unreadable', reason)),
  ];
}
