/** Formulas of the form that a sheet replaced by a figure, by another formula, or took out. */
import { cellText } from './cell-text';
import type { TotalRow } from '../../score-table';
import type { Addr } from '../../workbook';
import type { FormChange } from './changes';
import type { FormComparison } from './comparison';
import type { FormFormula } from './form';
import { formulaInSheet, sameFormula } from './formulas';

const NOTHING = { row: null, group: null, above: [], names: [] } as const;
/** A column that lost so many formulas in one way is told once. */
const ONCE_FROM = 3;

export function formulaChanges(one: FormComparison): readonly FormChange[] {
  const found = one.form.formulas.map((formula) => changeOf(one, formula)).filter((change) => change !== null);
  return together(found);
}

function changeOf(one: FormComparison, formula: FormFormula): FormChange | null {
  const { places, scoreTable, book } = one;
  const row = places.row(formula.row);
  if (row === null || isSlot(one, formula.row)) return null;
  const at: Addr = { sheet: scoreTable.table.sheet, row, col: places.col(formula.col) };
  const cell = book.sheets[at.sheet]?.at(at.row, at.col);
  const there = cell?.formula;
  if (there !== undefined && sameFormula(formula.formula, there, places)) return null;
  const was = formulaInSheet(formula.formula, places) ?? formula.formula;
  const is = there !== undefined ? `=${there}` : cellText(cell?.value ?? null);
  const kind = there !== undefined ? 'formula-changed' : is === '' ? 'formula-cleared' : 'formula-typed';
  const line = one.lines.find((other) => other.row?.top === row || other.at.row === row);
  const total = scoreTable.totals.findIndex((other) =>
    [other.weight, ...other.scores].some((slot) => slot?.at.row === at.row && slot.at.col === at.col),
  );
  const name = total >= 0 ? scoreTable.totals[total]!.label.value : (line?.name ?? labelAt(one, row));
  return {
    ...NOTHING,
    kind,
    name,
    at,
    was: `=${was}`,
    is,
    row: line?.row?.id ?? null,
    count: 1,
    related: [],
    total: total < 0 ? null : total,
    column: total < 0 ? null : columnOf(scoreTable.totals[total]!, at),
  };
}

/** Of a total's score columns the one a cell stands in; null for its 分值. */
function columnOf(total: TotalRow, at: Addr): number | null {
  const column = total.scores.findIndex((slot) => slot?.at.row === at.row && slot.at.col === at.col);
  return column < 0 ? null : column;
}

/** Formulas beside slots belong to lines the unit names. */
function isSlot({ form }: FormComparison, row: number): boolean {
  return form.lines.some((line) => line.kind !== 'class' && line.open && line.at.row === row);
}

function labelAt({ scoreTable }: FormComparison, row: number): string | null {
  return scoreTable.funding?.rows.find((one) => one.label.at.row === row)?.label.value ?? null;
}

function together(changes: readonly FormChange[]): readonly FormChange[] {
  const groups = new Map<string, FormChange[]>();
  for (const change of changes) {
    const key = change.total !== null ? `total ${change.at.row},${change.at.col}` : `${change.kind} ${change.at.col}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [change]);
    else group.push(change);
  }
  return [...groups.values()].flatMap((group) => {
    if (group.length < ONCE_FROM) return group;
    return [{ ...group[0]!, name: null, count: group.length, related: group.map((change) => change.at) }];
  });
}
