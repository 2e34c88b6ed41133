import { rawText, xmlText } from '../xml-text';
import { END, EOF, START, XmlScanner } from '../xml-scanner';
import { UnreadableError } from '../../../workbook';

/** Where an element stands in its part, in bytes. */
export interface Element {
  /** Local name; of an mc:AlternateContent the name of what its first choice holds. */
  readonly name: string;
  /** Its `<`. */
  readonly from: number;
  /** Behind its start tag. */
  readonly open: number;
  /** The `<` of its end tag; `open` when it closes itself. */
  readonly close: number;
  /** Behind all of it. */
  readonly to: number;
  readonly selfClosing: boolean;
}

/** The root of a part and its children: enough to put something new in its place. */
export interface PartOutline {
  readonly root: Element;
  /** Of the root and all elements of its namespace: "" or "x:". */
  readonly prefix: string;
  /** Declared at the root, by prefix. */
  readonly namespaces: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
}

/**
 * One forward pass over a part. `visit` is called at the start tag of every child of the root, and of every element
 * in an mc:AlternateContent there; what it does not read itself is passed over.
 */
export function partOutline(
  bytes: Uint8Array,
  part: string,
  visit: (xml: XmlScanner, from: number) => void = () => undefined,
): PartOutline {
  const xml = new XmlScanner(bytes, part);
  let token = xml.next();
  while (token !== START && token !== EOF) token = xml.next();
  if (token === EOF) throw new UnreadableError('damaged', part);
  const root = openElement(xml);
  const prefix = rawText(bytes, root.from + 1, xml.nameFrom);
  const namespaces = namespacesIn(rawText(bytes, root.from, root.open));
  const children: Element[] = [];
  if (root.selfClosing) return { root: { ...root, close: root.open, to: root.open }, prefix, namespaces, children };
  for (token = xml.next(); !(token === END && xml.depth === 0); token = xml.next()) {
    if (token === START) children.push(xml.is('AlternateContent') ? readChoices(xml, visit) : readChild(xml, visit));
  }
  return { root: { ...root, close: xml.textTo, to: xml.pos }, prefix, namespaces, children };
}

type Open = Pick<Element, 'name' | 'from' | 'open' | 'selfClosing'>;

function openElement(xml: XmlScanner): Open {
  return { name: rawText(xml.bytes, xml.nameFrom, xml.nameTo), from: xml.textTo, open: xml.pos, selfClosing: xml.selfClosing };
}

function readChild(xml: XmlScanner, visit: (xml: XmlScanner, from: number) => void): Element {
  const open = openElement(xml);
  const inside = open.selfClosing ? xml.depth : xml.depth - 1;
  visit(xml, open.from);
  while (xml.depth > inside) xml.next();
  return { ...open, close: open.selfClosing ? open.open : xml.textTo, to: xml.pos };
}

function readChoices(xml: XmlScanner, visit: (xml: XmlScanner, from: number) => void): Element {
  const open = openElement(xml);
  if (open.selfClosing) return { ...open, close: open.open, to: open.open };
  const floor = xml.depth;
  let name = '';
  for (let token = xml.next(); xml.depth >= floor; token = xml.next()) {
    if (token !== START || xml.is('Choice') || xml.is('Fallback')) continue;
    const inner = readChild(xml, visit);
    if (name === '') name = inner.name;
  }
  return { ...open, name, close: xml.textTo, to: xml.pos };
}

function namespacesIn(tag: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const match of tag.matchAll(/\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    found.set(match[1] ?? '', match[2] ?? match[3] ?? '');
  return found;
}

/** The prefix under which the root declares a namespace that ends so, e.g. "/relationships". */
export function prefixOf(outline: PartOutline, ending: string): string | null {
  for (const [prefix, uri] of outline.namespaces) if (prefix !== '' && uri.endsWith(ending)) return `${prefix}:`;
  return null;
}

/** The namespace of the root. */
export function mainNamespace(outline: PartOutline): string {
  return outline.namespaces.get(outline.prefix.slice(0, -1)) ?? '';
}

/** Where a new child belongs by the schema's order: before the first that comes later, else at the end. */
export function placeFor(outline: PartOutline, order: readonly string[], name: string): number {
  const rank = order.indexOf(name);
  for (const child of outline.children) if (order.indexOf(child.name) > rank) return child.from;
  return outline.root.close;
}

export function childOf(outline: PartOutline, name: string): Element | undefined {
  return outline.children.find((child) => child.name === name);
}

/** An attribute's value of the current start tag, and where it stands. */
export function attributeAt(xml: XmlScanner, name: string): { readonly from: number; readonly to: number; readonly value: string } | null {
  const { attrs, bytes } = xml;
  for (let at = 0; at < xml.attrCount * 4; at += 4) {
    const from = attrs[at]!;
    if (attrs[at + 1]! - from !== name.length) continue;
    let same = 0;
    while (same < name.length && bytes[from + same] === name.charCodeAt(same)) same += 1;
    if (same === name.length) return { from: attrs[at + 2]!, to: attrs[at + 3]!, value: xmlText(bytes, attrs[at + 2]!, attrs[at + 3]!) };
  }
  return null;
}
