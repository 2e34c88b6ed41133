/** Columns of 审核结果. Widths in characters: together they fill an A4 page across at about nine tenths of full size. */
export const COL = {
  number: 0,
  place: 1,
  check: 2,
  indicator: 3,
  sentence: 4,
  actual: 5,
  expected: 6,
  arithmetic: 7,
  basis: 8,
  reply: 9,
} as const;
export const WIDTHS: readonly number[] = [5, 13, 13, 16, 44, 10, 10, 19, 22, 10];
export const LAST = WIDTHS.length - 1;
