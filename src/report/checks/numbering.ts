/** Numbers of headings: one that is missing, or a level that stands where a deeper one is due. Said once. */
import { chineseDigit } from '../../workbook';
import type { ReportContext } from '../context';
import type { ReportLine, TextSpan } from '../types';

const SHORT = 20;

function valueOf(number: string): number | null {
  const digits = /\d+/.exec(number);
  if (digits !== null) return Number(digits[0]);
  const letters = [...number].filter((letter) => chineseDigit(letter) !== null);
  if (letters.length === 1) return chineseDigit(letters[0]!);
  return null;
}

const whole = (line: ReportLine): TextSpan => ({ line, from: 0, to: line.text.length });

/** A short line without a number, right before a deeper heading: what should have had the number. */
function unnumbered(lines: readonly ReportLine[], level: number): ReportLine | undefined {
  return lines.find((line, index) => {
    const next = lines[index + 1];
    const title = line.half.replace(/[。.]$/, '').trim();
    const deeper = next !== undefined && next.level !== null && next.level > level;
    return line.level === null && line.table === null && deeper && title !== '' && title.length <= SHORT && !/[。；;，,:\d]/.test(title);
  });
}

class Walk {
  readonly found: TextSpan[] = [];
  private readonly counts: number[] = [];
  private readonly since: number[] = [];
  private previous: number | null = null;

  constructor(private readonly lines: readonly ReportLine[]) {}

  take(line: ReportLine, index: number): void {
    const { level } = line;
    const value = valueOf(line.number);
    if (level === null || value === null) return;
    const count = this.counts[level] ?? 0;
    if (value === count + 2) {
      const missing = unnumbered(this.lines.slice(this.since[level] ?? 0, index), level);
      if (missing !== undefined) this.found.push(whole(missing));
    }
    // （一） again under 8.: the classes of this level were counted already.
    if (value === 1 && count > 0 && this.previous !== null && this.previous > level) this.found.push(whole(line));
    this.counts.length = level;
    this.counts[level] = value;
    this.since.length = level;
    this.since[level] = index + 1;
    this.previous = level;
  }
}

export function checkNumbering(context: ReportContext): void {
  const walk = new Walk(context.lines);
  context.lines.forEach((line, index) => {
    walk.take(line, index);
  });
  const [first, ...also] = walk.found;
  if (first === undefined) return;
  const places = walk.found.map(({ line }) => `「${line.text.trim().slice(0, SHORT)}」`).join('、');
  context.find('report-numbering', 'info', first, `${places}处的标题序号缺少或层次不合，供核对。`, { also });
}
