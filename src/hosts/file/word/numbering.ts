/** numbering.xml: how lists count. A counter runs for each list that the file defines, not for each that refers to it. */
import { EOF, START, type XmlScanner } from '../xml-scanner';
import { numeralText } from './numerals';

interface Level {
  start: number;
  format: string;
  /** 「%1、」: %n stands for the number of level n. */
  text: string;
}

interface ListDefinition {
  readonly levels: Map<number, Level>;
}

interface ListUse {
  readonly definition: string;
  readonly starts: ReadonlyMap<number, number>;
}

const MOST_LEVELS = 9;
/** Longer than what word processors allow: it is written before every paragraph of its list. */
const LONGEST_TEXT = 255;

export class ListNumbers {
  private readonly definitions = new Map<string, ListDefinition>();
  private readonly uses = new Map<string, ListUse>();
  private readonly counters = new Map<string, number[]>();
  private readonly started = new Set<string>();

  constructor(xml: XmlScanner | undefined) {
    if (xml !== undefined) this.read(xml);
  }

  /** The number before the next paragraph of this list and level, and the list counts on; '' for bullets and unknown lists. */
  next(list: string, level: number): string {
    const use = this.uses.get(list);
    const levels = use === undefined ? undefined : this.definitions.get(use.definition)?.levels;
    const own = levels?.get(level);
    if (use === undefined || levels === undefined || own === undefined) return '';
    const counts = this.counted(list, use, levels, level);
    return own.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return numeralText(counts[at] ?? levels.get(at)?.start ?? 1, levels.get(at)?.format ?? 'decimal');
    });
  }

  private counted(list: string, use: ListUse, levels: ReadonlyMap<number, Level>, level: number): readonly number[] {
    const counts = this.counters.get(use.definition) ?? [];
    this.counters.set(use.definition, counts);
    const startOf = (at: number): number => use.starts.get(at) ?? levels.get(at)?.start ?? 1;
    // A list that says where it starts begins anew the first time it is met.
    if (use.starts.has(level) && !this.started.has(`${list} ${level}`)) counts.length = Math.min(counts.length, level);
    this.started.add(`${list} ${level}`);
    for (let at = counts.length; at < level; at += 1) counts[at] = startOf(at);
    counts[level] = counts[level] === undefined ? startOf(level) : counts[level] + 1;
    counts.length = level + 1;
    return counts;
  }

  private read(xml: XmlScanner): void {
    for (let token = xml.next(); token !== EOF; token = xml.next()) {
      if (token !== START) continue;
      if (xml.is('abstractNum')) this.readDefinition(xml);
      else if (xml.is('num')) this.readUse(xml);
    }
  }

  private readDefinition(xml: XmlScanner): void {
    const levels = new Map<number, Level>();
    this.definitions.set(xml.attr('abstractNumId') ?? '', { levels });
    let level: Level | null = null;
    eachChild(xml, () => {
      if (xml.is('lvl')) {
        level = { start: 1, format: 'decimal', text: '' };
        const at = Number(xml.attr('ilvl') ?? 0);
        if (at >= 0 && at < MOST_LEVELS) levels.set(at, level);
      } else if (level !== null) {
        if (xml.is('start')) level.start = Number(xml.attr('val') ?? 1);
        if (xml.is('numFmt')) level.format = xml.attr('val') ?? 'decimal';
        if (xml.is('lvlText')) level.text = (xml.attr('val') ?? '').slice(0, LONGEST_TEXT);
      }
    });
  }

  private readUse(xml: XmlScanner): void {
    const id = xml.attr('numId') ?? '';
    let definition = '';
    let at = 0;
    const starts = new Map<number, number>();
    eachChild(xml, () => {
      if (xml.is('abstractNumId')) definition = xml.attr('val') ?? '';
      if (xml.is('lvlOverride')) at = Number(xml.attr('ilvl') ?? 0);
      if (xml.is('startOverride')) starts.set(at, Number(xml.attr('val') ?? 1));
    });
    this.uses.set(id, { definition, starts });
  }
}

/** Every start tag inside the element whose start tag is current. */
export function eachChild(xml: XmlScanner, visit: () => void): void {
  if (xml.selfClosing) return;
  const floor = xml.depth;
  while (xml.depth >= floor) if (xml.next() === START) visit();
}
