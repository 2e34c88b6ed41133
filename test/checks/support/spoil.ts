/** One thing spoiled in a sheet that is otherwise right. */
import { goodSheet, type FundingRowSpec, type RowSpec, type SheetSpec } from '../../support/score-table';

/** Row `index` of the good sheet (or of `base`) changed. Rows are 9 to 14 on the good sheet. */
export function withRow(index: number, change: Partial<RowSpec>, base: SheetSpec = goodSheet()): SheetSpec {
  return { ...base, rows: base.rows.map((row, at) => (at === index ? { ...row, ...change } : row)) };
}

/** 年度资金总额 (row 5) changed; `parts` and the rest of the funding table too where given. */
export function withFunding(
  change: Partial<FundingRowSpec>,
  rest: Partial<NonNullable<SheetSpec['funding']>> = {},
  base: SheetSpec = goodSheet(),
): SheetSpec {
  const funding = base.funding!;
  return { ...base, funding: { ...funding, ...rest, total: { ...funding.total, ...change } } };
}

/** The parts of the good sheet's funding table, the first changed. */
export function withPart(change: Partial<FundingRowSpec>, base: SheetSpec = goodSheet()): SheetSpec {
  const [first, ...others] = base.funding!.parts!;
  return { ...base, funding: { ...base.funding!, parts: [{ ...first, ...change }, ...others] } };
}
