/** Contents and edits as plain data, so that they cross between threads without losing a digit. */
import { type CellEdit, type Content, Dec } from '../../workbook';
import type { PlainContent, PlainEdit, PlainValue } from './types';

const plainValue = (value: Dec | string | boolean): PlainValue => (value instanceof Dec ? { number: value.toFixed() } : value);
const ownValue = (value: PlainValue): Dec | string | boolean => (typeof value === 'object' ? new Dec(value.number) : value);

export function plainContent(content: Content): PlainContent {
  if (content.kind === 'blank') return content;
  if (content.kind === 'value') return { kind: 'value', value: plainValue(content.value) };
  return { kind: 'formula', formula: content.formula, stored: plainValue(content.stored) };
}

export function ownContent(content: PlainContent): Content {
  if (content.kind === 'blank') return content;
  if (content.kind === 'value') return { kind: 'value', value: ownValue(content.value) };
  return { kind: 'formula', formula: content.formula, stored: ownValue(content.stored) };
}

export function plainEdit(edit: CellEdit): PlainEdit {
  return { ...edit, before: plainContent(edit.before), after: plainContent(edit.after) };
}

export function ownEdit(edit: PlainEdit): CellEdit {
  return { ...edit, before: ownContent(edit.before), after: ownContent(edit.after) };
}
