/** Small faults that could be put into a source file: each one place, one change. */
import ts from 'typescript';

const K = ts.SyntaxKind;
/** Operators and what a slip would make of them. */
const OPERATORS = new Map([
  [K.LessThanToken, '<='],
  [K.LessThanEqualsToken, '<'],
  [K.GreaterThanToken, '>='],
  [K.GreaterThanEqualsToken, '>'],
  [K.EqualsEqualsEqualsToken, '!=='],
  [K.ExclamationEqualsEqualsToken, '==='],
  [K.PlusToken, '-'],
  [K.MinusToken, '+'],
  [K.AsteriskToken, '/'],
  [K.SlashToken, '*'],
  [K.AmpersandAmpersandToken, '||'],
  [K.BarBarToken, '&&'],
]);
/** Methods that are easily taken for one another. */
const METHODS = new Map(
  Object.entries({
    lt: 'lte',
    lte: 'lt',
    gt: 'gte',
    gte: 'gt',
    plus: 'minus',
    minus: 'plus',
    times: 'div',
    div: 'times',
    some: 'every',
    every: 'some',
    startsWith: 'endsWith',
    endsWith: 'startsWith',
    isNegative: 'isPositive',
    floor: 'ceil',
    ceil: 'floor',
    min: 'max',
    max: 'min',
  }),
);
const FUNCTIONS = new Map([
  ['halfUp', 'cutOff'],
  ['cutOff', 'halfUp'],
]);

const isText = (node) => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
/** `+` of texts has no minus. */
const joinsTexts = ({ left, right }) => isText(left) || isText(right);

function ofBinary(node) {
  const kind = node.operatorToken.kind;
  if (!OPERATORS.has(kind) || (kind === K.PlusToken && joinsTexts(node))) return [];
  return [{ node: node.operatorToken, to: OPERATORS.get(kind) }];
}

function ofCall(node, source) {
  const { expression } = node;
  if (ts.isIdentifier(expression)) {
    const other = FUNCTIONS.get(expression.text);
    return other === undefined ? [] : [{ node: expression, to: other }];
  }
  if (!ts.isPropertyAccessExpression(expression)) return [];
  const { name } = expression;
  if (name.text === 'sort' || name.text === 'reverse') return [{ node, to: expression.expression.getText(source) }];
  if (name.text === 'filter' && node.arguments.length === 1) return [{ node, to: `${expression.expression.getText(source)}.slice()` }];
  return METHODS.has(name.text) ? [{ node: name, to: METHODS.get(name.text) }] : [];
}

function ofOther(node, source) {
  if (node.kind === K.TrueKeyword) return [{ node, to: 'false' }];
  if (node.kind === K.FalseKeyword) return [{ node, to: 'true' }];
  if (ts.isNumericLiteral(node)) return [{ node, to: String(Number(node.text) + 1) }];
  if (ts.isPrefixUnaryExpression(node) && node.operator === K.ExclamationToken) return [{ node, to: node.operand.getText(source) }];
  if (ts.isConditionalExpression(node))
    return [{ node, to: `${node.condition.getText(source)} ? ${node.whenFalse.getText(source)} : ${node.whenTrue.getText(source)}` }];
  if (ts.isIfStatement(node)) return [{ node: node.expression, to: 'false' }];
  return [];
}

const isTypeOnly = (node) => ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
const isBookkeeping = (node) => ts.isImportDeclaration(node) || ts.isExportDeclaration(node);

/** All mutants of a file: { file, start, end, from, to, line }, in the order of the text. */
export function mutantsOf(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = (node) => {
    if (isTypeOnly(node) || isBookkeeping(node)) return;
    const here = ts.isBinaryExpression(node) ? ofBinary(node) : ts.isCallExpression(node) ? ofCall(node, source) : ofOther(node, source);
    for (const { node: place, to } of here) {
      const start = place.getStart(source);
      const line = source.getLineAndCharacterOfPosition(start).line + 1;
      found.push({ file, start, end: place.end, from: text.slice(start, place.end), to, line });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The text with the fault in it. */
export const faulty = (text, { start, end, to }) => text.slice(0, start) + to + text.slice(end);

/** A repeatable sequence of numbers in [0, 1) (mulberry32). */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

/** `count` of them, drawn without putting back. */
export function drawn(all, count, next) {
  const rest = [...all];
  const taken = [];
  while (taken.length < count && rest.length > 0) taken.push(...rest.splice(Math.floor(next() * rest.length), 1));
  return taken;
}
