/** A report kept as a web page: its text, without the navigation and the foot of the site around it. */
import type { DocumentBlock, DocumentSnapshot, TableCell } from '../../../document';
import { UnreadableError } from '../../../workbook';
import { decodeEntities } from '../html/text';
import { htmlTokens, type HtmlToken } from '../html/tokens';
import { DOCUMENT_TEXT, TEXT_RUN } from '../limits';

const BREAKS: ReadonlySet<string> = new Set(['p', 'br', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'dd', 'hr', 'center', 'pre']);
const CONTAINERS: ReadonlySet<string> = new Set(['div', 'section', 'article', 'main', 'body', 'form', 'td', 'th', 'ul', 'ol']);
/** Never part of what is told. */
const AROUND: ReadonlySet<string> = new Set(['nav', 'header', 'footer', 'aside', 'title', 'head', 'button', 'option']);
/** 「一、」 「（一）」: what a report has and a site around it has not. */
const HEADING = /^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])/;
const MOST_OPEN = 500;

/** An open container and what it stands in; one object however much stands in it. */
interface Container {
  readonly name: string;
  readonly depth: number;
  readonly outer: Container | null;
}

interface Placed {
  readonly block: DocumentBlock;
  readonly inside: Container | null;
}

/** The container of that depth around something, itself included. */
function atDepth(inside: Container | null, depth: number): Container | null {
  let one = inside;
  while (one !== null && one.depth > depth) one = one.outer;
  return one;
}

/** The innermost container around both. */
function common(one: Container | null, other: Container | null): Container | null {
  let [a, b] = [one, other];
  while (a !== b) {
    if (a === null || b === null) return null;
    if (a.depth > b.depth) a = a.outer;
    else if (b.depth > a.depth) b = b.outer;
    else [a, b] = [a.outer, b.outer];
  }
  return a;
}

class PageReader {
  private readonly placed: Placed[] = [];
  private inside: Container | null = null;
  /** How many of each name are open. */
  private readonly openOf = new Map<string, number>();
  private readonly tables: { rows: { text: string }[][] }[] = [];
  private around = 0;
  private text = '';
  private length = 0;

  take(token: HtmlToken): void {
    if (token.is === 'text') {
      if (this.around === 0) this.add(decodeEntities(token.text.slice(0, TEXT_RUN)).replace(/[\s\u00a0]+/g, ' '));
    } else if (token.is === 'start') this.start(token.name);
    else this.end(token.name);
  }

  private add(text: string): void {
    this.length += text.length;
    if (this.length > DOCUMENT_TEXT) throw new UnreadableError('too-much-text');
    this.text += text;
  }

  private start(name: string): void {
    if (AROUND.has(name)) this.around += 1;
    if (name === 'table') {
      this.flush();
      this.tables.push({ rows: [] });
    }
    if (name === 'tr') this.tables.at(-1)?.rows.push([]);
    if (name === 'td' || name === 'th') this.text = '';
    if (BREAKS.has(name) || CONTAINERS.has(name)) this.flush();
    if (CONTAINERS.has(name) && this.tables.length === 0) this.open(name);
  }

  private end(name: string): void {
    if (AROUND.has(name)) this.around = Math.max(0, this.around - 1);
    if (name === 'td' || name === 'th') this.cellDone();
    else if (BREAKS.has(name) || CONTAINERS.has(name)) this.flush();
    if (name === 'table') this.tableDone();
    if (!CONTAINERS.has(name) || this.tables.length > 0) return;
    while ((this.openOf.get(name) ?? 0) > 0 && this.close() !== name);
  }

  private open(name: string): void {
    const depth = (this.inside?.depth ?? 0) + 1;
    if (depth > MOST_OPEN) return;
    this.inside = { name, depth, outer: this.inside };
    this.openOf.set(name, (this.openOf.get(name) ?? 0) + 1);
  }

  /** Closes the innermost container; its name. */
  private close(): string | null {
    const { inside } = this;
    if (inside === null) return null;
    this.openOf.set(inside.name, this.openOf.get(inside.name)! - 1);
    this.inside = inside.outer;
    return inside.name;
  }

  private cellDone(): void {
    const row = this.tables.at(-1)?.rows.at(-1);
    if (row === undefined) return this.flush();
    row.push({ text: this.text.trim() });
    this.text = '';
  }

  private tableDone(): void {
    const table = this.tables.pop();
    if (table === undefined || this.tables.length > 0) return;
    const rows = table.rows.map((row) =>
      row.map(({ text }, col): TableCell => ({ paragraphs: text.split('\n'), col, span: 1, continued: false })),
    );
    // A table of one column only holds the page in its place.
    const layout = rows.every((row) => row.length <= 1);
    const blocks: readonly DocumentBlock[] = layout
      ? rows.flatMap((row) =>
          row.flatMap(({ paragraphs }) => paragraphs.map((text): DocumentBlock => ({ is: 'paragraph', text, number: '', level: null }))),
        )
      : [{ is: 'table', rows }];
    for (const block of blocks) this.placed.push({ block, inside: this.inside });
  }

  private flush(): void {
    if (this.tables.length > 0) {
      if (this.text !== '' && !this.text.endsWith('\n')) this.text += '\n';
      return;
    }
    const text = this.text.trim();
    this.text = '';
    if (text !== '') this.placed.push({ block: { is: 'paragraph', text, number: '', level: null }, inside: this.inside });
  }

  /** The innermost container that holds all numbered headings; the whole page where there are none. */
  blocks(): readonly DocumentBlock[] {
    this.flush();
    const isHeading = ({ block }: Placed): boolean => block.is === 'paragraph' && HEADING.test(block.text);
    const headings = this.placed.filter(isHeading);
    const own = headings.map(({ inside }) => inside).reduce(common, headings[0]?.inside ?? null);
    const kept = own === null ? this.placed : this.placed.filter(({ inside }) => atDepth(inside, own.depth) === own);
    return kept.map(({ block }) => block);
  }
}

export function readPageText(page: string): DocumentSnapshot {
  const reader = new PageReader();
  for (const token of htmlTokens(page)) reader.take(token);
  return { format: 'html', blocks: reader.blocks(), revisions: 0, hidden: 0 };
}
