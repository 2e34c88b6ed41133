/** Which faults are tried: drawn by a seed, evenly over the rooms. */

/** A repeatable sequence of numbers in [0, 1) (mulberry32). */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

/** `count` of them, as many of each group as of any other while they last; in a group each is as likely as the next. */
export function drawn(all, groupOf, count, next) {
  const groups = Map.groupBy === undefined ? grouped(all, groupOf) : Map.groupBy(all, groupOf);
  const rest = [...groups.values()].map((one) => [...one]);
  const taken = [];
  while (taken.length < count && rest.some((one) => one.length > 0))
    for (const group of rest)
      if (group.length > 0 && taken.length < count) taken.push(...group.splice(Math.floor(next() * group.length), 1));
  return taken;
}

function grouped(all, groupOf) {
  const groups = new Map();
  for (const one of all) groups.set(groupOf(one), [...(groups.get(groupOf(one)) ?? []), one]);
  return groups;
}
