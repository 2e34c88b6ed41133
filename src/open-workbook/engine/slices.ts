/**
 * A large answer crosses in pieces: what takes another thread no time to make would hold the page while it is taken in whole. Long lists
 * travel in slices of their own, numbered as they are sent; where they stood a sign says which slices they are.
 */

/** Entries of a list that cross together: a few milliseconds for the page. */
const SLICE = 100;
const SIGN = '\u0000slices';

export interface Slice {
  readonly items: readonly unknown[];
  /** Lists in it were cut as well. */
  readonly deep: boolean;
}

/** The value with its long lists cut out; every slice is sent before what it belongs to. */
export function sliced(value: unknown, send: (piece: Slice) => void): unknown {
  let sent = 0;
  let cuts = 0;
  const cut = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.length > SLICE ? cutList(one) : one.map(cut);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, own]) => [key, cut(own)]));
  };
  const cutList = (list: readonly unknown[]): unknown => {
    const slices: number[] = [];
    for (let from = 0; from < list.length; from += SLICE) {
      const before = cuts;
      const items = list.slice(from, from + SLICE).map(cut);
      send({ items, deep: cuts > before });
      slices.push(sent);
      sent += 1;
    }
    cuts += 1;
    return { [SIGN]: slices };
  };
  return cut(value);
}

/** Puts together what sliced cut, slice by slice as they come. */
export class Slices {
  private readonly slices: (readonly unknown[])[] = [];

  take({ items, deep }: Slice): void {
    this.slices.push(deep ? items.map((one) => this.whole(one)) : items);
  }

  whole(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((one) => this.whole(one));
    if (typeof value !== 'object' || value === null) return value;
    const slices = (value as Record<string, unknown>)[SIGN];
    if (Array.isArray(slices)) return (slices as number[]).flatMap((at) => this.slices[at] ?? []);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.whole(one)]));
  }
}
