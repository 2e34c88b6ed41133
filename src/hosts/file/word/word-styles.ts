/** styles.xml: which paragraphs are headings, numbered or hidden by their style. */
import { EOF, START, type XmlScanner } from '../xml-scanner';
import { eachChild } from './numbering';

export interface ParagraphList {
  readonly list: string;
  readonly level: number;
}

interface Style {
  basedOn: string | null;
  level: number | null;
  list: string | null;
  listLevel: number | null;
  hidden: boolean;
}

/** Chains longer than this go round in a circle. */
const DEEPEST = 20;

export class WordStyles {
  private readonly styles = new Map<string, Style>();

  constructor(xml: XmlScanner | undefined) {
    if (xml !== undefined) this.read(xml);
  }

  /** Outline level of a style, 0 the outermost; null for running text. */
  level(id: string | null): number | null {
    return this.first(id, ({ level }) => level);
  }

  list(id: string | null): ParagraphList | null {
    const list = this.first(id, (style) => style.list);
    return list === null ? null : { list, level: this.first(id, (style) => style.listLevel) ?? 0 };
  }

  hidden(id: string | null): boolean {
    return this.first(id, ({ hidden }) => (hidden ? true : null)) ?? false;
  }

  private first<T>(id: string | null, of: (style: Style) => T | null): T | null {
    let style = id === null ? undefined : this.styles.get(id);
    for (let step = 0; style !== undefined && step < DEEPEST; step += 1) {
      const found = of(style);
      if (found !== null) return found;
      style = style.basedOn === null ? undefined : this.styles.get(style.basedOn);
    }
    return null;
  }

  private read(xml: XmlScanner): void {
    for (let token = xml.next(); token !== EOF; token = xml.next()) {
      if (token !== START || !xml.is('style')) continue;
      const style: Style = { basedOn: null, level: null, list: null, listLevel: null, hidden: false };
      this.styles.set(xml.attr('styleId') ?? '', style);
      eachChild(xml, () => {
        if (xml.is('basedOn')) style.basedOn = xml.attr('val') ?? null;
        else if (xml.is('outlineLvl')) style.level = outlineLevel(xml.attr('val'));
        else if (xml.is('numId')) style.list = xml.attr('val') ?? null;
        else if (xml.is('ilvl')) style.listLevel = Number(xml.attr('val') ?? 0);
        else if (xml.is('vanish')) style.hidden = isOn(xml);
      });
    }
  }
}

/** Nine is running text. */
export function outlineLevel(value: string | undefined): number | null {
  const level = Number(value ?? 9);
  return Number.isInteger(level) && level >= 0 && level < 9 ? level : null;
}

/** `<w:vanish/>` is on, `<w:vanish w:val="0"/>` is off. */
export function isOn(xml: XmlScanner): boolean {
  const value = xml.attr('val');
  return value === undefined || !['0', 'false', 'off'].includes(value);
}
