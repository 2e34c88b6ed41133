/** 「年中追加额÷年初预算数」: names, figures, + − × ÷ and brackets. */
import { Dec } from '../workbook';
import type { ItemFormula } from './types';

const SIGNS: Readonly<Record<string, string>> = {
  '＋': '+',
  '－': '-',
  '−': '-',
  '—': '-',
  '×': '*',
  '＊': '*',
  '÷': '/',
  '／': '/',
  '（': '(',
  '）': ')',
};
const TOKEN = /\s*(?:(\d+(?:\.\d+)?%?)|([+\-*/()])|([^\s+\-*/()\d][^\s+\-*/()]*))/y;
const MOST_TOKENS = 200;

interface Token {
  readonly kind: 'number' | 'sign' | 'name';
  readonly text: string;
}

function tokensOf(text: string): readonly Token[] | null {
  const plain = text.replace(/[＋－−—×＊÷／（）]/g, (sign) => SIGNS[sign]!).trim();
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < plain.length) {
    const match = TOKEN.exec(plain);
    if (match === null || tokens.length >= MOST_TOKENS) return null;
    if (match[1] !== undefined) tokens.push({ kind: 'number', text: match[1] });
    else if (match[2] !== undefined) tokens.push({ kind: 'sign', text: match[2] });
    else tokens.push({ kind: 'name', text: match[3]! });
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
    if (this.take('(') !== null) {
      const inner = this.sum();
      return this.take(')') === null ? null : inner;
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

/** null for what is no such formula. */
export function parseItemFormula(text: string): ItemFormula | null {
  const tokens = tokensOf(text);
  return tokens === null || tokens.length === 0 ? null : new Parser(tokens).whole();
}

/** The names a formula speaks of, each once. */
export function itemsIn(formula: ItemFormula): readonly string[] {
  if (formula.op === 'item') return [formula.name];
  if (formula.op === 'number') return [];
  return [...new Set([...itemsIn(formula.left), ...itemsIn(formula.right)])];
}
