import { UnreadableError } from '../../workbook';
import { rawText, xmlText } from './xml-text';

export const EOF = 0;
/** A start tag; when `selfClosing`, no END follows. */
export const START = 1;
export const END = 2;
/** A stretch of text before a comment or instruction. */
export const TEXT = 3;
/** A CDATA section: text without entities. */
export const CDATA = 4;
type Token = 0 | 1 | 2 | 3 | 4;

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const DASH = 0x2d;
const BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const SPACE = 0x20;
const FIELDS = 4;

/**
 * A forward pass over the UTF-8 bytes of one part: tags by local name, attributes as byte ranges, nothing decoded
 * until asked. It never looks back or ahead of the token it is on, so its work is linear in the bytes.
 * @throws UnreadableError `doctype` at any DOCTYPE, `damaged` where the XML is broken or ends too early
 */
export class XmlScanner {
  pos = 0;
  /** Elements open after the current token. */
  depth = 0;
  /** Text right before the current tag, or of the TEXT or CDATA token. */
  textFrom = 0;
  textTo = 0;
  /** Local name of the current start tag. */
  nameFrom = 0;
  nameTo = 0;
  selfClosing = false;
  attrCount = 0;
  /** name from, name to, value from, value to of each attribute; names without prefix. */
  attrs = new Int32Array(FIELDS * 16);

  constructor(
    readonly bytes: Uint8Array,
    readonly part: string,
  ) {}

  next(): Token {
    const bytes = this.bytes;
    const end = bytes.length;
    let at = this.pos;
    this.textFrom = at;
    for (;;) {
      while (at < end && bytes[at] !== LT) at += 1;
      this.textTo = at;
      if (at >= end) return this.finish();
      const kind = bytes[at + 1];
      if (kind === SLASH) return this.endTag(at + 2);
      if (kind !== BANG && kind !== QUESTION) return this.startTag(at + 1);
      if (kind === BANG && bytes[at + 2] === BRACKET) {
        if (at > this.textFrom) return this.textUntil(at, at);
        return this.cdata(at);
      }
      const after = kind === QUESTION ? this.pastInstruction(at + 2) : this.pastComment(at);
      if (at > this.textFrom) return this.textUntil(at, after);
      at = after;
      this.textFrom = at;
    }
  }

  /** Whether the current tag has this local name. */
  is(name: string): boolean {
    return this.same(this.nameFrom, this.nameTo, name);
  }

  /** The value of the current tag's attribute by local name. */
  attr(name: string): string | undefined {
    const at = this.findAttr(name);
    return at < 0 ? undefined : xmlText(this.bytes, this.attrs[at + 2]!, this.attrs[at + 3]!);
  }

  /** Whether a boolean attribute is set. */
  flag(name: string): boolean {
    const value = this.attr(name);
    return value === '1' || value === 'true' || value === 'on';
  }

  /** Text of the element whose start tag is current, its children's left out; its end tag becomes current. */
  readText(): string {
    if (this.selfClosing) return '';
    let token = this.next();
    if (token === END) return xmlText(this.bytes, this.textFrom, this.textTo);
    let text = '';
    for (;;) {
      // Children are skipped with all they hold, so what a token carries here is this element's own text.
      text += token === CDATA ? rawText(this.bytes, this.textFrom, this.textTo) : xmlText(this.bytes, this.textFrom, this.textTo);
      if (token === END) return text;
      if (token === START) this.skip();
      token = this.next();
    }
  }

  /** Goes past the end of the element whose start tag is current. */
  skip(): void {
    if (this.selfClosing) return;
    const floor = this.depth;
    while (this.depth >= floor) this.next();
  }

  private findAttr(name: string): number {
    for (let at = 0; at < this.attrCount * FIELDS; at += FIELDS) {
      if (this.same(this.attrs[at]!, this.attrs[at + 1]!, name)) return at;
    }
    return -1;
  }

  private same(from: number, to: number, name: string): boolean {
    if (to - from !== name.length) return false;
    for (let i = 0; i < name.length; i += 1) if (this.bytes[from + i] !== name.charCodeAt(i)) return false;
    return true;
  }

  private finish(): Token {
    if (this.depth !== 0) throw this.broken();
    this.pos = this.bytes.length;
    return EOF;
  }

  private textUntil(at: number, next: number): Token {
    this.textTo = at;
    this.pos = next;
    return TEXT;
  }

  private endTag(from: number): Token {
    const bytes = this.bytes;
    let at = from;
    while (at < bytes.length && bytes[at] !== GT) at += 1;
    this.depth -= 1;
    if (at >= bytes.length || this.depth < 0) throw this.broken();
    this.pos = at + 1;
    return END;
  }

