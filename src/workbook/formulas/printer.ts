import { a1OfRect, parseA1 } from '../address';
import { LEVELS, type Formula, type FormulaNode, type ReferenceNode } from './ast';

const OPERAND = LEVELS.length;

/** The formula in one canonical spelling, without "=": parsing it again gives the same tree. */
export function printFormula(formula: Formula): string {
  return print(formula.root);
}

function print(node: FormulaNode): string {
  switch (node.kind) {
    case 'number':
    case 'unknown':
      return node.text;
    case 'text':
      return `"${node.value.replaceAll('"', '""')}"`;
    case 'boolean':
      return node.value ? 'TRUE' : 'FALSE';
    case 'error':
      return node.error;
    case 'missing':
      return '';
    case 'reference':
      return printReference(node);
    case 'sign':
      return node.sign + bracketed(node.operand, node.operand.kind === 'chain');
    case 'percent':
      return `${bracketed(node.operand, node.operand.kind === 'sign' || node.operand.kind === 'chain')}%`;
    case 'call':
      return `${node.name}(${node.args.map(print).join(',')})`;
    case 'chain':
      return (
        bracketed(node.first, levelOf(node.first) <= node.level) +
        node.rest.map(({ operator, operand }) => operator + bracketed(operand, levelOf(operand) <= node.level)).join('')
      );
  }
}

function levelOf(node: FormulaNode): number {
  return node.kind === 'chain' ? node.level : OPERAND;
}

function bracketed(node: FormulaNode, needed: boolean): string {
  return needed ? `(${print(node)})` : print(node);
}

function printReference(node: ReferenceNode): string {
  const area = a1OfRect(node.rect);
  return node.sheet === null ? area : `${quotedIfNeeded(node.sheet)}!${area}`;
}

const PLAIN_NAME = /^[A-Za-z_\u4e00-\u9fff][A-Za-z0-9_.\u4e00-\u9fff]*$/;
const LIKE_R1C1 = /^[rR][0-9]*([cC][0-9]*)?$|^[cC][0-9]*$/;

function quotedIfNeeded(sheet: string): string {
  const plain = PLAIN_NAME.test(sheet) && parseA1(sheet) === null && !LIKE_R1C1.test(sheet);
  return plain ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}
