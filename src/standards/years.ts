import type { Standard } from './types';

/** 「2016—2020」, 「2021起」: when a standard holds. */
export function yearsText({ from, until }: Pick<Standard, 'from' | 'until'>): string {
  if (from === null && until === null) return '年度不限';
  if (until === null) return `${from!}起`;
  return from === null ? `${until}止` : `${from}—${until}`;
}
