/** 得分=完成率×分值,最高不超过分值 */
import { kinds, MISMATCH, type Cursor } from './cursor';
import { tail } from './consequences';
import { nameFrom, value } from './names';
import type { ExprTree, FormulaStatement } from './tree';

/** Deeper brackets are not read. */
const DEEPEST = 8;
const FACTORS = kinds('times', 'div');
const SUMMANDS = kinds('plus', 'dash');

export function formulaStatement(cursor: Cursor): FormulaStatement {
  cursor.skip('score');
  const expr = sum(cursor);
  const alternative = cursor.skip('or') ? sum(cursor) : null;
  // 「…=折算得分」
  if (cursor.skip('cmp')) cursor.skip('phrase');
  cursor.skip('score');
  const rounded = isRounded(cursor);
  return { expr, alternative, rounded, tail: tail(cursor) };
}

function isRounded(cursor: Cursor): boolean {
  if (cursor.isKind(1, 'comma') && cursor.isKind(2, 'round')) cursor.takeKind('comma');
  return cursor.skip('round');
}

function sum(cursor: Cursor): ExprTree {
  let left = product(cursor);
  while (cursor.is(1, SUMMANDS)) {
    const op = cursor.take(SUMMANDS).kind === 'plus' ? 'add' : 'subtract';
    left = { op, left, right: product(cursor) };
  }
  return left;
}

function product(cursor: Cursor): ExprTree {
  let left = atom(cursor);
  while (cursor.is(1, FACTORS)) {
    const op = cursor.take(FACTORS).kind === 'times' ? 'multiply' : 'divide';
    left = { op, left, right: atom(cursor) };
  }
  return left;
}

function atom(cursor: Cursor): ExprTree {
  if (cursor.isKind(1, 'qty') && cursor.isKind(2, 'phrase')) return quantityName(cursor);
  if (cursor.skip('max-points')) return { op: 'max-points' };
  if (cursor.isKind(1, 'open')) return bracketed(cursor);
  if (!cursor.isKind(1, 'phrase')) return { op: 'value', value: value(cursor) };
  const { text, from, to } = cursor.takeKind('phrase');
  return { op: 'name', name: { text, from, to, counted: null } };
}

/** 「30日内签订的合同数」. */
function quantityName(cursor: Cursor): ExprTree {
  const quantity = cursor.takeKind('qty');
  return { op: 'name', name: { ...nameFrom([quantity, cursor.takeKind('phrase')]), counted: null } };
}

function bracketed(cursor: Cursor): ExprTree {
  if (cursor.depth >= DEEPEST) throw MISMATCH;
  cursor.takeKind('open');
  cursor.depth += 1;
  const inner = sum(cursor);
  cursor.depth -= 1;
  cursor.takeKind('close');
  return inner;
}
