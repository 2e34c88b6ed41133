import type { XmlScanner } from '../xml-scanner';
import { END, START } from '../xml-scanner';
import { attributeAt } from './outline';
import type { PartPatch } from './part-patch';

/** One list of the styles part (fonts, cellXfs …) as it stands, found while the part is scanned. */
export class StyleCollection {
  /** Where its items stand; an item's number is its place here. */
  readonly items: (readonly [from: number, to: number])[] = [];
  private count: { readonly from: number; readonly to: number; readonly value: string } | null = null;
  private open = 0;
  private close = 0;
  private selfClosing = false;

  constructor(
    readonly name: string,
    readonly prefix: string,
  ) {}

  /** Reads the list whose start tag is current; children of any name count, as each takes a number. */
  read(xml: XmlScanner): void {
    this.count = attributeAt(xml, 'count');
    this.open = this.close = xml.pos;
    this.selfClosing = xml.selfClosing;
    if (xml.selfClosing) return;
    const floor = xml.depth;
    for (let token = xml.next(); !(token === END && xml.depth < floor); token = xml.next()) {
      if (token !== START) continue;
      const from = xml.textTo;
      xml.skip();
      this.items.push([from, xml.pos]);
    }
    this.close = xml.textTo;
  }

  /** Writes new items behind the last, traces behind content; the stated count grows by as many, whatever it said. */
  append(patch: PartPatch, content: readonly string[], traces: readonly string[]): void {
    const added = content.length + traces.length;
    if (added === 0) return;
    if (this.count !== null) {
      const stated = Number(this.count.value);
      const before = Number.isInteger(stated) ? stated : this.items.length;
      const was = content.length === 0 ? this.count.value : String(before + content.length);
      patch.replace(this.count.from, this.count.to, String(before + added), traces.length > 0, was);
    }
    if (this.selfClosing) {
      const kept = content.length === 0 ? '/>' : `>${content.join('')}</${this.prefix}${this.name}>`;
      patch.replace(this.open - 2, this.open, `>${[...content, ...traces].join('')}</${this.prefix}${this.name}>`, traces.length > 0, kept);
      return;
    }
    if (content.length > 0) patch.insert(this.close, content.join(''), false);
    if (traces.length > 0) patch.insert(this.close, traces.join(''), true);
  }
}
