/** Formats of cells and rules as the host keeps them: by path, e.g. font.bold. */
import { unmodelled } from './faults';
import { capital, small, type HostObject, type Property } from './host-object';
import type { Json } from './model';

export interface LookStore {
  get(path: string): Json;
  set(path: string, value: Json): void;
}

const FONT = ['bold', 'italic', 'color', 'size', 'name', 'underline'];
const BORDER = ['style', 'color', 'weight'];

function property(store: LookStore, path: string): Property {
  return { get: () => store.get(path), set: (value) => store.set(path, value) };
}

function properties(store: LookStore, prefix: string, names: readonly string[]): Record<string, Property> {
  return Object.fromEntries(names.map((name) => [capital(name), property(store, `${prefix}${name}`)]));
}

function borders(store: LookStore): HostObject {
  const edge = (side: string): HostObject => ({
    type: 'Border',
    identity: () => ({ SideIndex: side }),
    props: properties(store, `borders.${side}.`, BORDER),
  });
  return { type: 'BorderCollection', item: (side) => edge(String(side)), paths: { GetItem: (side) => edge(String(side)) } };
}

/** `format` of a range, of areas or of a rule. */
export function formatObject(store: LookStore): HostObject {
  return {
    type: 'RangeFormat',
    props: properties(store, '', ['horizontalAlignment', 'verticalAlignment', 'wrapText', 'columnWidth', 'rowHeight']),
    children: {
      Font: () => ({ type: 'RangeFont', props: properties(store, 'font.', FONT) }),
      Fill: () => ({
        type: 'RangeFill',
        props: properties(store, 'fill.', ['color']),
        calls: { Clear: () => store.set('fill.color', null) },
      }),
      Borders: () => borders(store),
      Protection: () => ({ type: 'FormatProtection', props: properties(store, 'protection.', ['locked']) }),
    },
  };
}

const EDGES = { top: 'EdgeTop', bottom: 'EdgeBottom', left: 'EdgeLeft', right: 'EdgeRight' };

/** What getCellProperties and its like answer: the shape that was asked for, filled. */
export function picked(wanted: unknown, read: (path: string) => Json, prefix = ''): Record<string, Json> {
  const found: Record<string, Json> = {};
  for (const [name, below] of Object.entries(wanted as Record<string, unknown>)) {
    if (name === 'borders')
      found[name] = Object.fromEntries(Object.entries(EDGES).map(([edge, side]) => [edge, picked(below, read, `borders.${side}.`)]));
    else if (below === true) found[name] = read(`${prefix}${small(name)}`);
    else if (typeof below === 'object' && below !== null)
      found[name] = picked(below, read, name === 'format' ? prefix : `${prefix}${name}.`);
    else throw unmodelled(`property ${name}`);
  }
  return found;
}
