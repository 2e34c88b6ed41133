/** Columns of 审核结果. Widths in characters: together they fill an A4 page across at about nine tenths of full size. */
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
} as const;
export const WIDTHS: readonly number[] = [5, 9, 13, 13, 16, 44, 10, 10, 19, 22, 10];
export const LAST = WIDTHS.length - 1;
