/** What a right reading of a rendered case is: plain values and A1 addresses, derived from the case's own texts. */

export type SlotState = 'value' | 'blank' | 'placeholder' | 'text';

export interface NumberTruth {
  readonly cell: string | null;
  readonly state: SlotState;
  /** Decimal text without trailing zeros. */
  readonly value: string | null;
}

export interface TextTruth {
  readonly cell: string;
  readonly state: SlotState;
  readonly text: string | null;
}

export interface QuantityTruth extends TextTruth {
  /** undefined: two readings are defensible, not compared. */
  readonly number?: string | null;
  readonly comparator?: string | null | undefined;
}

export interface RowTruth {
  readonly role: 'indicator' | 'execution' | 'breakdown' | 'bonus';
  /** null: not compared (the execution row). */
  readonly path: readonly string[] | null;
  readonly nameCell: string;
  readonly weight: NumberTruth | null;
  readonly score: NumberTruth | null;
  readonly shares: boolean;
  readonly target: QuantityTruth | null;
  readonly actual: QuantityTruth | null;
  readonly reason: TextTruth | null;
  readonly criterion: TextTruth | null;
  readonly itemScore: NumberTruth | null;
  readonly coefficient: NumberTruth | null;
  readonly completion: NumberTruth | null;
}

export interface GroupTruth {
  readonly cell: string;
  readonly name: string;
  readonly weight: string | null;
}

export interface TotalTruth {
  readonly kind: 'total' | 'subtotal';
  /** null: either reading is right (a total in one cell with its label). */
  readonly where: 'row' | 'beside' | null;
  readonly labelCell: string;
  readonly weight: NumberTruth | null;
  readonly score: NumberTruth | null;
}

export interface FundTruth {
  readonly labelCell: string;
  readonly kind: string;
  readonly initial: NumberTruth | null;
  readonly budget: NumberTruth | null;
  readonly arrived: NumberTruth | null;
  readonly executed: NumberTruth | null;
  readonly rate: NumberTruth | null;
  readonly weight: NumberTruth | null;
  readonly score: NumberTruth | null;
  readonly labelAmount: string | null;
}

export interface Truth {
  readonly unit: string | null;
  readonly project: string | null;
  readonly year: number | null;
  readonly kind: 'whole' | 'project';
  readonly money: '元' | '万元' | null;
  readonly grade: string | null;
  readonly rows: readonly RowTruth[];
  readonly groups: readonly GroupTruth[];
  readonly totals: readonly TotalTruth[];
  readonly funding: readonly FundTruth[] | null;
}

const PLACEHOLDERS = new Set(['-', '—', '－', '/', '无', '×', '……', '…']);

/** Text as compared: half width, no white space. */
export function flat(text: string): string {
  return [...text]
    .map((ch) => {
      const code = ch.charCodeAt(0);
      return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : ch === '\u3000' ? ' ' : ch;
    })
    .join('')
    .replace(/\s+/g, '');
}

/** A name as the contract of these tests has it: marks and weight off, no white space, half-width punctuation. */
export function nameTruth(text: string): { name: string; weight: string | null } {
  let name = flat(text)
    .replace(/^[★☆▲●]+/, '')
    .replace(/[★☆▲]+$/, '');
  const weight = /\((\d+(?:\.\d+)?)分\)$/.exec(name);
  if (weight !== null) name = name.slice(0, weight.index);
  return { name, weight: weight === null ? null : trimmed(weight[1]!) };
}

/** "22.50" → "22.5", "1,000" → "1000" */
export function trimmed(number: string): string {
  const plain = number.replace(/,/g, '');
  return plain.includes('.') ? plain.replace(/0+$/, '').replace(/\.$/, '') : plain;
}

/** "98" → "0.98" without a float. */
export function hundredth(number: string): string {
  const [whole = '0', fraction = ''] = trimmed(number).split('.');
  const digits = whole.padStart(3, '0') + fraction;
  const at = digits.length - fraction.length - 2;
  return trimmed(`${digits.slice(0, at)}.${digits.slice(at)}`).replace(/^0+(?=\d)/, '');
}

export function stateOf(text: string): SlotState {
  const plain = flat(text);
  if (plain === '') return 'blank';
  return PLACEHOLDERS.has(plain) ? 'placeholder' : 'value';
}

/** A score, weight or amount. */
export function numberTruth(text: string, cell: string | null): NumberTruth {
  const state = stateOf(text);
  if (state !== 'value') return { cell, state, value: null };
  const match = /^([\d,]+(?:\.\d+)?)(万|%)?$/.exec(flat(text));
  if (match === null) return { cell, state: 'text', value: null };
  return { cell, state: 'value', value: match[2] === '%' ? hundredth(match[1]!) : trimmed(match[1]!) };
}

/** A rate column: 100% and 100.00 are both 1; a zero is a zero. */
export function rateTruth(text: string, cell: string | null): NumberTruth {
  const found = numberTruth(text, cell);
  if (found.value === null || flat(text).endsWith('%')) return found;
  return { ...found, value: hundredth(found.value) };
}

const COMPARATORS: Record<string, string> = {
  '≥': '>=',
  '≧': '>=',
  '>=': '>=',
  '004>=': '>=',
  '≤': '<=',
  '≦': '<=',
  '<=': '<=',
  '005<=': '<=',
  '=': '=',
  '═': '=',
};

export function textTruth(text: string, cell: string): TextTruth {
  const state = stateOf(text);
  return { cell, state, text: state === 'value' ? flat(text) : null };
}

/**
 * A target or actual value. Where two readings are defensible (150万 without 元, 「100%覆盖」, 「9月前」) the number is not
 * compared, only the text.
 */
export function quantityTruth(text: string, cell: string, unit: string, symbol: string): QuantityTruth {
  const base = textTruth(text, cell);
  if (base.state !== 'value') return base;
  const plain = base.text!;
  const head = /^(≥|≧|>=|≤|≦|<=|=|═)?(.*)$/.exec(plain)!;
  const fromSymbol = COMPARATORS[flat(symbol)] ?? null;
  const comparator = head[1] !== undefined ? COMPARATORS[head[1]]! : fromSymbol;
  const number = /^([\d,]+(?:\.\d+)?)(%|百分比|亿|万元|[米厘米人亩只头个次份篇户]*)$/.exec(head[2]!);
  if (number === null) return { ...base, comparator: undefined };
  const digits = number[1]!;
  const suffix = number[2]!;
  if (suffix === '%' || suffix === '百分比') return { ...base, number: hundredth(digits), comparator };
  // 20万元 is 20 in a 万元 form and 200000 in yuan: both are right, so only the text counts.
  if (suffix === '万元') return { ...base, comparator };
  if (suffix === '亿') return { ...base, number: `${trimmed(digits)}00000000`, comparator };
  if (suffix === '' && /^%/.test(flat(unit))) return { ...base, number: hundredth(digits), comparator };
  return { ...base, number: trimmed(digits), comparator };
}
