/** 「年中追加额÷年初预算数」, 「|决算数－预算数|÷预算数」: names, figures, + − × ÷, brackets and | |. */
import { Dec, normal, oncePerText } from '../workbook';
import type { ItemFormula } from './types';

const QUOTES = /["“”'‘’「」]/g;
const SIGNS: Readonly<Record<string, string>> = { '−': '-', '—': '-', '×': '*', '÷': '/', '[': '(', '{': '(', ']': ')', '}': ')' };
const TOKEN = /(\d+(?:\.\d+)?%?)|([-+*/()|])|([^-+*/()|\d][^-+*/()|]*)/y;
const MOST_TOKENS = 200;
const LONGEST_NAME = 30;

interface Token {
  readonly kind: 'number' | 'sign' | 'name';
  readonly text: string;
}

/** A name as formulas are compared by it: without quotation marks. */
export const itemNameOf = (name: string): string => normal(name).replace(QUOTES, '');

function tokensOf(text: string): readonly Token[] | null {
  const plain = itemNameOf(text).replace(/[−—×÷[\]{}]/g, (sign) => SIGNS[sign]!);
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < plain.length) {
    const [, number, sign, name] = TOKEN.exec(plain) ?? [];
    if (tokens.length >= MOST_TOKENS || (name !== undefined && name.length > LONGEST_NAME)) return null;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else return null;
  }
  return tokens;
}

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): ItemFormula | null {
    const formula = this.sum();
    return this.at === this.tokens.length ? formula : null;
  }

  private take(...signs: readonly string[]): string | null {
    const token = this.tokens[this.at];
    if (token === undefined || token.kind !== 'sign' || !signs.includes(token.text)) return null;
    this.at += 1;
    return token.text;
  }

  private sum(): ItemFormula | null {
    let left = this.product();
    for (let sign = this.take('+', '-'); left !== null && sign !== null; sign = this.take('+', '-')) {
      const right = this.product();
      left = right === null ? null : { op: sign === '+' ? 'add' : 'subtract', left, right };
    }
    return left;
  }

  private product(): ItemFormula | null {
    let left = this.one();
    for (let sign = this.take('*', '/'); left !== null && sign !== null; sign = this.take('*', '/')) {
      const right = this.one();
      left = right === null ? null : { op: sign === '*' ? 'multiply' : 'divide', left, right };
    }
    return left;
  }

  private one(): ItemFormula | null {
    const bracket = this.take('(', '|');
    if (bracket !== null) {
      const inner = this.sum();
      if (inner === null || this.take(bracket === '(' ? ')' : '|') === null) return null;
      return bracket === '(' ? inner : { op: 'abs', of: inner };
    }
    const token = this.tokens[this.at];
    if (token === undefined || token.kind === 'sign') return null;
    this.at += 1;
    if (token.kind === 'name') return { op: 'item', name: token.text };
    const percent = token.text.endsWith('%');
    const figure = new Dec(percent ? token.text.slice(0, -1) : token.text);
    return { op: 'number', value: percent ? figure.div(100) : figure };
  }
}

/** null for what is no such formula. What standards may declare, what rows state and what is worked out are read by this one reader. */
export const parseItemFormula = oncePerText((text: string): ItemFormula | null => {
  const tokens = tokensOf(text);
  return tokens === null || tokens.length === 0 ? null : new Parser(tokens).whole();
});

/** The names a formula speaks of, each once. */
export function itemsIn(formula: ItemFormula): readonly string[] {
  switch (formula.op) {
    case 'item':
      return [formula.name];
    case 'number':
      return [];
    case 'abs':
      return itemsIn(formula.of);
    default:
      return [...new Set([...itemsIn(formula.left), ...itemsIn(formula.right)])];
  }
}
