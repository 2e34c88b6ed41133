import { GENERAL, type StoredStyle } from '../../workbook';
import { builtinFormat, isDateOrTimeFormat } from './builtin-formats';
import type { Serial } from './iso-date';
import { END, EOF, START, type XmlScanner } from './xml-scanner';

/** As many as the program itself allows; cells name them in 16 bits. */
const MOST_STYLES = 65_490;
/** Programs allow 255 characters. */
const LONGEST_FORMAT = 1000;
const DATE_FORMATS: Readonly<Record<Serial['parts'], string>> = { date: 'yyyy-mm-dd', time: 'hh:mm:ss', both: 'yyyy-mm-dd hh:mm:ss' };

/** The cell styles of one workbook by the number cells give. */
export class StyleTable {
  private readonly dated = new Map<string, number>();

  constructor(readonly styles: StoredStyle[] = [GENERAL]) {}

  /** The style itself when its format shows dates, else a twin of it that does: ISO dates carry no format of their own. */
  dateStyle(index: number, parts: Serial['parts']): number {
    const style = this.styles[index] ?? GENERAL;
    if (isDateOrTimeFormat(style.format)) return index;
    const key = `${parts}${style.locked ? 1 : 0}`;
    const known = this.dated.get(key);
    if (known !== undefined) return known;
    const made = this.styles.push({ format: DATE_FORMATS[parts], locked: style.locked }) - 1;
    this.dated.set(key, made);
    return made;
  }
}

/** Reads xl/styles.xml: of each cell style its number format and whether it locks. */
export function readStyles(xml: XmlScanner): StyleTable {
  const own = new Map<number, string>();
  const found: { id: number; locked: boolean }[] = [];
  for (let token = xml.next(); token !== EOF; token = xml.next()) {
    if (token !== START) continue;
    if (xml.is('numFmt')) own.set(Number(xml.attr('numFmtId')), (xml.attr('formatCode') ?? 'General').slice(0, LONGEST_FORMAT));
    else if (xml.is('cellXfs')) readCellStyles(xml, found);
    // Differential formats hold numFmt elements with numbers of their own.
    else if (xml.is('dxfs') || xml.is('extLst')) xml.skip();
  }
  if (found.length === 0) return new StyleTable();
  return new StyleTable(found.map(({ id, locked }) => ({ format: own.get(id) || builtinFormat(id), locked })));
}

function readCellStyles(xml: XmlScanner, found: { id: number; locked: boolean }[]): void {
  if (xml.selfClosing) return;
  const floor = xml.depth;
  let current: { id: number; locked: boolean } | undefined;
  for (let token = xml.next(); !(token === END && xml.depth < floor); token = xml.next()) {
    if (token !== START) continue;
    if (xml.is('xf') && found.length < MOST_STYLES) {
      current = { id: Number(xml.attr('numFmtId') ?? 0), locked: true };
      found.push(current);
    } else if (xml.is('protection') && current !== undefined) {
      const locked = xml.attr('locked');
      current.locked = locked === undefined || xml.flag('locked');
    }
  }
}
