import {
  readSheetTag,
  SHEET_NAME,
  SheetBuilder,
  type SheetData,
  type SheetState,
  UnreadableError,
  workbookFromData,
  type WorkbookSnapshot,
} from '../../workbook';
import { budgetOf } from './budget';
import { DEFAULT_LIMITS, limitsOf, type Limits } from './limits';
import { coveredCells } from './covered-cells';
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
  const { sheets, ours, date1904 } = readWorkbookPart(requirePart(zip, part), limits);
  const relations = relationshipsOf(zip, part);
  const book: BookContext = {
    strings: new SharedStrings(partOfKind(zip, relations, 'sharedStrings')),
    styles: stylesOf(partOfKind(zip, relations, 'styles')),
    date1904,
    cellPictures: showsPictures(zip, relations),
    budget: budgetOf(limits),
  };
  const byId = new Map([...relations].reverse().map((relation) => [relation.id, relation]));
  const worksheets = sheets.flatMap((sheet, index) => {
    const relation = byId.get(sheet.relation);
    if (relation === undefined) throw new UnreadableError('damaged', sheet.name);
    // Chart, dialog and macro sheets hold no cells of a table.
    return relation.kind === 'worksheet' ? [{ ...sheet, part: relation.target, ours: ours.has(index) }] : [];
  });
  if (worksheets.length === 0) throw new UnreadableError('no-sheet');
  const read = readSheets(zip, worksheets, book);
  return workbookFromData({ sheets: read, externalLinks: externalLinks(zip, relations), date1904 });
}

interface Worksheet extends SheetEntry {
  readonly part: string;
  readonly ours: boolean;
}

/**
 * The small sheets come first, so that a long list beside the score sheet does not use up what may be read. A sheet
 * that goes beyond the limits, or whose part is empty, stays unread; the others are read all the same.
 */
function readSheets(zip: PartSource, worksheets: readonly Worksheet[], book: BookContext): SheetData[] {
  const size = (part: string): number => zip.sizeOf?.(part) ?? 0;
  const order = worksheets.map((_, index) => index).sort((a, b) => size(worksheets[a]!.part) - size(worksheets[b]!.part) || a - b);
  const read: SheetData[] = [];
  const met = new Set<string>();
  for (const index of order) {
    const sheet = worksheets[index]!;
    const part = sheet.part.toLowerCase();
    // No program writes two sheets of one part; reading it again and again is work without end.
    const data = met.has(part) ? unreadSheet(sheet.name, sheet.state, 'damaged') : readOrLeave(zip, sheet, book);
    met.add(part);
    read[index] = sheet.ours ? { ...data, ours: true } : data;
  }
  const first = read[order[0]!]!;
  if (read.every((sheet) => sheet.unread !== undefined)) throw new UnreadableError(first.unread!, first.name);
  return read;
}

/** What one sheet has too much of does not keep the others from being read. */
const LEFT_ALONE: ReadonlySet<string> = new Set<NonNullable<SheetData['unread']>>(['too-many-cells', 'too-much-formula']);

function readOrLeave(zip: PartSource, { name, state, part }: Worksheet, book: BookContext): SheetData {
  const xml = requirePart(zip, part);
  if (xml.bytes.length === 0) return unreadSheet(name, state, 'damaged');
  const before = { ...book.budget };
  try {
    const data = readSheet(xml, name, state, book);
    return { ...data, pictures: [...(data.pictures ?? []), ...coveredCells(zip, part)] };
  } catch (error) {
    if (!(error instanceof UnreadableError) || !LEFT_ALONE.has(error.why)) throw error;
    Object.assign(book.budget, before);
    return unreadSheet(name, state, error.why as SheetData['unread']);
  }
}

function unreadSheet(name: string, state: SheetState, why: SheetData['unread']): SheetData {
  const builder = new SheetBuilder(name);
  builder.state = state;
  return { ...builder.buildData(), ...(why === undefined ? {} : { unread: why }) };
}

/** Rich values that are pictures; where the workbook lists kinds of rich values and none is a picture (stocks, places), none is. */
function showsPictures(zip: PartSource, relations: readonly Relationship[]): boolean {
  const kinds = partOfKind(zip, relations, 'rdRichValueStructure');
  if (kinds === null) return true;
  for (let token = kinds.next(); token !== EOF; token = kinds.next()) {
    if (token === START && kinds.is('s') && /image/i.test(kinds.attr('t') ?? '')) return true;
  }
  return false;
}

function partOfKind(zip: PartSource, relations: readonly Relationship[], kind: string): XmlScanner | null {
  const relation = relations.find((one) => one.kind === kind && !one.external);
  return (relation === undefined ? undefined : openPart(zip, relation.target)) ?? null;
}

function stylesOf(xml: XmlScanner | null): StyleTable {
  return xml === null ? new StyleTable() : readStyles(xml);
}

/** `ours`: places, among all sheets, of those this program has added. */
function readWorkbookPart(
  xml: XmlScanner,
  limits: Pick<Limits, 'sheets'>,
): { sheets: SheetEntry[]; ours: ReadonlySet<number>; date1904: boolean } {
  const ours = new Set<number>();
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  for (let token = xml.next(); token !== EOF; token = xml.next()) {
    if (token !== START) continue;
    if (xml.is('workbookPr')) date1904 = xml.flag('date1904');
    else if (xml.is('sheet')) {
      if (sheets.length >= limits.sheets) throw new UnreadableError('too-many-sheets', `多于 ${limits.sheets} 张`);
      sheets.push({ name: unescapeText(xml.attr('name') ?? ''), state: stateOf(xml.attr('state')), relation: xml.attr('id') ?? '' });
    } else if (xml.is('definedName') && xml.attr('name') === SHEET_NAME) {
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
  const links = new Set(relations.flatMap(({ kind, external, target }) => (kind === 'externalLink' && !external ? [target] : [])));
  for (const link of links) {
    for (const path of relationshipsOf(zip, link)) {
      if (path.external && path.target !== '') targets.push(path.target);
    }
    if (targets.length > DEFAULT_LIMITS.relations) throw new UnreadableError('too-many-relations', link);
  }
  return targets;
}
