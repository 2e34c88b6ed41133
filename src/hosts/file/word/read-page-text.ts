/** A report kept as a web page: its text, without the navigation and the foot of the site around it. */
import type { DocumentBlock, DocumentSnapshot, TableCell } from '../../../document';
import { decodeEntities } from '../html/text';
import { htmlTokens, type HtmlToken } from '../html/tokens';

const BREAKS: ReadonlySet<string> = new Set(['p', 'br', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'dd', 'hr', 'center', 'pre']);
const CONTAINERS: ReadonlySet<string> = new Set(['div', 'section', 'article', 'main', 'body', 'form', 'td', 'th', 'ul', 'ol']);
/** Never part of what is told. */
const AROUND: ReadonlySet<string> = new Set(['nav', 'header', 'footer', 'aside', 'title', 'head', 'button', 'option']);
/** 「一、」 「（一）」: what a report has and a site around it has not. */
const HEADING = /^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])/;
const MOST_OPEN = 500;

interface Placed {
  readonly block: DocumentBlock;
  /** Containers around it, the outermost first. */
  readonly inside: readonly number[];
}

class PageReader {
  private readonly placed: Placed[] = [];
  private readonly containers: { readonly name: string; readonly id: number }[] = [];
  private readonly tables: { rows: { text: string }[][] }[] = [];
  private around = 0;
  private text = '';
  private ids = 0;

  take(token: HtmlToken): void {
    if (token.is === 'text') {
      if (this.around === 0) this.text += decodeEntities(token.text).replace(/[\s\u00a0]+/g, ' ');
    } else if (token.is === 'start') this.start(token.name);
    else this.end(token.name);
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
    if (CONTAINERS.has(name) && this.tables.length === 0 && this.containers.length < MOST_OPEN) {
      this.ids += 1;
      this.containers.push({ name, id: this.ids });
    }
  }

  private end(name: string): void {
    if (AROUND.has(name)) this.around = Math.max(0, this.around - 1);
    if (name === 'td' || name === 'th') this.cellDone();
    else if (BREAKS.has(name) || CONTAINERS.has(name)) this.flush();
    if (name === 'table') this.tableDone();
    if (!CONTAINERS.has(name) || this.tables.length > 0) return;
    const at = this.containers.map((one) => one.name).lastIndexOf(name);
    if (at >= 0) this.containers.length = at;
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
    for (const block of blocks) this.placed.push({ block, inside: this.inside() });
  }

  private inside(): readonly number[] {
    return this.containers.map(({ id }) => id);
  }

  private flush(): void {
    if (this.tables.length > 0) {
      if (this.text !== '' && !this.text.endsWith('\n')) this.text += '\n';
      return;
    }
    const text = this.text.trim();
    this.text = '';
    if (text !== '') this.placed.push({ block: { is: 'paragraph', text, number: '', level: null }, inside: this.inside() });
  }

  /** The innermost container that holds all numbered headings; the whole page where there are none. */
  blocks(): readonly DocumentBlock[] {
    this.flush();
    const isHeading = ({ block }: Placed): boolean => block.is === 'paragraph' && HEADING.test(block.text);
    const headings = this.placed.filter(isHeading);
    const own = headings[0]?.inside.filter((id) => headings.every(({ inside }) => inside.includes(id))).at(-1);
    const kept = own === undefined ? this.placed : this.placed.filter(({ inside }) => inside.includes(own));
    return kept.map(({ block }) => block);
  }
}

export function readPageText(page: string): DocumentSnapshot {
  const reader = new PageReader();
  for (const token of htmlTokens(page)) reader.take(token);
  return { format: 'html', blocks: reader.blocks(), revisions: 0, hidden: 0 };
}
