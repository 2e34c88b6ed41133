/** One share of a large folder, so that many machines may each take one: file k of the walk goes to share k mod n + 1. */

export interface Shard {
  /** 1 to `of`. */
  readonly part: number;
  readonly of: number;
}

/** Far more than any job system starts at once. */
export const MOST_SHARDS = 100_000;

/** 「2/8」. null: it is not written so, or the share is none of them. */
export function shardFrom(text: string): Shard | null {
  const [, part, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const shard = { part: Number(part), of: Number(of) };
  return part !== undefined && shard.part >= 1 && shard.part <= shard.of && shard.of <= MOST_SHARDS ? shard : null;
}

/** What falls to a share, in order. */
export function inShard<T>(all: readonly T[], { part, of }: Shard): readonly T[] {
  return all.filter((_, at) => at % of === part - 1);
}

/** Place in the whole walk of the share's `index`-th file, both from 0. */
export const walkPlace = (index: number, { part, of }: Shard): number => index * of + part - 1;
