/** Columns of 审核结果. Widths in characters; printed, they fit an A4 page across. */
export const COL = {
  number: 0,
  id: 1,
  place: 2,
  check: 3,
  indicator: 4,
  sentence: 5,
  actual: 6,
  expected: 7,
  arithmetic: 8,
  basis: 9,
  reply: 10,
  text: 11,
  department: 12,
  finance: 13,
  facts: 14,
} as const;
export const WIDTHS: readonly number[] = [5, 9, 12, 13, 15, 42, 10, 10, 17, 20, 11, 34, 14, 14, 8];
export const LAST = WIDTHS.length - 1;
