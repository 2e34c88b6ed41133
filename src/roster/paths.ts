/** What the folders and the name of a file say of whose it is. Taken at its word only where it is exactly a unit's name or code. */
import { normal } from '../workbook';
import { codeKey } from './codes';
import { rosterKey } from './names';
import type { RosterUnits, UnitFound } from './units';

const NUMBERED = /^(?:附件?\d{0,2}[-—_.、:：]?)?[(（]?\d{1,4}[)）]?[-—_.、 ]*/;

export const folderOfFile = (file: string): string => file.slice(0, Math.max(0, file.lastIndexOf('/')));

/** Folders from the innermost, after the file's own name without its ending. */
function partsOf(file: string): readonly string[] {
  const parts = file.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  const [name, ...folders] = parts.reverse();
  return [...(name === undefined ? [] : [name.replace(/\.[A-Za-z]{2,5}$/, '')]), ...folders];
}

/** The unit that the innermost telling part of the path is called by. */
export function unitInPath(file: string, units: RosterUnits): UnitFound {
  for (const part of partsOf(file)) {
    const plain = normal(part);
    const found = [plain, plain.replace(NUMBERED, '')].flatMap((text) => (rosterKey(text).length < 3 ? [] : [units.called(text)]));
    const one = found.find(({ is }) => is === 'one');
    if (one !== undefined) return one;
    const coded = codeKey(plain) === null || !/^[0-9A-Za-z-]+$/.test(plain) ? null : units.coded(plain);
    if (coded?.is === 'one') return coded;
  }
  return { is: 'none' };
}
