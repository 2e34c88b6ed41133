/** Arithmetic as people write it into a sentence: numbers, percentages, + - × ÷ and brackets. */
import { Dec } from '../workbook';

export interface Reckoned {
  readonly value: Dec;
  /** Half of the last decimal place of a number that stands alone; 0 for exact ones. */
  readonly half: Dec;
  /** Operations in it. */
  readonly steps: number;
  /** Something is divided, so that the result may have been rounded. */
  readonly divides: boolean;
}

const TOKEN = /\s*(\d+(?:,\d{3})*(?:\.\d+)?%?|[+\-×x÷/()])/y;

function tokensOf(text: string): readonly string[] | null {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text);
    if (found === null) return null;
    tokens.push(found[1]!);
  }
  return tokens;
}

class Calculation {
  private at = 0;
  steps = 0;

  constructor(private readonly tokens: readonly string[]) {}

  whole(): Dec | null {
    const value = this.sum();
    return this.at === this.tokens.length ? value : null;
  }

  private sum(): Dec | null {
    let value = this.product();
    for (let sign = this.tokens[this.at]; value !== null && (sign === '+' || sign === '-'); sign = this.tokens[this.at]) {
      this.at += 1;
      this.steps += 1;
      const next = this.product();
      value = next === null ? null : sign === '+' ? value.plus(next) : value.minus(next);
    }
    return value;
  }

  private product(): Dec | null {
    let value = this.term();
    for (let sign = this.tokens[this.at]; value !== null && /^[×x÷/]$/.test(sign ?? ''); sign = this.tokens[this.at]) {
      this.at += 1;
      this.steps += 1;
      const next = this.term();
      if (next === null) return null;
      if (sign === '×' || sign === 'x') value = value.times(next);
      else if (next.isZero()) return null;
      else value = value.div(next);
    }
    return value;
  }

  private term(): Dec | null {
    const token = this.tokens[this.at];
    this.at += 1;
    if (token === '(') {
      const value = this.sum();
      if (this.tokens[this.at] !== ')') return null;
      this.at += 1;
      return value;
    }
    if (token === undefined || !/^\d/.test(token)) return null;
    const plain = token.replace(/[,%]/g, '');
    return token.endsWith('%') ? new Dec(plain).div(100) : new Dec(plain);
  }
}

/** null where it is no arithmetic that is understood whole. */
export function workedOut(text: string): Reckoned | null {
  const tokens = tokensOf(text);
  if (tokens === null || tokens.length === 0) return null;
  const calculation = new Calculation(tokens);
  const value = calculation.whole();
  if (value === null) return null;
  return { value, half: calculation.steps === 0 ? halfOf(tokens[0]!) : new Dec(0), steps: calculation.steps, divides: /[÷/]/.test(text) };
}

function halfOf(token: string): Dec {
  const plain = token.replace(/[,%]/g, '');
  const decimals = plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0;
  const half = new Dec('0.5').times(new Dec(10).pow(-decimals));
  return token.endsWith('%') ? half.div(100) : half;
}
