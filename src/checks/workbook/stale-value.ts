import { statedSums, type StatedSum } from '../support/totals';
import { plainSumAt, readPoints, type Slot } from '../../score-table';
import { type Addr, addrKey, compareAddr, Dec, type StaleCell } from '../../workbook';
import { accused, TABLE } from '../support/accused';
import { WORKBOOK_SOUNDNESS } from '../support/basis';
import type { Check, CheckContext } from '../types';

export interface StaleValue {
  readonly cell: Addr;
  /** The stated sum in the cell; null where it is another cell. */
  readonly label: string | null;
  /** old: another result is stored · missing: none is · unknown: none is to be had, it uses something we cannot work out. */
  readonly how: 'old' | 'missing' | 'unknown';
  readonly stored: Dec | string | null;
  readonly value: Dec | string | null;
  /** How many formulas of the table are so. */
  readonly count: number;
}

interface Stale extends StaleCell {
  readonly slot: Slot<unknown>;
}

/** The results of formulas are judged as they come to; that the stored ones are others is said once. */
export const staleValue: Check<StaleValue> = {
  code: 'stale-value',
  title: '公式结果未更新',
  headline: '公式结果未更新',
  severities: ['advisory', 'info'],
  basis: WORKBOOK_SOUNDNESS,
  needs: [],
  explain: {
    looksFor:
      '审核要用到的公式，保存的结果与按表中现有数据重新计算的结果是否一致；没有保存结果的，只作参考。审核一律按重新计算的结果进行。',
    howToFix: '在表格软件中重新计算（按 F9）并保存后再报送。',
  },
  *run(context) {
    const all = staleCells(context);
    if (all.length === 0) return;
    const unknown = all.filter(({ value }) => value === null);
    const old = all.filter(({ stored }) => stored !== null);
    const kind = unknown.length > 0 ? 'unknown' : old.length > 0 ? 'old' : 'missing';
    const those = kind === 'unknown' ? unknown : kind === 'old' ? old : all;
    const sums = sumsIn(context);
    const worst =
      those.find(({ at }) => sums.get(addrKey(at))?.kind === 'total') ?? those.find(({ at }) => sums.has(addrKey(at))) ?? those[0]!;
    const sum = sums.get(addrKey(worst.at));
    const [stored, value] = [plain(worst, worst.stored), plain(worst, worst.value)];
    yield {
      severity: kind === 'missing' ? 'info' : 'advisory',
      accused: sum?.accused ?? accused(`${TABLE} stale`, 'file'),
      cell: worst.at,
      related: all.filter((one) => one !== worst).map(({ at }) => at),
      indicator: null,
      data: { cell: worst.at, label: sum?.label ?? null, how: kind, stored, value, count: all.length },
      actual: stored,
      expected: value,
      ...(kind === 'old' && plainSumAt(context.book, worst.at) !== null
        ? { fix: { cell: worst.at, to: { formula: `=${context.book.sheets[worst.at.sheet]!.at(worst.at.row, worst.at.col)!.formula!}` } } }
        : {}),
    };
  },
  message({ cell, label, how, stored, value, count }, words) {
    const place = label === null ? words.cell(cell) : `${words.name(label)} ${words.cell(cell)}`;
    const many = count > 1 ? `等${count}处` : '';
    if (how === 'missing') return `${place} ${many}公式没有保存计算结果，本次按公式计算的结果审核。请用 Excel 或 WPS 打开、保存后再报送。`;
    if (how === 'unknown')
      return `${place} ${many}公式没有可用的计算结果，本程序也不能计算，与其有关的内容没有审核。请用 Excel 或 WPS 打开、重新计算并保存后再审核。`;
    const said = (one: Dec | string | null): string => (one instanceof Dec ? words.number(one) : `「${one ?? ''}」`);
    const others = count > 1 ? `，另有${count - 1}处公式的结果也未更新，本次均按重新计算的结果审核` : '';
    return `${place} 保存的公式结果为${said(stored)}，按表中现有数据重新计算为${said(value)}${others}。请在表格软件中重新计算（按 F9）并保存。`;
  },
};

function plain({ slot }: Stale, value: Dec | string | boolean | null): Dec | string | null {
  if (value instanceof Dec) return readPoints(slot as Slot<Dec>, value);
  return value === null ? null : String(value);
}

/** Stale cells that this table's audit uses, in reading order. */
function staleCells({ scoreTable, stale, first, doubted }: CheckContext): readonly Stale[] {
  if (stale.length === 0) return [];
  const slots = new Map<string, Slot<unknown>>();
  const use = (slot: Slot<unknown> | null | undefined): void => void (slot != null && slots.set(addrKey(slot.at), slot));
  for (const row of scoreTable.rows)
    for (const slot of [row.weight, row.target, row.actual, row.completion, row.coefficient, row.itemScore, row.reason, ...row.scores])
      use(slot);
  for (const one of [...scoreTable.groups, ...scoreTable.totals]) for (const slot of [one.weight, ...one.scores]) use(slot);
  for (const row of scoreTable.funding?.rows ?? [])
    for (const slot of [row.initial, row.budget, row.arrived, row.executed, row.weight, row.rate, row.score]) use(slot);
  use(scoreTable.grade);
  if (first) for (const figure of scoreTable.data) use(figure.value);
  const own = stale.flatMap((one): Stale[] => {
    const slot = slots.get(addrKey(one.at));
    return slot === undefined || one.error !== null || doubted(one.at) ? [] : [{ ...one, slot }];
  });
  return own.sort((a, b) => compareAddr(a.at, b.at));
}

/** The sums of the table by their cell, totals before subtotals. */
function sumsIn(context: CheckContext): ReadonlyMap<string, StatedSum> {
  const sums = [...statedSums(context, 'subtotal'), ...statedSums(context, 'total')];
  return new Map(sums.map((one) => [addrKey(one.slot.at), one]));
}
