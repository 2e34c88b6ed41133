import { type CellStyle, LOOKS } from '../../../workbook';
import type { StyleTable } from '../styles';
import { readStyles } from '../styles';
import { XmlScanner } from '../xml-scanner';
import { COMMON_FORMATS } from '../builtin-formats';
import { borderXml, fillXml, fontXml, formatXml, markXml } from './looks';
import { partOutline, placeFor, type PartOutline } from './outline';
import type { PartPatch } from './part-patch';
import { RefusedEdit } from './refused';
import { StyleCollection } from './style-collection';

const ORDER = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst'];
type ListName = 'fonts' | 'fills' | 'borders' | 'cellXfs' | 'dxfs';
const LISTS: readonly ListName[] = ['fonts', 'fills', 'borders', 'cellXfs', 'dxfs'];
/** What Excel wants at the first places of lists that are not there at all. */
const FIRST: Readonly<Record<ListName, (p: string) => readonly string[]>> = {
  fonts: (p) => [fontXml({ size: 11, bold: false, underline: false, color: null }, p)],
  fills: (p) => [
    `<${p}fill><${p}patternFill patternType="none"/></${p}fill>`,
    `<${p}fill><${p}patternFill patternType="gray125"/></${p}fill>`,
  ],
  borders: (p) => [`<${p}border><${p}left/><${p}right/><${p}top/><${p}bottom/><${p}diagonal/></${p}border>`],
  cellXfs: (p) => [`<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`],
  dxfs: () => [],
};

/** An item that is needed; a trace unless a cell of the user's asks for it. */
interface Wanted {
  readonly xml: string;
  trace: boolean;
}

/**
 * The styles part while it gets what we need: what is there keeps its number, what is new stands behind it. A part
 * that holds a list twice (the choices of mc:AlternateContent) gets the new items in both.
 */
export class StyleBook {
  private readonly outline: PartOutline;
  /** Whether there are named styles for a cell format to go by. */
  private readonly base: boolean;
  private readonly found = new Map<string, StyleCollection[]>();
  private readonly wanted = new Map<ListName, Wanted[]>();
  private readonly places = new Map<string, number>();
  private readonly looks = new Map<string, number>();
  /** Whole cell formats by their XML, made when first asked for. */
  private formats: Map<string, number> | null = null;
  private locks: StyleTable | null = null;

  constructor(private readonly patch: PartPatch) {
    const prefix = partOutline(patch.text, patch.name).prefix;
    this.outline = partOutline(patch.text, patch.name, (xml) => {
      const name = LISTS.find((one) => xml.is(one));
      if (name === undefined) return;
      const list = new StyleCollection(name, prefix);
      list.read(xml);
      this.found.set(name, [...(this.found.get(name) ?? []), list]);
    });
    this.base = this.outline.children.some((child) => child.name === 'cellStyleXfs' && child.close > child.open);
    for (const lists of this.found.values()) {
      if (lists.some((list) => list.items.length !== lists[0]!.items.length))
        throw new RefusedEdit('unsupported', [], '样式表中同一列表有两个不同的版本，无法安全写入。');
    }
  }

  /** The number of the differential format of a mark. */
  mark(severity: 'mandatory' | 'advisory'): number {
    return this.place('dxfs', markXml(severity, this.outline.prefix), true);
  }

  /** The number of the cell format of a look; `quoted` shows text that could pass for a formula. */
  look(style: CellStyle, quoted: boolean): number {
    const key = quoted ? `${style} quoted` : style;
    const known = this.looks.get(key);
    if (known !== undefined) return known;
    const look = LOOKS[style];
    const p = this.outline.prefix;
    const ids = {
      font: this.place('fonts', fontXml(look.font, p), true),
      fill: look.fill === null ? 0 : this.place('fills', fillXml(look.fill, p), true),
      border: look.border ? this.place('borders', borderXml(p), true) : 0,
    };
    const number = this.place('cellXfs', formatXml(look, { ...ids, base: this.base }, quoted, p), true);
    this.looks.set(key, number);
    return number;
  }

