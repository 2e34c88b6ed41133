/** A place for small texts: settings, answers. */
export interface TextStore {
  load(key: string): string | null;
  /** null takes it away. */
  save(key: string, text: string | null): void;
  clear(): void;
  any(): boolean;
}

/** Kept as long as the page lives. */
export function machineStore(): TextStore {
  const texts = new Map<string, string>();
  return {
    load: (key) => texts.get(key) ?? null,
    save: (key, text) => {
      if (text === null) texts.delete(key);
      else texts.set(key, text);
    },
    clear: () => texts.clear(),
    any: () => texts.size > 0,
  };
}

/** What a store needs of the browser's own. */
export interface PlainStorage {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/**
 * Kept on this machine under a prefix of the workbook's own. Where the browser allows nothing to be kept (private windows, a full
 * disk), it is kept as long as the page lives.
 */
export function keptStore(storage: PlainStorage, prefix: string): TextStore {
  const spare = machineStore();
  const attempt = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  const keys = (): string[] =>
    attempt(
      () =>
        Array.from({ length: storage.length }, (_, index) => storage.key(index)).filter(
          (key): key is string => key?.startsWith(prefix) === true,
        ),
      [],
    );
  return {
    load: (key) => attempt(() => storage.getItem(prefix + key), null) ?? spare.load(key),
    save: (key, text) => {
      spare.save(key, text);
      attempt(() => (text === null ? storage.removeItem(prefix + key) : storage.setItem(prefix + key, text)), undefined);
    },
    clear: () => {
      spare.clear();
      for (const key of keys()) attempt(() => storage.removeItem(key), undefined);
    },
    any: () => spare.any() || keys().length > 0,
  };
}
