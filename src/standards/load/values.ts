/** References, dates and dated values: the same for every part of a file. */
import { byStart, overlap, reversed, whenOf } from '../dates';
import { DATED_KEYS, REFERENCE_KEYS, REFERENCE_STATUSES } from '../keys';
import { type Entries, isMap, type TreePlace, type Reader } from '../reader';
import type { Dated, History, Reference, StandardStatus, When } from '../types';

/** What values have when they say nothing of their own. */
export interface Inherited {
  readonly reference: Reference;
  readonly from: When | null;
  readonly until: When | null;
}

interface Period {
  readonly from: When | null;
  readonly until: When | null;
}

function when(place: TreePlace | null, reader: Reader): When | null {
  const text = reader.words(place);
  if (text === null || place === null) return null;
  return whenOf(text) ?? reader.report('bad-date', place.path, text);
}

/** 起 and 止; what is not written is as around it. */
export function entryPeriod(entries: Entries, around: Period, reader: Reader): Period {
  const from = when(entries.get('from'), reader) ?? around.from;
  const until = when(entries.get('until'), reader) ?? around.until;
  if (reversed(from, until)) reader.report('dates-reversed', entries.get('until')?.path ?? entries.path, `${from ?? ''} — ${until ?? ''}`);
  return { from, until };
}

/** 依据: a title alone, or a map of title, 文号, 条款, 状态. */
export function referenceOf(
  place: TreePlace | null,
  around: { readonly status: StandardStatus; readonly from: When | null },
  reader: Reader,
): Reference | null {
  if (place === null || place.node === null || place.node === undefined) return null;
  const dated = around.from === null ? {} : { from: around.from };
  if (!isMap(place.node)) {
    const title = reader.words(place);
    return title === null ? null : { title, status: around.status, ...dated };
  }
  const entries = reader.map(place, REFERENCE_KEYS);
  if (entries === null) return null;
  const title = reader.words(reader.required(entries, 'title', REFERENCE_KEYS.title));
  const number = reader.words(entries.get('number'));
  const article = reader.words(entries.get('article'));
  const status = reader.word(entries.get('status'), REFERENCE_STATUSES) ?? around.status;
  const from = when(entries.get('from'), reader) ?? around.from;
  if (status === 'official' && number === null) reader.report('official-without-number', entries.path);
  if (status === 'reconstructed' && article !== null) reader.report('article-without-text', entries.get('article')!.path, article);
  if (title === null) return null;
  return {
    title,
    ...(number === null ? {} : { number }),
    ...(article === null ? {} : { article }),
    ...(from === null ? {} : { from }),
    status,
  };
}

/** True for `{值: …, 起: …}` and for a list of such. */
function isDated(node: unknown): boolean {
  const one = Array.isArray(node) ? (node as unknown[])[0] : node;
  return isMap(one) && Object.keys(one).some((key) => key.trim() === DATED_KEYS.value || key.trim() === 'value');
}

/** A value by itself, or several with their dates. `read` gives null for a value that is wrong, and has said so. */
export function historyOf<T>(
  place: TreePlace | null,
  around: Inherited,
  status: StandardStatus,
  reader: Reader,
  read: (place: TreePlace) => T | null,
): History<T> {
  if (place === null || place.node === null || place.node === undefined) return [];
  if (!isDated(place.node)) {
    const value = read(place);
    return value === null ? [] : [{ value, ...around }];
  }
  const places = Array.isArray(place.node) ? reader.list(place) : [place];
  const dated = places.map((one) => datedOf(one, around, status, reader, read)).filter((one) => one !== null);
  return ordered(dated, place, reader);
}

function datedOf<T>(
  place: TreePlace,
  around: Inherited,
  status: StandardStatus,
  reader: Reader,
  read: (place: TreePlace) => T | null,
): Dated<T> | null {
  const entries = reader.map(place, DATED_KEYS);
  if (entries === null) return null;
  const period = entryPeriod(entries, around, reader);
  const reference = referenceOf(entries.get('reference'), { status, from: period.from }, reader) ?? around.reference;
  const inner = reader.required(entries, 'value', DATED_KEYS.value);
  const value = inner === null ? null : read(inner);
  return value === null ? null : { value, reference, ...period };
}

function ordered<T>(dated: readonly Dated<T>[], place: TreePlace, reader: Reader): History<T> {
  const sorted = [...dated].sort(byStart);
  sorted.forEach((one, index) => {
    const next = sorted[index + 1];
    if (next !== undefined && overlap(one, next))
      reader.report('dates-overlap', place.path, `${one.from ?? ''}—${one.until ?? ''} / ${next.from ?? ''}—${next.until ?? ''}`);
  });
  return sorted;
}
