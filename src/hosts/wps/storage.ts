/**
 * Where texts are kept: a file of this machine for each workbook, in the user's own folder. Nothing is put into the workbook:
 * whether this program keeps custom XML through saving has not been seen yet.
 */
import { attempt, get, isTrue, ownText } from './bridge';
import type { EtApp } from './et';

/** What a page can keep by itself (localStorage); absent where it may not. */
export interface PageStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const FOLDER = 'jihe';

/** Keeps texts by workbook and key. */
export interface Storage {
  load(book: string, key: string): string | null;
  save(book: string, key: string, text: string | null): void;
  /** Whether anything is kept for this workbook. */
  has(book: string): boolean;
  clear(book: string): void;
}

/** The first that keeps what it is given: a file, the page's own store; null: neither does. */
export function storageOf(app: EtApp, page: PageStore | null): Storage | null {
  const stores = [fileStore(app), page === null ? null : pageStore(page)];
  return stores.find((store): store is Storage => store !== null && keeps(store)) ?? null;
}

/** A Mac's sandbox loses files without a word. */
function keeps(store: Storage): boolean {
  return attempt(() => {
    store.save(FOLDER, 'probe', '1');
    const kept = store.load(FOLDER, 'probe') === '1';
    store.clear(FOLDER);
    return kept;
  }, false);
}

interface Texts {
  read(name: string): string | null;
  write(name: string, text: string | null): void;
}

/** All texts of one workbook are one JSON object. */
function storageOver(texts: Texts): Storage {
  const all = (book: string): Record<string, string> => {
    const text = texts.read(nameOf(book));
    return text === null ? {} : attempt(() => objectIn(text, book), {});
  };
  const put = (book: string, values: Record<string, string>): void => {
    texts.write(nameOf(book), Object.keys(values).length === 0 ? null : JSON.stringify({ book, values }));
  };
  return {
    load: (book, key) => all(book)[key] ?? null,
    save: (book, key, text) => {
      const rest = Object.fromEntries(Object.entries(all(book)).filter(([known]) => known !== key));
      put(book, text === null ? rest : { ...rest, [key]: text });
    },
    has: (book) => Object.keys(all(book)).length > 0,
    clear: (book) => put(book, {}),
  };
}

/** Two workbooks whose names come to the same number do not get each other's texts. */
function objectIn(text: string, book: string): Record<string, string> {
  const found = JSON.parse(text) as { book?: unknown; values?: unknown };
  if (found.book !== book || typeof found.values !== 'object' || found.values === null) return {};
  return Object.fromEntries(Object.entries(found.values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

function fileStore(app: EtApp): Storage | null {
  const files = attempt(() => get(app, 'FileSystem'), null);
  const home = attempt(() => ownText(get(app, 'Env').GetAppDataPath()), '');
  if (files === null || files === undefined || home === '') return null;
  const folder = `${home.replace(/[\\/]+$/, '')}/${FOLDER}`;
  const pathOf = (name: string): string => `${folder}/${name}.json`;
  return storageOver({
    read: (name) => (isTrue(files.existsSync(pathOf(name))) ? ownText(files.readFileString(pathOf(name))) : null),
    write: (name, text) => {
      if (text === null) {
        if (isTrue(files.existsSync(pathOf(name)))) files.unlinkSync(pathOf(name));
        return;
      }
      if (!isTrue(files.existsSync(folder))) files.mkdirSync(folder);
      files.writeFileString(pathOf(name), text);
    },
  });
}

function pageStore(page: PageStore): Storage {
  return storageOver({
    read: (name) => page.getItem(`${FOLDER}-${name}`),
    write: (name, text) => (text === null ? page.removeItem(`${FOLDER}-${name}`) : page.setItem(`${FOLDER}-${name}`, text)),
  });
}

/** A short name out of a path: two 32-bit sums over its letters. */
function nameOf(book: string): string {
  let a = 0x811c9dc5;
  let b = 5381;
  for (let at = 0; at < book.length; at += 1) {
    a = Math.imul(a ^ book.charCodeAt(at), 0x01000193);
    b = (Math.imul(b, 33) + book.charCodeAt(at)) | 0;
  }
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
}
