import { type Slot, sumOfCells, weightCells, weightedRows } from '../../score-table';
import { type Addr, Dec } from '../../workbook';
import { accused, groupKey, TABLE, totalKey } from '../support/accused';
import { ARITHMETIC } from '../support/basis';
import { fullScoreOf } from '../support/full-score';
import { isWhole, looksComplete, weightsUnsure, weightTreeOf, type ParentWeight } from '../support/weights';
import type { Accused, Check, CheckContext, Raw } from '../types';

export interface WeightTreeData {
  readonly cell: Addr;
  readonly name: string;
  readonly stated: Dec;
  readonly sum: Dec;
  readonly kind: 'group' | 'subtotal' | 'shares';
}

interface Mismatch {
  readonly who: Accused;
  readonly name: string;
  readonly stated: Slot<Dec>;
  readonly sum: Dec;
  readonly related: readonly Addr[];
  readonly kind: WeightTreeData['kind'];
  /** The leaves below, to recognise a subtotal row that repeats a group. */
  readonly leaves: string;
}

export const weightTree: Check<WeightTreeData> = {
  code: 'weight-tree',
  title: '上级指标分值与下级合计',
  headline: '分值与上级不符',
  severities: ['mandatory', 'advisory'],
  basis: ARITHMETIC,
  needs: ['weights', 'groups'],
  explain: {
    looksFor: '上级指标的分值（单独的分值格、小计行，或写在名称里，如「产出指标(50分)」）是否等于其下级指标分值之和。',
    howToFix: '核对上级分值与各下级分值，改正其中填错的一个，使上下级一致。',
  },
  *run(context) {
    const wrong = mismatches(context);
    const explains = wrong.length > 0 && explainsWholeTable(context, wrong);
    for (const one of wrong) yield finding(one, explains);
  },
  message(data, words) {
    const label = data.kind === 'subtotal' ? `${words.name(data.name)}行` : words.name(data.name);
    const n = words.number;
    if (data.kind === 'shares')
      return `${label}（${words.cell(data.cell)}）下级指标的权重合计为${n(data.sum)}%，应为100%。请核对各下级指标的权重。`;
    return `${label}的分值（${words.cell(data.cell)}）为${n(data.stated)}，其下级分值合计为${n(data.sum)}，相差${n(data.stated.minus(data.sum).abs())}。上级分值应等于下级分值之和，请核对后更正。`;
  },
};

function mismatches(context: CheckContext): readonly Mismatch[] {
  const tree = weightTreeOf(context.scoreTable);
  const shares = tree.parents.filter((parent) => tree.holdsShares(parent.group) && parent.sum !== null && !isWhole(parent.sum));
  const wrong = tree.parents.filter(
    (parent) => !tree.holdsShares(parent.group) && parent.sum !== null && !parent.sum.eq(parent.stated.value!) && !unsure(context, parent),
  );
  const groups = wrong.filter((parent) => !explainedBelow(parent, wrong)).map((parent) => ofParent(parent, 'group'));
  const known = new Set(groups.map((one) => one.leaves));
  const rows = tree.multiplicative ? [] : subtotals(context).filter((one) => !known.has(one.leaves));
  return [...shares.filter((parent) => !unsure(context, parent)).map((parent) => ofParent(parent, 'shares')), ...groups, ...rows];
}

function unsure(context: CheckContext, parent: ParentWeight): boolean {
  const short = parent.sum !== null && parent.sum.lt(parent.stated.value!) && !looksComplete(context.scoreTable);
  return short || context.doubted(parent.stated.at) || parent.children.some((child) => context.doubted(child.at));
}

/** The figure of a child is the wrong one where the sum below that child makes this parent right. */
function explainedBelow(parent: ParentWeight, wrong: readonly ParentWeight[]): boolean {
  let sum = parent.sum!;
  for (const child of wrong) if (parent.statedChildren.includes(child.group.id)) sum = sum.minus(child.stated.value!).plus(child.sum!);
  return sum.eq(parent.stated.value!);
}

function ofParent(parent: ParentWeight, kind: 'group' | 'shares'): Mismatch {
  const { group, stated } = parent;
  return {
    who: accused(groupKey(group.id), 'weight'),
    name: group.name.value,
    stated,
    sum: parent.sum!,
    related: parent.children.map((child) => child.at),
    kind,
    leaves: group.rows.join(),
  };
}

function subtotals(context: CheckContext): readonly Mismatch[] {
  const { scoreTable } = context;
  const found: Mismatch[] = [];
  scoreTable.totals.forEach((total, index) => {
    const { weight, covers } = total;
    if (total.kind !== 'subtotal' || covers === null || weight?.value == null || context.doubted(weight.at)) return;
    const cells = weightCells(
      scoreTable,
      covers.map((id) => context.row(id)),
    );
    if (
      cells.length === 0 ||
      cells.some((cell) => cell.slot.value === null && cell.slot.state !== 'placeholder') ||
      cells.some((cell) => context.doubted(cell.slot.at))
    )
      return;
    const sum = sumOfCells(cells);
    if (sum.eq(weight.value) || (sum.lt(weight.value) && !looksComplete(scoreTable))) return;
    const related = cells.map((cell) => cell.slot.at);
    found.push({
      who: accused(totalKey(index), 'weight'),
      name: total.label.value,
      stated: weight,
      sum,
      related,
      kind: 'subtotal',
      leaves: covers.join(),
    });
  });
  return found;
}

/** A wrong leaf makes its parent and the whole wrong by the same amount: then the parent's finding says it all. */
function explainsWholeTable(context: CheckContext, wrong: readonly Mismatch[]): boolean {
  const { scoreTable } = context;
  const full = fullScoreOf(scoreTable);
  if (full === null || weightsUnsure(context)) return false;
  const off = sumOfCells(weightCells(scoreTable, weightedRows(scoreTable))).minus(full);
  const below = wrong.reduce((all, one) => all.plus(one.sum).minus(one.stated.value!), new Dec(0));
  return !off.isZero() && off.eq(below);
}

function finding(one: Mismatch, explains: boolean): Raw<WeightTreeData> {
  const stated = one.stated.value!;
  return {
    severity: 'mandatory',
    accused: one.who,
    accountsFor: explains ? [accused(TABLE, 'weight')] : [],
    cell: one.stated.at,
    related: one.related,
    indicator: one.name,
    data: { cell: one.stated.at, name: one.name, stated, sum: one.sum, kind: one.kind },
    actual: stated,
    expected: one.kind === 'shares' ? new Dec(100) : one.sum,
  };
}
