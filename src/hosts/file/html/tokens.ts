/** A page as tags and texts in their order. Every character is looked at a bounded number of times. */
export type HtmlToken =
  { readonly is: 'start' | 'end'; readonly name: string; readonly attributes: string } | { readonly is: 'text'; readonly text: string };

/** What stands in these is no content of the page. */
const RAW: ReadonlySet<string> = new Set(['script', 'style', 'xml', 'template', 'select', 'svg']);
const NAME = /^[a-z][a-z0-9:-]*/i;
const LONGEST_NAME = 32;

export function* htmlTokens(page: string): Generator<HtmlToken> {
  const closers = new Closers(page);
  let at = 0;
  while (at < page.length) {
    const open = page.indexOf('<', at);
    if (open < 0) {
      yield { is: 'text', text: page.slice(at) };
      return;
    }
    if (open > at) yield { is: 'text', text: page.slice(at, open) };
    if (page.startsWith('<!--', open)) {
      at = after(page, '-->', open + 4);
      continue;
    }
    const closing = page[open + 1] === '/';
    const name = NAME.exec(page.slice(open + (closing ? 2 : 1), open + 2 + LONGEST_NAME))?.[0].toLowerCase();
    if (name === undefined) {
      // <!doctype …>, <?xml …?>; a lone "<" is text.
      const declared = page[open + 1] === '!' || page[open + 1] === '?';
      if (!declared) yield { is: 'text', text: '<' };
      at = declared ? after(page, '>', open) : open + 1;
      continue;
    }
    const end = tagEnd(page, open);
    yield { is: closing ? 'end' : 'start', name, attributes: page.slice(open + 1 + name.length, end) };
    at = end + 1;
    if (!closing && RAW.has(name) && page[end - 1] !== '/') at = closers.after(name, at);
  }
}

function after(page: string, mark: string, from: number): number {
  const found = page.indexOf(mark, from);
  return found < 0 ? page.length : found + mark.length;
}

/** The ">" of a tag; a "<" before it ends the tag too, so that broken pages lose one tag and not the rest. */
function tagEnd(page: string, open: number): number {
  let quote = '';
  for (let at = open + 1; at < page.length; at += 1) {
    const char = page[at]!;
    if (quote !== '') {
      if (char === quote) quote = '';
      // An attribute never closed: quotes are not to be trusted in this tag.
      else if (char === '<') return firstEnd(page, open);
    } else if (char === '>') return at;
    else if (char === '<') return at - 1;
    else if ((char === '"' || char === "'") && page[at - 1] === '=') quote = char;
  }
  return page.length;
}

function firstEnd(page: string, open: number): number {
  for (let at = open + 1; at < page.length; at += 1) {
    if (page[at] === '>') return at;
    if (page[at] === '<') return at - 1;
  }
  return page.length;
}

/** Where elements of raw text end. A page without the end tag is searched for it once. */
class Closers {
  private readonly missing = new Set<string>();
  private lower: string | null = null;

  constructor(private readonly page: string) {}

  after(name: string, from: number): number {
    if (this.missing.has(name)) return from;
    this.lower ??= this.page.toLowerCase();
    // Some letters change their length in small letters; then positions cannot be carried over.
    const text = this.lower.length === this.page.length ? this.lower : this.page;
    const found = text.indexOf(`</${name}`, from);
    if (found < 0) {
      this.missing.add(name);
      return from;
    }
    return after(this.page, '>', found);
  }
}