  /** The format like this one that shows (or no longer shows) its content as text whatever it begins with. */
  quoted(style: number, quoted: boolean): number {
    const lists = this.found.get('cellXfs');
    const place = lists?.[0]?.items[style];
    if (place === undefined)
      return quoted
        ? this.place('cellXfs', `<${this.outline.prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0" quotePrefix="1"/>`, false)
        : style;
    const xml = this.patch.slice(place[0], place[1]);
    if (isQuoted(xml) === quoted) return style;
    const without = xml.replace(/^(<[^>]*?)\squotePrefix\s*=\s*(?:"[^"]*"|'[^']*')/, '$1');
    const wanted = quoted ? without.replace(/^<[^\s/>]+/, '$& quotePrefix="1"') : without;
    return this.formatNumbers().get(wanted) ?? this.place('cellXfs', wanted, false);
  }

  /** The format like this one with another number format, of those known by number alone; others leave it as it is. */
  withFormat(style: number, format: string): number {
    const number = COMMON_FORMATS[format];
    if (number === undefined) return style;
    const place = this.found.get('cellXfs')?.[0]?.items[style];
    const p = this.outline.prefix;
    const xml = place === undefined ? `<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>` : this.patch.slice(place[0], place[1]);
    const bare = xml.replace(/^<[^>]*/, (tag) =>
      tag.replace(/\s(?:numFmtId|applyNumberFormat|quotePrefix)\s*=\s*(?:"[^"]*"|'[^']*')/g, ''),
    );
    const wanted = bare.replace(/^<[^\s/>]+/, `$& numFmtId="${number}"${number === 0 ? '' : ' applyNumberFormat="1"'}`);
    return this.formatNumbers().get(wanted) ?? this.place('cellXfs', wanted, false);
  }

  /** Whether cells of this format are locked, which only means something on a protected sheet. */
  locked(style: number): boolean {
    this.locks ??= readStyles(new XmlScanner(this.patch.text, this.patch.name));
    return this.locks.styles[style]?.locked ?? true;
  }

  /** Whether a cell of the user's asked for something, so that what was added has to stay. */
  get hasContent(): boolean {
    return [...this.wanted.values()].some((items) => items.some((item) => !item.trace));
  }

  finish(): void {
    for (const name of LISTS) {
      const items = this.wanted.get(name) ?? [];
      if (items.length === 0) continue;
      // A trace before something of the user's must stay, or that would get another number.
      const contents = items.reduce((last, item, index) => (item.trace ? last : index + 1), 0);
      const xml = items.map((item) => item.xml);
      const lists = this.found.get(name);
      if (lists === undefined) this.insertList(name, xml, contents);
      else for (const list of lists) list.append(this.patch, xml.slice(0, contents), xml.slice(contents));
    }
  }

  private insertList(name: ListName, items: readonly string[], contents: number): void {
    if (this.outline.root.selfClosing) throw new RefusedEdit('unsupported', [], '样式表是空的，无法写入。');
    const at = placeFor(this.outline, ORDER, name);
    const kept = contents === 0 ? '' : this.listXml(name, items.slice(0, contents));
    this.patch.replace(at, at, this.listXml(name, items), contents < items.length, kept);
  }

  private listXml(name: ListName, items: readonly string[]): string {
    const p = this.outline.prefix;
    const all = [...FIRST[name](p), ...items];
    return `<${p}${name} count="${all.length}">${all.join('')}</${p}${name}>`;
  }

  private place(name: ListName, xml: string, trace: boolean): number {
    const key = `${name} ${xml}`;
    const items = this.wanted.get(name) ?? [];
    const known = this.places.get(key);
    const lists = this.found.get(name);
    const first = lists === undefined ? FIRST[name](this.outline.prefix).length : lists[0]!.items.length;
    if (known !== undefined) {
      if (!trace) items[known - first]!.trace = false;
      return known;
    }
    const number = first + items.push({ xml, trace }) - 1;
    this.wanted.set(name, items);
    this.places.set(key, number);
    return number;
  }

  private formatNumbers(): Map<string, number> {
    if (this.formats !== null) return this.formats;
    this.formats = new Map();
    const items = this.found.get('cellXfs')?.[0]?.items ?? [];
    items.forEach(([from, to], number) => {
      const xml = this.patch.slice(from, to);
      if (!this.formats!.has(xml)) this.formats!.set(xml, number);
    });
    return this.formats;
  }
}

function isQuoted(xml: string): boolean {
  const match = /^<[^>]*?\squotePrefix\s*=\s*["']\s*(1|true)/.exec(xml);
  return match !== null;
}