  private startTag(from: number): Token {
    const bytes = this.bytes;
    const end = bytes.length;
    let at = from;
    let nameFrom = from;
    for (; at < end; at += 1) {
      const byte = bytes[at]!;
      if (byte === COLON) nameFrom = at + 1;
      else if (byte <= SPACE || byte === GT || byte === SLASH || byte === LT) break;
    }
    if (at === nameFrom) throw this.broken();
    this.nameFrom = nameFrom;
    this.nameTo = at;
    this.attrCount = 0;
    if (bytes[at] === GT) {
      this.selfClosing = false;
      this.depth += 1;
      this.pos = at + 1;
      return START;
    }
    return this.attributes(at);
  }

  private attributes(from: number): Token {
    const bytes = this.bytes;
    const end = bytes.length;
    let at = from;
    for (;;) {
      while (at < end && bytes[at]! <= SPACE) at += 1;
      const byte = bytes[at];
      if (byte === GT) {
        this.selfClosing = false;
        this.depth += 1;
        this.pos = at + 1;
        return START;
      }
      if (byte === SLASH) {
        if (bytes[at + 1] !== GT) throw this.broken();
        this.selfClosing = true;
        this.pos = at + 2;
        return START;
      }
      at = this.attribute(at);
    }
  }

  private attribute(from: number): number {
    const bytes = this.bytes;
    const end = bytes.length;
    let at = from;
    let nameFrom = from;
    for (; at < end; at += 1) {
      const byte = bytes[at]!;
      if (byte === EQUALS || byte <= SPACE || byte === GT || byte === LT) break;
      if (byte === COLON) nameFrom = at + 1;
    }
    const nameTo = at;
    while (at < end && bytes[at]! <= SPACE) at += 1;
    if (bytes[at] !== EQUALS || nameTo === nameFrom) throw this.broken();
    at += 1;
    while (at < end && bytes[at]! <= SPACE) at += 1;
    const quote = bytes[at];
    if (quote !== QUOTE && quote !== APOSTROPHE) throw this.broken();
    const valueFrom = at + 1;
    at = valueFrom;
    while (at < end && bytes[at] !== quote) at += 1;
    if (at >= end) throw this.broken();
    // A namespace declaration is no attribute: xmlns:r must not pass for r.
    if (nameFrom === from || nameFrom - from !== 6 || !this.same(from, nameFrom, 'xmlns:')) this.keep(nameFrom, nameTo, valueFrom, at);
    return at + 1;
  }

  private keep(nameFrom: number, nameTo: number, valueFrom: number, valueTo: number): void {
    const at = this.attrCount * FIELDS;
    if (at === this.attrs.length) {
      const larger = new Int32Array(this.attrs.length * 2);
      larger.set(this.attrs);
      this.attrs = larger;
    }
    this.attrs[at] = nameFrom;
    this.attrs[at + 1] = nameTo;
    this.attrs[at + 2] = valueFrom;
    this.attrs[at + 3] = valueTo;
    this.attrCount += 1;
  }

  private pastInstruction(from: number): number {
    const bytes = this.bytes;
    for (let at = from; at + 1 < bytes.length; at += 1) if (bytes[at] === QUESTION && bytes[at + 1] === GT) return at + 2;
    throw this.broken();
  }

  private pastComment(lt: number): number {
    const bytes = this.bytes;
    const first = bytes[lt + 2];
    if (first === 0x44 || first === 0x64) throw new UnreadableError('doctype', this.part);
    if (first !== DASH || bytes[lt + 3] !== DASH) throw this.broken();
    for (let at = lt + 4; at + 2 < bytes.length; at += 1) {
      if (bytes[at] === DASH && bytes[at + 1] === DASH && bytes[at + 2] === GT) return at + 3;
    }
    throw this.broken();
  }

  private cdata(lt: number): Token {
    const bytes = this.bytes;
    const from = lt + 9;
    if (!this.same(lt + 3, from, 'CDATA[')) throw this.broken();
    for (let at = from; at + 2 < bytes.length; at += 1) {
      if (bytes[at] === CLOSE_BRACKET && bytes[at + 1] === CLOSE_BRACKET && bytes[at + 2] === GT) {
        this.textFrom = from;
        this.textTo = at;
        this.pos = at + 3;
        return CDATA;
      }
    }
    throw this.broken();
  }

  private broken(): UnreadableError {
    return new UnreadableError('damaged', this.part);
  }
}
