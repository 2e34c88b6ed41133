import { ITEM_KEYS, PERIODS } from '../keys';
import { itemNameOf, itemsIn, parseItemFormula } from '../item-formula';
import type { Path } from '../problems';
import type { TreePlace, Reader } from '../reader';
import type { DataItem } from '../types';

interface Placed {
  readonly item: DataItem;
  readonly path: Path;
}

function itemOf(place: TreePlace, reader: Reader): Placed | null {
  const entries = reader.map(place, ITEM_KEYS);
  if (entries === null) return null;
  const name = reader.words(reader.required(entries, 'name', ITEM_KEYS.name));
  const text = reader.words(entries.get('formula')) ?? '';
  const formula = text === '' ? null : parseItemFormula(text);
  const path = entries.get('formula')?.path ?? place.path;
  if (text !== '' && formula === null) reader.report('formula-unreadable', path, text);
  if (name === null) return null;
  return {
    item: {
      name,
      synonyms: reader.wordList(entries.get('synonyms')),
      period: reader.word(entries.get('period'), PERIODS) ?? 'this',
      basis: reader.words(entries.get('basis')),
      unit: reader.words(entries.get('unit')),
      formula,
      formulaText: text,
    },
    path,
  };
}

/** 数据项. Names in formulas must be items of this file or of the one it overlays. */
export function dataItemsAt(place: TreePlace | null, known: readonly DataItem[], reader: Reader): readonly DataItem[] {
  const placed = reader
    .list(place)
    .map((one) => itemOf(one, reader))
    .filter((one) => one !== null);
  const byName = new Map<string, DataItem>([...known, ...placed.map((one) => one.item)].map((item) => [itemNameOf(item.name), item]));
  for (const { item, path } of placed) {
    if (item.formula === null) continue;
    const foreign = itemsIn(item.formula).filter((name) => !byName.has(name));
    for (const name of foreign) reader.report('formula-unknown-item', path, name, [item.name]);
    if (foreign.length === 0 && circular(item, byName, [])) reader.report('formula-circular', path, item.name);
  }
  return placed.map((one) => one.item);
}

function circular(item: DataItem, byName: ReadonlyMap<string, DataItem>, above: readonly string[]): boolean {
  if (above.includes(item.name)) return true;
  if (item.formula === null) return false;
  return itemsIn(item.formula).some((name) => {
    const inner = byName.get(name);
    return inner !== undefined && circular(inner, byName, [...above, item.name]);
  });
}
