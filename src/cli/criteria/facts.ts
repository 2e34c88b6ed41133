/** 「满意度=92%，迟报=2」: what is told of the facts that a criterion asks for. */
import type { FactRef, FactValue } from '../../criteria';
import { Dec, normal } from '../../workbook';
import { factName } from '../../words';

export interface ToldFact {
  readonly name: string;
  readonly value: FactValue;
}

const YES = new Set(['是', '有', '符合', 'true', '对']);
const NO = new Set(['否', '无', '没有', '不符合', 'false', '不']);
const NUMBER = /^([+-]?\d+(?:\.\d+)?)(%?)$/;

/** null: no value that is known. */
function valueOf(text: string): FactValue | null {
  if (YES.has(text)) return true;
  if (NO.has(text)) return false;
  const number = NUMBER.exec(text);
  if (number !== null) return number[2] === '%' ? new Dec(number[1]!).div(100) : new Dec(number[1]!);
  return text === '' ? null : text;
}

/** Parted by commas or semicolons; the part that is no 「名称=值」 where one is not. */
export function factsTold(text: string): readonly ToldFact[] | { readonly unclear: string } {
  const told: ToldFact[] = [];
  for (const part of normal(text).split(/[,;，；、\n]/)) {
    if (part.trim() === '') continue;
    const at = part.indexOf('=');
    const name = part.slice(0, Math.max(at, 0)).trim();
    const value = at < 0 ? null : valueOf(part.slice(at + 1).trim());
    if (name === '' || value === null) return { unclear: part.trim() };
    told.push({ name, value });
  }
  return told;
}

const takes = ({ kind }: FactRef, value: FactValue): boolean =>
  kind === 'yes' ? typeof value === 'boolean' : kind === 'level' ? typeof value === 'string' : value instanceof Dec;

/** The fact that is meant: called so, or the only one whose name holds these words. */
export function factNamed(refs: readonly FactRef[], { name, value }: ToldFact): FactRef | null {
  const fitting = refs.filter((ref) => takes(ref, value));
  const exact = fitting.find((ref) => ref.name === name || factName(ref) === name);
  if (exact !== undefined) return exact;
  const close = fitting.filter((ref) => factName(ref).includes(name) || (ref.name !== '' && name.includes(ref.name)));
  return close.length === 1 ? close[0]! : null;
}
