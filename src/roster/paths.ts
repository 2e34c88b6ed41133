/** What the folders and the name of a file say of whose it is. Taken at its word only where it is exactly a unit's name or code. */
import { normal } from '../workbook';
import { codeKey } from './codes';
import { rosterKey } from './names';
import type { RosterUnit, RosterUnits, UnitFound } from './units';

/** What is shorter is called so by chance. */
const SHORTEST = 3;
const NUMBERED = /^(?:附件?\d{0,2}[-—_.、:：]?)?[(（]?\d{1,4}[)）]?[-—_.、 ]*/;

export const folderOfFile = (file: string): string => file.slice(0, Math.max(0, file.lastIndexOf('/')));

/**
 * The folder that all files lie in, with its slash: whose desk they lie on says nothing of whose they are, and a reviewer's own office
 * may stand on the list.
 */
function sharedFolder(files: readonly string[]): string {
  const [first = '', ...others] = files;
  let shared = first.slice(0, first.lastIndexOf('/') + 1);
  for (const file of others) while (!file.startsWith(shared)) shared = shared.slice(0, shared.lastIndexOf('/', shared.length - 2) + 1);
  return shared;
}

/** The file's own name without its ending, then its folders from the innermost, each with the path to it; null: the file itself. */
function partsOf(file: string): readonly { readonly text: string; readonly folder: string | null }[] {
  const parts = file.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  const folders = parts.slice(0, -1).map((text, at) => ({ text, folder: parts.slice(0, at + 1).join('/') }));
  const name = parts.at(-1);
  return [...(name === undefined ? [] : [{ text: name.replace(/\.[A-Za-z]{2,5}$/, ''), folder: null }]), ...folders.reverse()];
}

/** Exactly a unit's name or code, a number before it left off. */
function unitCalled(part: string, units: RosterUnits): RosterUnit | null {
  const plain = normal(part);
  for (const text of [plain, plain.replace(NUMBERED, '')]) {
    const found: UnitFound = rosterKey(text).length < SHORTEST ? { is: 'none' } : units.called(text);
    if (found.is === 'one') return found.unit;
  }
  const coded = /^[0-9A-Za-z-]+$/.test(plain) && codeKey(plain) !== null ? units.coded(plain) : null;
  return coded?.is === 'one' ? coded.unit : null;
}

/** A table that says itself whose it is; null: of nobody on the list. */
export interface PathClaim {
  readonly file: string;
  readonly unit: RosterUnit | null;
}

/** What the paths below the folder that holds all say of whose a file is. */
export class PathHints {
  private readonly shared: string;
  /** Files that say themselves whose they are, by every folder they lie in. */
  private readonly below = new Map<string, PathClaim[]>();
  private readonly departments: ReadonlySet<string>;

  constructor(
    files: readonly string[],
    private readonly units: RosterUnits,
    claims: readonly PathClaim[],
  ) {
    this.shared = sharedFolder(files);
    this.departments = departmentsOf(units);
    for (const claim of claims)
      for (const { folder } of partsOf(this.own(claim.file))) {
        if (folder === null) continue;
        const known = this.below.get(folder);
        if (known === undefined) this.below.set(folder, [claim]);
        else known.push(claim);
      }
  }

  private own(file: string): string {
    return file.slice(this.shared.length);
  }

  /** The unit that the innermost telling part of the path is called by; null: none. */
  unitOf(file: string): RosterUnit | null {
    for (const { text, folder } of partsOf(this.own(file))) {
      const unit = unitCalled(text, this.units);
      if (unit !== null && (folder === null || this.isTelling(folder, unit, file))) return unit;
    }
    return null;
  }

  /** A folder of a department holds what its units handed in, and says of no file that it is the department's own. */
  private isTelling(folder: string, unit: RosterUnit, file: string): boolean {
    return !this.departments.has(unit.key) && (this.below.get(folder) ?? []).every((claim) => claim.file === file || claim.unit === unit);
  }
}

/** Keys of units that are 主管部门 of others. */
function departmentsOf(units: RosterUnits): ReadonlySet<string> {
  const over = new Set<string>();
  for (const { key, entries } of units.all)
    for (const { department } of entries) {
      const found: UnitFound = department === null ? { is: 'none' } : units.named(department);
      if (found.is === 'one' && found.unit.key !== key) over.add(found.unit.key);
    }
  return over;
}
