/** A document as lines with the headings above them. */
import type { DocumentSnapshot, Paragraph } from '../document';
import { halfWidthOf } from './half-width';
import type { ReportLine } from './types';

/** Typed numbers by level, the outermost first. */
const NUMBERS: readonly RegExp[] = [
  /^\s*(?:第[一二三四五六七八九十]{1,3}部分|[一二三四五六七八九十]{1,3}\s*、)/,
  /^\s*\([一二三四五六七八九十]{1,3}\)/,
  /^\s*\d{1,2}\s*[.、](?!\d)/,
  /^\s*\(\d{1,2}\)/,
];
/** A longer first sentence is running text and no title. */
const LONGEST_TITLE = 40;

function titleOf(half: string): string {
  const title = half.split(/[。:;]/, 1)[0]!.trim();
  return title.length > LONGEST_TITLE ? title.slice(0, LONGEST_TITLE) : title;
}

interface Heading {
  readonly level: number;
  readonly title: string;
}

class Reader {
  readonly lines: ReportLine[] = [];
  private headings: readonly Heading[] = [];
  private paragraph = 0;
  private tables = 0;

  private add(text: string, line: Partial<ReportLine> = {}): void {
    this.paragraph += 1;
    this.lines.push({
      paragraph: this.paragraph,
      text,
      half: halfWidthOf(text),
      number: '',
      heading: this.headings.map(({ title }) => title),
      table: null,
      tableId: null,
      level: null,
      ...line,
    });
  }

  take({ text, number }: Paragraph): void {
    const half = halfWidthOf(number + text);
    const level = NUMBERS.findIndex((pattern) => pattern.test(half));
    if (level < 0) {
      this.add(text, { number });
      return;
    }
    const typed = NUMBERS[level]!.exec(half)![0];
    const title = titleOf(half.slice(typed.length));
    this.headings = [...this.headings.filter((one) => one.level < level), { level, title }];
    // A heading stands under those above it, and what is said behind it in the same paragraph under itself.
    this.add(text, { number: typed.trim(), level });
  }

  table(rows: readonly (readonly { readonly paragraphs: readonly string[]; readonly col: number }[])[]): void {
    this.tables += 1;
    rows.forEach((cells, row) => {
      for (const { paragraphs, col } of cells) for (const text of paragraphs) this.add(text, { table: [row, col], tableId: this.tables });
    });
  }
}

export function linesOfReport({ blocks }: DocumentSnapshot): readonly ReportLine[] {
  const reader = new Reader();
  for (const block of blocks) {
    if (block.is === 'paragraph') reader.take(block);
    else reader.table(block.rows);
  }
  return reader.lines;
}
