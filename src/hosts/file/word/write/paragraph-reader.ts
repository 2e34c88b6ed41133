/** Reads one paragraph: what it says, where its runs stand, and whether it holds nothing but words. */
import { UnreadableError } from '../../../../workbook';
import { START, type XmlScanner } from '../../xml-scanner';
import { rawText } from '../../xml-text';
import { elementText } from '../element-text';
import type { Range, RunPlace, SlotMark } from './places';

/** Elements within each other; a table forty times in a table is no more. */
const MOST_DEEP = 400;
/** What a run may hold. */
const RUN_WORDS = ['rPr', 't', 'tab', 'cr', 'br', 'lastRenderedPageBreak', 'noBreakHyphen'];

/** One paragraph; what it holds beside words makes it one that is left alone. */
export class ParagraphReader {
  text = '';
  plain = true;
  look: string | null = null;
  readonly runs: RunPlace[] = [];

  constructor(
    private readonly xml: XmlScanner,
    private readonly marks: SlotMark[],
    private readonly marker: (from: number) => SlotMark | null,
    private readonly ours: ReadonlySet<string>,
    private readonly comments: (Range & { readonly id: string })[],
  ) {}

  read(): Range {
    const { xml } = this;
    if (xml.selfClosing) {
      this.plain = false;
      return { from: xml.pos, to: xml.pos };
    }
    const floor = xml.depth;
    let from = xml.pos;
    let to = xml.pos;
    while (xml.depth >= floor) {
      const token = xml.next();
      to = xml.textTo;
      if (token !== START) continue;
      const at = xml.textTo;
      if (xml.is('pPr')) {
        this.properties();
        from = xml.pos;
      } else if (xml.is('r')) this.run(at);
      else this.other(at);
    }
    return { from, to };
  }

  /** A paragraph that ends a section, or whose form somebody changed with revisions on, is left alone. */
  private properties(): void {
    const { xml } = this;
    if (xml.selfClosing) return;
    const floor = xml.depth;
    while (xml.depth >= floor) {
      if (xml.next() !== START) continue;
      if (['sectPr', 'pPrChange', 'ins', 'del', 'moveFrom', 'moveTo'].some((name) => xml.is(name))) this.plain = false;
    }
  }

  private other(at: number): void {
    const { xml } = this;
    if (xml.is('proofErr')) return;
    const own = this.marker(at);
    if (own !== null) this.marks.push(own);
    else if (xml.is('bookmarkStart') || xml.is('bookmarkEnd')) return;
    else if (xml.is('commentRangeStart') || xml.is('commentRangeEnd')) this.plain &&= this.ours.has(xml.attr('id') ?? '');
    else {
      this.plain = false;
      this.wrapped();
    }
  }

  /** Runs inside links, insertions, controls: their words are read, what is deleted is not. */
  private wrapped(): void {
    const { xml } = this;
    if (xml.selfClosing) return;
    if (['del', 'moveFrom', 'Fallback'].some((name) => xml.is(name))) return xml.skip();
    const floor = xml.depth;
    while (xml.depth >= floor) {
      if (xml.next() !== START) continue;
      const at = xml.textTo;
      if (xml.is('r')) this.run(at);
      // A comment may not stand in a text box.
      else if (['del', 'moveFrom', 'Fallback', 'instrText', 'txbxContent'].some((name) => xml.is(name))) xml.skip();
      else {
        const own = this.marker(at);
        if (own !== null) this.marks.push(own);
      }
    }
  }

  private run(from: number): void {
    const { xml } = this;
    if (xml.selfClosing) return;
    if (xml.depth > MOST_DEEP) throw new UnreadableError('damaged', xml.part);
    const floor = xml.depth;
    const start = this.text.length;
    let head = xml.pos;
    let words = true;
    let reference: string | null = null;
    let bare = true;
    let look = '';
    while (xml.depth >= floor) {
      if (xml.next() !== START) continue;
      if (xml.is('commentReference')) reference = xml.attr('id') ?? '';
      else if (xml.is('rPr')) {
        look = this.runLook();
        head = xml.pos;
      } else {
        bare = false;
        words &&= xml.is('t');
        this.inRun();
      }
    }
    if (reference !== null) this.reference(reference, bare, { from, to: xml.pos });
    else {
      this.runs.push({ from, to: xml.pos, text: this.text.slice(start), start, head: { from, to: head }, words });
      if (!bare) this.look ??= look;
    }
  }

  private reference(id: string, bare: boolean, range: Range): void {
    if (bare) this.comments.push({ id, ...range });
    if (!bare || !this.ours.has(id)) this.plain = false;
  }

  private inRun(): void {
    const { xml } = this;
    const known = RUN_WORDS.some((name) => xml.is(name));
    if (!known || (xml.is('br') && xml.attr('type') !== undefined)) this.plain = false;
    if (xml.is('t')) this.text += elementText(xml);
    else if (xml.is('tab')) this.text += '\t';
    else if (xml.is('br') || xml.is('cr')) this.text += '\n';
    else if (xml.is('noBreakHyphen')) this.text += '-';
    else if (!known) this.wrapped();
  }

  /** Inner XML without the shading. */
  private runLook(): string {
    const { xml } = this;
    if (xml.selfClosing) return '';
    const floor = xml.depth;
    let look = '';
    let from = xml.pos;
    while (xml.depth >= floor) {
      const token = xml.next();
      if (token === START && xml.is('rPrChange')) this.plain = false;
      if (token === START && xml.is('shd')) {
        look += rawText(xml.bytes, from, xml.textTo);
        xml.skip();
        from = xml.pos;
      }
    }
    return look + rawText(xml.bytes, from, xml.textTo);
  }
}
