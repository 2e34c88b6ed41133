import { workbookFromData, type SheetData } from '../../workbook/snapshot';
import type { SheetState, WorkbookSnapshot } from '../../workbook/types';
import { UnreadableError } from '../../workbook/unreadable';
import { limitsOf, type Limits } from './limits';
import { readSheetTag, SHEET_NAME } from '../../workbook/trace-tags';
import { findWorkbookPart, openPart, relationshipsOf, requirePart, type PartSource, type Relationship } from './package-parts';
import { SharedStrings } from './shared-strings';
import { readSheet, type BookContext } from './sheet-reader';
import { readStyles, StyleTable } from './styles';
import { EOF, START, type XmlScanner } from './xml-scanner';
import { unescapeText } from './xml-text';
import { ZipContainer } from './zip-container';

interface SheetEntry {
  readonly name: string;
  readonly state: SheetState;
  readonly relation: string;
}

/**
 * Reads the bytes of an .xlsx, .xlsm or WPS workbook of that kind. Values, formulas with their stored values,
 * formats, merges, what is hidden, protection, external links.
 * @throws UnreadableError for whatever is no such workbook, damaged, locked by a password or beyond the limits
 */
export function readXlsx(bytes: Uint8Array, limits?: Partial<Limits>): WorkbookSnapshot {
  const allowed = limitsOf(limits);
  const zip = new ZipContainer(bytes, allowed);
  if (zip.encrypted) throw new UnreadableError('encrypted');
  return readPackage(zip, allowed);
}

/** As readXlsx, for parts already at hand. */
export function readPackage(zip: PartSource, limits: Limits): WorkbookSnapshot {
  const part = findWorkbookPart(zip);
  const { sheets, ours, date1904 } = readWorkbookPart(requirePart(zip, part));
  const relations = relationshipsOf(zip, part);
  const book: BookContext = {
    strings: new SharedStrings(partOfKind(zip, relations, 'sharedStrings')),
    styles: stylesOf(partOfKind(zip, relations, 'styles')),
    date1904,
    budget: { cells: limits.cells },
  };
  const read: SheetData[] = [];
  for (const [index, sheet] of sheets.entries()) {
    const relation = relations.find((one) => one.id === sheet.relation);
    if (relation === undefined) throw new UnreadableError('damaged', sheet.name);
    // Chart, dialog and macro sheets hold no cells of a table.
    if (relation.kind !== 'worksheet') continue;
    const data = readSheet(requirePart(zip, relation.target), sheet.name, sheet.state, book);
    read.push(ours.has(index) ? { ...data, ours: true } : data);
  }
  if (read.length === 0) throw new UnreadableError('no-sheet');
  return workbookFromData({ sheets: read, externalLinks: externalLinks(zip, relations), date1904 });
}

function partOfKind(zip: PartSource, relations: readonly Relationship[], kind: string): XmlScanner | null {
  const relation = relations.find((one) => one.kind === kind && !one.external);
  return (relation === undefined ? undefined : openPart(zip, relation.target)) ?? null;
}

function stylesOf(xml: XmlScanner | null): StyleTable {
  return xml === null ? new StyleTable() : readStyles(xml);
}

/** `ours`: places, among all sheets, of those this program has added. */
function readWorkbookPart(xml: XmlScanner): { sheets: SheetEntry[]; ours: ReadonlySet<number>; date1904: boolean } {
  const ours = new Set<number>();
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  for (let token = xml.next(); token !== EOF; token = xml.next()) {
    if (token !== START) continue;
    if (xml.is('workbookPr')) date1904 = xml.flag('date1904');
    else if (xml.is('sheet'))
      sheets.push({ name: unescapeText(xml.attr('name') ?? ''), state: stateOf(xml.attr('state')), relation: xml.attr('id') ?? '' });
    else if (xml.is('definedName') && xml.attr('name') === SHEET_NAME) {
      const sheet = Number(xml.attr('localSheetId') ?? NaN);
      if (readSheetTag(xml.readText()) !== null) ours.add(sheet);
    } else if (xml.is('extLst')) xml.skip();
  }
  return { sheets, ours, date1904 };
}

function stateOf(written: string | undefined): SheetState {
  return written === 'hidden' || written === 'veryHidden' ? written : 'visible';
}

function externalLinks(zip: PartSource, relations: readonly Relationship[]): string[] {
  const targets: string[] = [];
  for (const link of relations) {
    if (link.kind !== 'externalLink' || link.external) continue;
    for (const path of relationshipsOf(zip, link.target)) {
      if (path.external && path.target !== '') targets.push(path.target);
    }
  }
  return targets;
}
