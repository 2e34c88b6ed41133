import { relationshipsOf, type PartSource, type Relationship } from '../package-parts';
import { unescapeText } from '../xml-text';
import { END, START, type XmlScanner } from '../xml-scanner';
import { attributeAt, childOf, mainNamespace, partOutline, placeFor, prefixOf, type PartOutline } from './outline';
import type { PartPatch } from './part-patch';
import { escapeAttr, escapeText } from './xml-write';

const ORDER = (
  'fileVersion fileSharing workbookPr absPath workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize ' +
  'customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst'
).split(' ');
const STRICT_RELATIONS = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Place {
  readonly from: number;
  readonly to: number;
}

/** One sheet of any kind as the workbook lists it. */
export interface ListedSheet extends Place {
  readonly name: string;
  readonly relation: string;
  readonly id: number;
}

export interface DefinedName extends Place {
  readonly name: string;
  readonly text: string;
  /** Place of the one sheet it belongs to; null for the whole workbook. */
  readonly sheet: number | null;
  /** Where that place is written. */
  readonly sheetAt: Place | null;
}

/** The workbook part, read in one pass and written to. */
export class WorkbookPart {
  readonly sheets: ListedSheet[] = [];
  readonly names: DefinedName[] = [];
  /** activeTab and firstSheet of the windows. */
  readonly tabs: (Place & { readonly value: number })[] = [];
  readonly outline: PartOutline;
  structureLocked = false;
  private calculation: Place | null = null;
  private newSheets = '';
  private newNames = '';
  private added = 0;
  private calculates = false;

  constructor(readonly patch: PartPatch) {
    this.outline = partOutline(patch.text, patch.name, (xml, from) => {
      if (xml.is('sheets')) children(xml, 'sheet', (at) => this.readSheet(xml, at));
      else if (xml.is('definedNames')) children(xml, 'definedName', (at) => this.readName(xml, at));
      else if (xml.is('bookViews')) children(xml, 'workbookView', () => this.readView(xml));
      else if (xml.is('workbookProtection')) this.structureLocked = xml.flag('lockStructure');
      else if (xml.is('calcPr')) {
        const full = attributeAt(xml, 'fullCalcOnLoad');
        const behindName = from + 1 + this.prefixLength(xml, from) + 'calcPr'.length;
        this.calculation = full ?? { from: behindName, to: behindName };
      }
    });
  }

  get strict(): boolean {
    return this.mainNamespace.includes('purl.oclc.org');
  }

  get mainNamespace(): string {
    return mainNamespace(this.outline);
  }

  get relationsNamespace(): string {
    return this.strict ? STRICT_RELATIONS : RELATIONS;
  }

  /** Lists a new sheet behind all others. Returns its place. */
  addSheet(name: string, relation: string): number {
    const p = this.outline.prefix;
    const declared = prefixOf(this.outline, '/relationships');
    const reference = declared === null ? `xmlns:r="${this.relationsNamespace}" r:id` : `${declared}id`;
    const id = Math.max(0, ...this.sheets.map((sheet) => sheet.id)) + this.added + 1;
    this.added += 1;
    this.newSheets += `<${p}sheet name="${escapeAttr(name)}" sheetId="${id}" ${reference}="${relation}"/>`;
    return this.sheets.length + this.added - 1;
  }

  /** A name that belongs to one sheet. */
  addName(name: string, sheet: number, formula: string, hidden: boolean): void {
    const p = this.outline.prefix;
    this.newNames += `<${p}definedName name="${escapeAttr(name)}" localSheetId="${sheet}"${hidden ? ' hidden="1"' : ''}>${escapeText(formula)}</${p}definedName>`;
  }

  /** Has everything calculated anew when the file is opened. */
  calculateOnLoad(): void {
    this.calculates = true;
  }

  /** Writes what was added. */
  finish(): void {
    if (this.newSheets !== '') this.appendTo('sheets', this.newSheets);
    if (this.newNames !== '') this.appendTo('definedNames', this.newNames);
    if (this.calculates) this.writeCalculation();
  }

  /** After the names, which come before it where both are new. */
  private writeCalculation(): void {
    const p = this.outline.prefix;
    if (this.calculation === null) this.patch.insert(placeFor(this.outline, ORDER, 'calcPr'), `<${p}calcPr fullCalcOnLoad="1"/>`, false);
    else if (this.calculation.from === this.calculation.to) this.patch.insert(this.calculation.from, ' fullCalcOnLoad="1"', false);
    else this.patch.replace(this.calculation.from, this.calculation.to, '1', false);
  }

  private appendTo(name: string, text: string): void {
    const p = this.outline.prefix;
    const list = childOf(this.outline, name);
    if (list === undefined) this.patch.insert(placeFor(this.outline, ORDER, name), `<${p}${name}>${text}</${p}${name}>`, true);
    else if (list.selfClosing) this.patch.replace(list.open - 2, list.open, `>${text}</${p}${name}>`, true);
    else this.patch.insert(list.close, text, true);
  }

  private prefixLength(xml: XmlScanner, from: number): number {
    return xml.nameFrom - from - 1;
  }

  private readSheet(xml: XmlScanner, from: number): void {
    this.sheets.push({
      name: unescapeText(xml.attr('name') ?? ''),
      relation: xml.attr('id') ?? '',
      id: Number(xml.attr('sheetId') ?? 0) || 0,
      from,
      to: xml.pos,
    });
    xml.skip();
  }

  private readName(xml: XmlScanner, from: number): void {
    const name = xml.attr('name') ?? '';
    const sheetAt = attributeAt(xml, 'localSheetId');
    const sheet = sheetAt === null ? null : Number(sheetAt.value);
    const text = xml.readText();
    this.names.push({ name, text, sheet, sheetAt, from, to: xml.pos });
  }

  private readView(xml: XmlScanner): void {
    for (const name of ['activeTab', 'firstSheet']) {
      const place = attributeAt(xml, name);
      if (place !== null) this.tabs.push({ from: place.from, to: place.to, value: Number(place.value) });
    }
    xml.skip();
  }
}

/** Calls for each child of that name of the element whose start tag is current. */
export function children(xml: XmlScanner, name: string, take: (from: number) => void): void {
  if (xml.selfClosing) return;
  const floor = xml.depth;
  for (let token = xml.next(); !(token === END && xml.depth < floor); token = xml.next()) {
    if (token === START && xml.depth <= floor + 1 && xml.is(name)) take(xml.textTo);
  }
}

/** A worksheet by its place among those that hold cells: how addresses count. */
export interface Worksheet {
  readonly name: string;
  readonly part: string;
  /** Place among all sheets, charts included. */
  readonly listed: number;
}

export function worksheetsOf(source: PartSource, part: string, sheets: readonly ListedSheet[]): Worksheet[] {
  const relations = new Map<string, Relationship>(relationshipsOf(source, part).map((one) => [one.id, one]));
  const found: Worksheet[] = [];
  sheets.forEach((sheet, listed) => {
    const relation = relations.get(sheet.relation);
    if (relation?.kind === 'worksheet') found.push({ name: sheet.name, part: relation.target, listed });
  });
  return found;
}
