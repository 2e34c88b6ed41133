/**
 * What was typed and not yet saved, kept in this browser on this machine, so that a crash loses nothing. One workbook at a time; taken
 * away when it is saved or closed unchanged.
 */
import { type CellEdit, type Content, Dec } from '../../workbook';

export interface SafeCopy {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly edits: readonly Pick<CellEdit, 'at' | 'after' | 'format'>[];
  /** Milliseconds since 1970. */
  readonly when: number;
}

const DATABASE = 'jihe';
const STORE = 'kept';
const LAST = 'last';

/** Resolves to null where nothing is kept, or nothing can be. */
export async function keptState(): Promise<SafeCopy | null> {
  const found = await attempt<unknown>('readonly', (store) => store.get(LAST));
  return found === null || found === undefined ? null : unpacked(found as Packed);
}

export async function keepState(state: SafeCopy): Promise<void> {
  await attempt('readwrite', (store) => store.put(packed(state), LAST));
}

export async function forgetState(): Promise<void> {
  await attempt('readwrite', (store) => store.delete(LAST));
}

/** Anything else that is kept in this browser; null: nothing is, or nothing can be. */
export const keptValue = (key: string): Promise<unknown> => attempt<unknown>('readonly', (store) => store.get(key));

/** Whether it is kept now. */
export async function keepValue(key: string, value: string): Promise<boolean> {
  return (await attempt('readwrite', (store) => store.put(value, key))) !== null;
}

type PackedContent = {
  readonly kind: Content['kind'];
  readonly formula?: string;
  readonly number?: string;
  readonly plain?: string | boolean;
};

interface Packed extends Omit<SafeCopy, 'edits'> {
  readonly edits: readonly { readonly at: CellEdit['at']; readonly after: PackedContent; readonly format?: string }[];
}

/** Decimals do not go into a database as they are. */
function packed(state: SafeCopy): Packed {
  return { ...state, edits: state.edits.map(({ at, after, format }) => ({ at, after: packedContent(after), ...withFormat(format) })) };
}

const withFormat = (format: string | undefined): { readonly format?: string } => (format === undefined ? {} : { format });

function packedContent(content: Content): PackedContent {
  if (content.kind === 'blank') return { kind: 'blank' };
  const value = content.kind === 'value' ? content.value : content.stored;
  const plain = value instanceof Dec ? { number: value.toString() } : { plain: value };
  return content.kind === 'value' ? { kind: 'value', ...plain } : { kind: 'formula', formula: content.formula, ...plain };
}

function unpacked(state: Packed): SafeCopy {
  return { ...state, edits: state.edits.map(({ at, after, format }) => ({ at, after: content(after), ...withFormat(format) })) };
}

function content({ kind, formula, number, plain }: PackedContent): Content {
  const value = number === undefined ? (plain ?? '') : new Dec(number);
  if (kind === 'blank') return { kind: 'blank' };
  return kind === 'value' ? { kind, value } : { kind, formula: formula ?? '', stored: value };
}

/** null where the browser keeps nothing: a private window, a full disk, a page without a place of its own. */
async function attempt<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
  try {
    const database = await opened();
    try {
      return await answered(work(database.transaction(STORE, mode).objectStore(STORE)));
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return answered(request);
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('refused'));
  });
}
