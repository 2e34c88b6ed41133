/** The sheets of the open workbook and the keys by which plans find them again. */
import type { WorkbookSnapshot } from '../../workbook';
import { HostError } from '../port';
import { attempt, get, collectionItems, ownText } from './bridge';
import type { EtWorkbook, EtWorksheet } from './et';

export interface KeyedSheet {
  readonly key: string;
  readonly name: string;
  readonly sheet: EtWorksheet;
}

/**
 * A sheet keeps the key under which it was first seen, its name then: the object we hold goes on speaking of the same sheet
 * when people rename or move it.
 */
export class Sheets {
  private readonly known = new Map<string, EtWorksheet>();

  constructor(private readonly book: EtWorkbook) {}

  /** All sheets from left to right, each with its key. */
  list(): KeyedSheet[] {
    const now = collectionItems(get(this.book, 'Worksheets')).map((sheet) => ({ sheet, name: ownText(get(sheet, 'Name')) }));
    const keyByName = this.keysByName();
    const listed = now.map(({ sheet, name }) => ({ key: keyByName.get(name) ?? null, name, sheet }));
    const taken = new Set(listed.flatMap(({ key }) => (key === null ? [] : [key])));
    const keyed = listed.map(({ key, name, sheet }): KeyedSheet => ({ key: key ?? freshKey(name, taken), name, sheet }));
    this.known.clear();
    for (const { key, sheet } of keyed) this.known.set(key, sheet);
    return keyed;
  }

  /** The sheet that had this place in a snapshot. @throws HostError gone */
  of(on: WorkbookSnapshot, index: number): EtWorksheet {
    const sheet = this.byKey(on.sheets[index]?.key ?? '');
    if (sheet === undefined) throw new HostError('gone');
    return sheet;
  }

  /** undefined: unknown, or deleted meanwhile. */
  byKey(key: string): EtWorksheet | undefined {
    const sheet = this.known.get(key);
    return sheet !== undefined && attempt(() => ownText(get(sheet, 'Name')) !== '', false) ? sheet : undefined;
  }

  /** The key of the sheet with this name now; null for one never read. */
  keyOf(name: string): string | null {
    return this.keysByName().get(name) ?? null;
  }

  /** Today's names of the sheets we know. */
  private keysByName(): Map<string, string> {
    const keys = new Map<string, string>();
    for (const [key, sheet] of this.known) {
      const name = attempt(() => ownText(get(sheet, 'Name')), '');
      if (name !== '') keys.set(name, key);
    }
    return keys;
  }
}

function freshKey(name: string, taken: Set<string>): string {
  let key = name;
  for (let n = 2; taken.has(key); n += 1) key = `${name} (${n})`;
  taken.add(key);
  return key;
}
