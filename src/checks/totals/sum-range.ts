import type { Addr } from '../../workbook';
import { ARITHMETIC } from '../support/basis';
import { accusedKey } from '../support/accused';
import { sumFormula } from '../support/fixes';
import { covers, plainSumAt, readsCell, type ScoreCell, scoreCells } from '../../score-table';
import { statedSums, type StatedSum } from '../support/totals';
import type { Check, CheckContext, Raw } from '../types';

export interface SumRange {
  readonly cell: Addr;
  readonly label: string;
  readonly formula: string;
  /** Leaves left out, and leaves counted more than once. */
  readonly left: readonly Leaf[];
  readonly doubled: readonly Leaf[];
}

interface Leaf {
  readonly at: Addr;
  readonly name: string;
}

export const sumRange: Check<SumRange> = {
  code: 'sum-range',
  title: '合计公式的求和范围',
  headline: '合计漏行或重复',
  severities: ['mandatory', 'advisory'],
  basis: ARITHMETIC,
  needs: ['scores'],
  explain: {
    looksFor: '总分或小计的求和公式是否漏加了某一项得分，或把某一项（及其小计）加了两次。只检查单纯相加的公式。',
    howToFix: '调整公式的求和范围，使每项得分正好计算一次。',
  },
  *run(context) {
    const subtotals = statedSums(context, 'subtotal');
    for (const stated of [...subtotals, ...statedSums(context, 'total')]) {
      const raw = judge(context, stated, subtotals);
      if (raw !== null) yield raw;
    }
  },
  message(data, words) {
    const parts = [
      data.left.length === 0 ? '' : `漏加${leaves(data.left, words)}`,
      data.doubled.length === 0 ? '' : `重复计算${leaves(data.doubled, words)}`,
    ].filter((part) => part !== '');
    return `${words.name(data.label)} ${words.cell(data.cell)} 的公式（${data.formula}）${parts.join('，')}。每项得分应正好计算一次，请调整求和范围。`;
  },
};

function leaves(list: readonly Leaf[], words: Parameters<Check['message']>[1]): string {
  return list.length === 1 ? `${words.cell(list[0]!.at)}${words.name(list[0]!.name)}` : words.cells(list.map((leaf) => leaf.at));
}

function judge(context: CheckContext, stated: StatedSum, subtotals: readonly StatedSum[]): Raw<SumRange> | null {
  const { book, scoreTable } = context;
  const { at } = stated.slot;
  const terms = plainSumAt(book, at);
  if (terms === null || context.doubted(at)) return null;
  const cells = scoreCells(scoreTable, stated.rows, stated.column);
  if (cells.some((cell) => context.doubted(cell.slot.at))) return null;
  const counts = new Map<ScoreCell, number>(cells.map((cell) => [cell, 0]));
  const inner = subtotals.filter((one) => one !== stated && one.column === stated.column);
  for (const term of terms) {
    for (const cell of cells) if (covers(term, at.sheet, cell.slot.at, book)) counts.set(cell, counts.get(cell)! + term.sign);
    for (const one of inner) {
      if (!covers(term, at.sheet, one.slot.at, book)) continue;
      for (const cell of cells) if (cell.rows.some((row) => one.rows.includes(row))) counts.set(cell, counts.get(cell)! + term.sign);
    }
  }
  const left = cells.filter((cell) => counts.get(cell)! <= 0 && cell.rows[0]!.role !== 'bonus');
  const doubled = cells.filter((cell) => counts.get(cell)! > 1);
  // A formula that reads none of the scores adds something else, which is not ours to judge here; one that subtracts neither.
  if (left.length + doubled.length === 0 || left.length === cells.length || terms.some((term) => term.sign < 0)) return null;
  return finding(context, stated, left.map(leafOf), doubled.map(leafOf), sumFormula(cells));
}

function leafOf(cell: ScoreCell): Leaf {
  return { at: cell.slot.at, name: cell.rows[0]!.name.value };
}

function finding(
  context: CheckContext,
  stated: StatedSum,
  left: readonly Leaf[],
  doubled: readonly Leaf[],
  formula: string,
): Raw<SumRange> {
  const { at } = stated.slot;
  const written = `=${context.book.sheets[at.sheet]!.at(at.row, at.col)!.formula!}`;
  return {
    severity: 'mandatory',
    accused: stated.accused,
    // A total that adds this subtotal is wrong for no other reason.
    accountsFor: stated.kind === 'subtotal' ? fedSums(context, stated) : [],
    cell: at,
    related: [...left, ...doubled].map((leaf) => leaf.at),
    indicator: stated.kind === 'subtotal' ? stated.label : null,
    data: { cell: at, label: stated.label, formula: written.length > 60 ? `${written.slice(0, 57)}…` : written, left, doubled },
    actual: written,
    expected: formula,
    fix: { cell: at, to: { formula } },
  };
}

/** The totals whose formula reads this sum. */
export function fedSums(context: CheckContext, stated: StatedSum): readonly StatedSum['accused'][] {
  return statedSums(context, 'total')
    .filter((total) => accusedKey(total.accused) !== accusedKey(stated.accused) && readsCell(context.book, total.slot, stated.slot.at))
    .map((total) => total.accused);
}
