import { Dec } from '../workbook';

/** The same tree with some of its parts put otherwise: `other` gives what stands instead, undefined where it goes on inside. Figures stay whole. */
export function mapped<T>(tree: T, other: (part: object) => object | undefined): T {
  if (typeof tree !== 'object' || tree === null || tree instanceof Dec) return tree;
  if (Array.isArray(tree)) return tree.map((one: unknown) => mapped(one, other)) as T;
  const instead = other(tree);
  if (instead !== undefined) return instead as T;
  return Object.fromEntries(Object.entries(tree).map(([name, part]) => [name, mapped(part as unknown, other)])) as T;
}
