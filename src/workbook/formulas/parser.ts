import { LEVELS, type Formula, type FormulaNode, type Operator } from './ast';
import { tokenise, type Token } from './lexer';

/** Brackets, calls and signs inside one another; Excel itself allows 64 levels of calls. */
const MAX_DEPTH = 64;

/** Twice what Excel accepts; what is longer is not worth reading. */
const MAX_LENGTH = 16_384;

/**
 * A formula as stored in a file: en-US grammar, without "=" (one is forgiven). Whatever lies outside the grammar
 * becomes an «unknown» node, in its place where possible, else as the whole formula. Never throws; linear.
 */
export function parseFormula(text: string): Formula {
  if (text.length > MAX_LENGTH) return { text, root: { kind: 'unknown', text, parts: [] } };
  const body = text.startsWith('=') ? text.slice(1) : text;
  const tokens = tokenise(body);
  const root = new Parser(body, tokens).whole();
  return { text, root: root ?? { kind: 'unknown', text, parts: tokens.flatMap(referenceIn) } };
}

function referenceIn(token: Token): FormulaNode[] {
  return token.kind === 'reference' ? [{ kind: 'reference', sheet: token.sheet, rect: token.rect }] : [];
}

/** Recursive descent; null means «this is no formula» and goes all the way up. */
class Parser {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
  ) {}

  whole(): FormulaNode | null {
    const node = this.level(0);
    return node !== null && this.next.kind === 'end' ? node : null;
  }

  private get next(): Token {
    return this.tokens[this.at]!;
  }

  private level(level: number): FormulaNode | null {
    if (level === LEVELS.length) return this.signed();
    const first = this.level(level + 1);
    if (first === null) return null;
    const rest: { operator: Operator; operand: FormulaNode }[] = [];
    for (let operator = this.operatorOf(level); operator !== null; operator = this.operatorOf(level)) {
      this.at += 1;
      const operand = this.level(level + 1);
      if (operand === null) return null;
      rest.push({ operator, operand });
    }
    return rest.length === 0 ? first : { kind: 'chain', level, first, rest };
  }

  private operatorOf(level: number): Operator | null {
    if (this.next.kind !== 'operator') return null;
    const text = this.text.slice(this.next.from, this.next.to);
    return LEVELS[level]!.find((operator) => operator === text) ?? null;
  }

  private get sign(): '+' | '-' | null {
    if (this.next.kind !== 'operator') return null;
    const char = this.text[this.next.from];
    return char === '+' || char === '-' ? char : null;
  }

  /** A sign binds tighter than `^`: −2^2 is 4. */
  private signed(): FormulaNode | null {
    const sign = this.sign;
    if (sign === null) return this.percents();
    this.at += 1;
    const operand = this.deeper(() => this.signed());
    return operand === null ? null : { kind: 'sign', sign, operand };
  }

  private percents(): FormulaNode | null {
    let node = this.operand();
    for (let count = 0; node !== null && this.isPercent(); count += 1) {
      if (count + this.depth >= MAX_DEPTH) return null;
      this.at += 1;
      node = { kind: 'percent', operand: node };
    }
    return node;
  }

  private isPercent(): boolean {
    return this.next.kind === 'operator' && this.text[this.next.from] === '%';
  }

  /** One operand. Two without an operator between them (an intersection, a spill, a name) are unknown together. */
  private operand(): FormulaNode | null {
    const from = this.next.from;
    const first = this.primary();
    if (first === null || !this.startsOperand()) return first;
    const parts = [first];
    while (this.startsOperand()) {
      const part = this.primary();
      if (part === null) return null;
      parts.push(part);
    }
    return { kind: 'unknown', text: this.textFrom(from), parts };
  }

  private startsOperand(): boolean {
    const { kind } = this.next;
    return kind !== 'operator' && kind !== 'close' && kind !== 'comma' && kind !== 'end';
  }

  private primary(): FormulaNode | null {
    const token = this.next;
    this.at += 1;
    switch (token.kind) {
      case 'number':
        return { kind: 'number', text: this.text.slice(token.from, token.to) };
      case 'text':
        return { kind: 'text', value: token.value };
      case 'boolean':
        return { kind: 'boolean', value: token.value };
      case 'error':
        return { kind: 'error', error: token.error };
      case 'reference':
        return { kind: 'reference', sheet: token.sheet, rect: token.rect };
      case 'foreign':
        return { kind: 'unknown', text: this.text.slice(token.from, token.to), parts: [] };
      case 'function':
        return this.call(token.name);
      case 'open':
        return this.bracket(token.from);
      default:
        this.at -= 1;
        return null;
    }
  }

  private call(name: string): FormulaNode | null {
    const args = this.deeper(() => this.list());
    return args === null ? null : { kind: 'call', name, args };
  }

  /** What stands in brackets; a comma makes it a union of references. */
  private bracket(from: number): FormulaNode | null {
    const list = this.deeper(() => this.list());
    const only = list?.[0];
    if (list === null || only === undefined) return null;
    if (list.some((node) => node.kind === 'missing')) return null;
    return list.length === 1 ? only : { kind: 'unknown', text: this.textFrom(from), parts: list };
  }

  /** Arguments up to and with the closing bracket. */
  private list(): FormulaNode[] | null {
    const list: FormulaNode[] = [];
    if (this.takes('close')) return list;
    for (;;) {
      const omitted = this.nextIs('comma') || this.nextIs('close');
      const node: FormulaNode | null = omitted ? { kind: 'missing' } : this.level(0);
      if (node === null) return null;
      list.push(node);
      if (this.takes('close')) return list;
      if (!this.takes('comma')) return null;
    }
  }

  private nextIs(kind: Token['kind']): boolean {
    return this.next.kind === kind;
  }

  private takes(kind: Token['kind']): boolean {
    if (!this.nextIs(kind)) return false;
    this.at += 1;
    return true;
  }

  private deeper<T>(read: () => T | null): T | null {
    if (this.depth >= MAX_DEPTH) return null;
    this.depth += 1;
    const result = read();
    this.depth -= 1;
    return result;
  }

  private textFrom(from: number): string {
    return this.text.slice(from, this.tokens[this.at - 1]!.to);
  }
}
