/** A standard's file as a plain tree → Standard, or everything that is wrong with it. Pure; the YAML itself is read elsewhere. */
import { FORCES, KINDS, STANDARD_KEYS, STATUSES } from '../keys';
import { overlaid } from '../overlay';
import { NO_LINES, type LineOf, type Problem } from '../problems';
import { type Entries, isMap, type TreePlace, Reader } from '../reader';
import type { Standard, StandardRow, StandardStatus } from '../types';
import { dataItemsAt } from './items';
import { RowReader } from './rows';
import { checkSums } from './sums';
import { switchesOf } from './switches';
import { historyOf, entryPeriod, referenceOf, type Inherited } from './values';

const ID = /^[a-z0-9][a-z0-9-]{1,59}$/;

export type Loaded = { readonly ok: true; readonly standard: Standard } | { readonly ok: false; readonly problems: readonly Problem[] };

export interface LoadOptions {
  readonly lineOf?: LineOf;
  /** The standard of an id that a file overlays; null: there is none; 'circular': it is being read already. */
  readonly baseOf?: (id: string) => Standard | null | 'circular';
}

/** Never throws for any tree. */
export function loadStandard(tree: unknown, options: LoadOptions = {}): Loaded {
  const reader = new Reader(options.lineOf ?? NO_LINES);
  const standard = read({ node: tree, path: [] }, reader, options.baseOf ?? (() => null));
  const problems = [...reader.problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return standard === null || problems.length > 0 ? { ok: false, problems } : { ok: true, standard };
}

function read(place: TreePlace, reader: Reader, baseOf: NonNullable<LoadOptions['baseOf']>): Standard | null {
  const entries = reader.map(place, STANDARD_KEYS);
  if (entries === null) return null;
  const base = baseFor(entries, reader, baseOf);
  const status = reader.word(reader.required(entries, 'status', STANDARD_KEYS.status), STATUSES) ?? 'reconstructed';
  const around = headOf(entries, status, reader);
  const rows = new RowReader(reader, status);
  const own = standardOf(entries, around, status, rows, base, reader);
  if (own === null) return null;
  const moved = (from: StandardRow, to: StandardRow): void => {
    const path = rows.paths.get(from);
    if (path !== undefined) rows.paths.set(to, path);
  };
  const standard = base === null ? own : overlaid(base, own, moved);
  // Sums of figures that were not read would be told twice.
  if (reader.problems.length === 0) checkSums(standard, rows.paths, reader);
  checkExecution(standard, rows, reader);
  return standard;
}

function baseFor(entries: Entries, reader: Reader, baseOf: NonNullable<LoadOptions['baseOf']>): Standard | null {
  const place = entries.get('extends');
  const id = reader.words(place);
  if (id === null || place === null) return null;
  const base = baseOf(id);
  if (base === 'circular') return reader.report('base-circular', place.path, id);
  return base ?? reader.report('unknown-base', place.path, id);
}

function headOf(entries: Entries, status: StandardStatus, reader: Reader): Inherited {
  const period = entryPeriod(entries, { from: null, until: null }, reader);
  const place = entries.get('reference');
  if (place === null || place.node === null) reader.report('no-reference', place?.path ?? entries.path);
  const reference = referenceOf(place, { status, from: period.from }, reader);
  // A map has said so itself.
  if (reference?.status === 'official' && reference.number === undefined && !isMap(place!.node))
    reader.report('official-without-number', place!.path);
  return { reference: reference ?? { title: '', status }, ...period };
}

function standardOf(
  entries: Entries,
  around: Inherited,
  status: StandardStatus,
  rows: RowReader,
  base: Standard | null,
  reader: Reader,
): Standard | null {
  const idPlace = reader.required(entries, 'id', STANDARD_KEYS.id);
  const id = reader.words(idPlace);
  if (id !== null && !ID.test(id)) reader.report('bad-id', idPlace!.path, id);
  const title = reader.words(reader.required(entries, 'title', STANDARD_KEYS.title));
  const kind = reader.word(entries.get('kind'), KINDS);
  const standard: Standard = {
    id: id ?? '',
    title: title ?? '',
    kind: kind === 'any' ? null : kind,
    place: reader.words(entries.get('place')),
    status,
    force: reader.word(reader.required(entries, 'force', STANDARD_KEYS.force), FORCES) ?? 'principle',
    reference: around.reference,
    from: around.from,
    until: around.until,
    base: reader.words(entries.get('extends')),
    rows: rows.rows(entries.get('rows'), around),
    switches: switchesOf(entries.get('switches'), around, status, reader),
    items: dataItemsAt(entries.get('items'), base?.items ?? [], reader),
    notes: notesOf(entries.get('notes'), around, status, reader),
    needed: reader.wordList(entries.get('needed')),
    about: reader.words(entries.get('about')) ?? '',
  };
  return id === null || title === null ? null : standard;
}

/** 注: one text, several, or several with dates. */
function notesOf(place: TreePlace | null, around: Inherited, status: StandardStatus, reader: Reader): Standard['notes'] {
  if (place === null || !Array.isArray(place.node)) return historyOf(place, around, status, reader, (inner) => reader.words(inner));
  return reader.list(place).flatMap((one) => historyOf(one, around, status, reader, (inner) => reader.words(inner)));
}

function checkExecution(standard: Standard, rows: RowReader, reader: Reader): void {
  const all: StandardRow[] = [];
  const visit = (row: StandardRow): void => {
    if (row.role === 'execution' && row.until === null) all.push(row);
    row.children.forEach(visit);
  };
  standard.rows.forEach(visit);
  if (all.length > 1) reader.report('two-execution-rows', rows.paths.get(all[1]!) ?? [], all[1]!.name);
}
