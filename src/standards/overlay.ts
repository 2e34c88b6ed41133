/** A province on top of the nation, a city on top of its province: what the upper one says wins, the rest stays. */
import { nameKey } from './names';
import type { DataItem, Standard, StandardRow, SwitchName, Switches } from './types';

/** Rows in the lower order; new ones of the upper follow. `moved` is told which row became which. */
function rowsOver(
  lower: readonly StandardRow[],
  upper: readonly StandardRow[],
  moved: (from: StandardRow, to: StandardRow) => void,
): readonly StandardRow[] {
  const left = new Map(upper.map((row) => [nameKey(row.name), row]));
  const merged = lower.map((row) => {
    const key = nameKey(row.name);
    const over = left.get(key);
    if (over === undefined) return row;
    left.delete(key);
    const whole: StandardRow = {
      ...over,
      aliases: [...row.aliases, ...over.aliases],
      weight: [...row.weight, ...over.weight],
      rule: [...row.rule, ...over.rule],
      note: [...row.note, ...over.note],
      from: row.from ?? over.from,
      role: over.role === 'indicator' ? row.role : over.role,
      // Whoever names the indicators of an open class closes it.
      open: over.open || (over.children.length === 0 && row.open),
      children: rowsOver(row.children, over.children, moved),
    };
    moved(over, whole);
    return whole;
  });
  return [...merged, ...left.values()];
}

function switchesOver(lower: Partial<Switches>, upper: Partial<Switches>): Partial<Switches> {
  const names = new Set([...Object.keys(lower), ...Object.keys(upper)] as SwitchName[]);
  // The later in a history wins where two hold: the upper one's come last.
  return Object.fromEntries([...names].map((name) => [name, [...(lower[name] ?? []), ...(upper[name] ?? [])]])) as Partial<Switches>;
}

function itemsOver(lower: readonly DataItem[], upper: readonly DataItem[]): readonly DataItem[] {
  const own = new Set(upper.map((item) => item.name));
  return [...lower.filter((item) => !own.has(item.name)), ...upper];
}

/** `upper` with what it does not say taken from `lower`. */
export function overlaid(
  lower: Standard,
  upper: Standard,
  moved: (from: StandardRow, to: StandardRow) => void = () => undefined,
): Standard {
  return {
    ...upper,
    kind: upper.kind ?? lower.kind,
    rows: rowsOver(lower.rows, upper.rows, moved),
    switches: switchesOver(lower.switches, upper.switches),
    items: itemsOver(lower.items, upper.items),
    notes: [...lower.notes, ...upper.notes],
  };
}
