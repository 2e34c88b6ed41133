/** Number format codes taken apart (ECMA-376 part 1, 18.8.31): sections, and the tokens of each. */

export type FormatToken =
  | { readonly is: 'literal'; readonly text: string }
  /** 0 # ? before, within or after the point. */
  | { readonly is: 'digit'; readonly sign: '0' | '#' | '?' }
  | { readonly is: 'point' | 'comma' | 'percent' | 'slash' | 'text' | 'general' }
  /** E+ or E-: whether a plus is shown. */
  | { readonly is: 'exponent'; readonly plus: boolean }
  /** A run of one date letter: yyyy, m, dd, h, ss; case made lower. */
  | { readonly is: 'date'; readonly letters: string }
  | { readonly is: 'elapsed'; readonly letters: string }
  | { readonly is: 'halfDay'; readonly morning: string; readonly afternoon: string };

export type Compare = '<' | '<=' | '>' | '>=' | '=' | '<>';

export interface Section {
  readonly tokens: readonly FormatToken[];
  readonly color: string | null;
  readonly condition: { readonly compare: Compare; readonly than: number } | null;
  /** Chinese numerals: 1 for 一二三, 2 for 壹贰叁, 3 for full-width digits; 0 for none. */
  readonly numerals: 0 | 1 | 2 | 3;
}

const COLOURS: Readonly<Record<string, string>> = {
  black: '#000000',
  blue: '#0000ff',
  cyan: '#00ffff',
  green: '#00ff00',
  magenta: '#ff00ff',
  red: '#ff0000',
  white: '#ffffff',
  yellow: '#ffff00',
  黑色: '#000000',
  蓝色: '#0000ff',
  青色: '#00ffff',
  绿色: '#00ff00',
  洋红: '#ff00ff',
  红色: '#ff0000',
  白色: '#ffffff',
  黄色: '#ffff00',
};

const MAX_CODE = 1024;
const MAX_SECTIONS = 4;

/** The sections of a code; never empty. Anything unknown is a literal. */
export function sectionsOf(code: string, indexed: readonly string[]): readonly Section[] {
  const parts = split(code.slice(0, MAX_CODE)).slice(0, MAX_SECTIONS);
  return parts.map((part) => new SectionReader(part, indexed).read());
}

function split(code: string): string[] {
  const parts: string[] = [''];
  for (let at = 0; at < code.length; at += 1) {
    const sign = code[at]!;
    if (sign === ';') {
      parts.push('');
      continue;
    }
    const end =
      sign === '"'
        ? closing(code, at, '"')
        : sign === '['
          ? closing(code, at, ']')
          : sign === '\\' || sign === '_' || sign === '*'
            ? Math.min(at + 1, code.length - 1)
            : at;
    parts[parts.length - 1] += code.slice(at, end + 1);
    at = end;
  }
  return parts;
}

function closing(code: string, from: number, sign: string): number {
  const end = code.indexOf(sign, from + 1);
  return end < 0 ? code.length - 1 : end;
}

class SectionReader {
  private readonly tokens: FormatToken[] = [];
  private color: string | null = null;
  private condition: Section['condition'] = null;
  private numerals: Section['numerals'] = 0;
  private at = 0;

  constructor(
    private readonly code: string,
    private readonly indexed: readonly string[],
  ) {}

  read(): Section {
    while (this.at < this.code.length) this.step();
    return { tokens: this.tokens, color: this.color, condition: this.condition, numerals: this.numerals };
  }

  private step(): void {
    const rest = this.code.slice(this.at);
    const taken = this.quoted(rest) || this.bracket(rest) || this.word(rest) || this.sign(rest);
    this.at += taken;
  }

  private literal(text: string): void {
    const last = this.tokens[this.tokens.length - 1];
    if (last?.is === 'literal') this.tokens[this.tokens.length - 1] = { is: 'literal', text: last.text + text };
    else this.tokens.push({ is: 'literal', text });
  }

  /** "text", \x, _x (a blank as wide as x) and *x (x repeated; drawn once at most). */
  private quoted(rest: string): number {
    const sign = rest[0]!;
    if (sign === '"') {
      const end = closing(rest, 0, '"');
      this.literal(rest.slice(1, rest[end] === '"' && end > 0 ? end : end + 1));
      return end + 1;
    }
    if (sign === '\\') this.literal(rest[1] ?? '');
    else if (sign === '_') this.literal(' ');
    else if (sign !== '*') return 0;
    return 2;
  }

  private bracket(rest: string): number {
    if (rest[0] !== '[') return 0;
    const end = closing(rest, 0, ']');
    const inner = rest.slice(1, end);
    const lower = inner.toLowerCase();
    const compare = /^(<=|>=|<>|<|>|=)\s*(-?[0-9]+(?:\.[0-9]+)?)$/.exec(inner);
    if (/^(h+|m+|s+)$/.test(lower)) this.tokens.push({ is: 'elapsed', letters: lower });
    else if (compare !== null) this.condition = { compare: compare[1] as Compare, than: Number(compare[2]) };
    else if (/^dbnum[123]$/.test(lower)) this.numerals = Number(lower[5]) as Section['numerals'];
    else if (lower.startsWith('$')) this.literal(inner.slice(1).split('-')[0]!);
    else this.color = this.colourNamed(lower) ?? this.color;
    return end + 1;
  }

  private colourNamed(name: string): string | null {
    const numbered = /^(?:color|颜色)\s*([0-9]{1,2})$/.exec(name);
    return numbered === null ? (COLOURS[name] ?? null) : (this.indexed[Number(numbered[1]) + 7] ?? null);
  }

  private word(rest: string): number {
    const word = /^(?:general|g\/通用格式|am\/pm|a\/p|上午\/下午|e[+-]|y+|m+|d+|h+|s+|a{3,4}|e+)/i.exec(rest)?.[0];
    if (word === undefined) return 0;
    const lower = word.toLowerCase();
    if (lower === 'general' || lower === 'g/通用格式') this.tokens.push({ is: 'general' });
    else if (lower.includes('/')) this.halfDay(word);
    else if (lower === 'e+' || lower === 'e-') this.tokens.push({ is: 'exponent', plus: lower === 'e+' });
    else this.tokens.push({ is: 'date', letters: lower.startsWith('e') ? 'yyyy' : lower });
    return word.length;
  }

  private halfDay(word: string): void {
    const [morning, afternoon] = word.split('/') as [string, string];
    this.tokens.push({ is: 'halfDay', morning, afternoon });
  }

  private sign(rest: string): number {
    const sign = rest[0]!;
    if (sign === '0' || sign === '#' || sign === '?') this.tokens.push({ is: 'digit', sign });
    else if (sign === '.') this.tokens.push({ is: 'point' });
    else if (sign === ',') this.tokens.push({ is: 'comma' });
    else if (sign === '%') this.tokens.push({ is: 'percent' });
    else if (sign === '/') this.tokens.push({ is: 'slash' });
    else if (sign === '@') this.tokens.push({ is: 'text' });
    else this.literal(sign);
    return 1;
  }
}
