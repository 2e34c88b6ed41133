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
// A map, not an object: a call of valueOf is none of these.
const ROUNDINGS = new Map([
  ['halfUp', 'cutOff'],
  ['cutOff', 'halfUp'],
]);
/** What is said to people, not what is found: a slip there is seen in the tests of texts. */
const SENTENCES = new Set(['message', 'title', 'headline']);

const isText = (node) => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
/** `+` of texts has no minus. */
const joinsTexts = ({ left, right }) => isText(left) || isText(right);

/** The text of `outer` with `inner` exchanged. */
function exchanged(source, outer, inner, to) {
  const start = outer.getStart(source);
  return source.text.slice(start, inner.getStart(source)) + to + source.text.slice(inner.end, outer.end);
}

/** Part of `a?.b.c`: only the whole of it can be exchanged. */
function wholeChain(node) {
  let at = node;
  while (ts.isOptionalChain(at.parent) && at.parent.expression === at) at = at.parent;
  return at;
}

/** A fault: `node` is what reads otherwise, `outer` the whole expression that takes its place. */
const fault = (source, outer, node, to) => ({ node, outer, to, text: exchanged(source, outer, node, to) });

function ofBinary(node, source) {
  const { kind } = node.operatorToken;
  if (!OPERATORS.has(kind) || (kind === K.PlusToken && joinsTexts(node))) return [];
  return [fault(source, node, node.operatorToken, OPERATORS.get(kind))];
}

function ofCall(node, source) {
  const { expression } = node;
  if (ts.isIdentifier(expression)) {
    const other = ROUNDINGS.get(expression.text);
    return other === undefined ? [] : [{ ...fault(source, node, expression, `__fault.${other}`), to: other }];
  }
  if (!ts.isPropertyAccessExpression(expression)) return [];
  const { name } = expression;
  const of = expression.expression.getText(source);
  const outer = wholeChain(node);
  if (name.text === 'sort' || name.text === 'reverse') return [fault(source, outer, node, of)];
  if (name.text === 'filter' && node.arguments.length === 1) return [fault(source, outer, node, `${of}.slice()`)];
  return METHODS.has(name.text) ? [fault(source, outer, name, METHODS.get(name.text))] : [];
}

/** `2` in `{ 2: x }`, `{ 2: x } = …` and an enum is no number. */
const isName = (node) => node.parent.name === node || node.parent.propertyName === node;

function ofOther(node, source) {
  if (node.kind === K.TrueKeyword) return [fault(source, node, node, 'false')];
  if (node.kind === K.FalseKeyword) return [fault(source, node, node, 'true')];
  if (ts.isNumericLiteral(node) && !isName(node)) return [fault(source, node, node, String(Number(node.text.replaceAll('_', '')) + 1))];
  if (ts.isPrefixUnaryExpression(node) && node.operator === K.ExclamationToken)
    return [fault(source, node, node, node.operand.getText(source))];
  if (ts.isConditionalExpression(node))
    return [
      fault(source, node, node, `${node.condition.getText(source)} ? ${node.whenFalse.getText(source)} : ${node.whenTrue.getText(source)}`),
    ];
  if (ts.isIfStatement(node)) return [fault(source, node.expression, node.expression, 'false')];
  return [];
}

const isTypeOnly = (node) => ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
const isBookkeeping = (node) => ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
const isSentence = (node) => node.name !== undefined && ts.isIdentifier(node.name) && SENTENCES.has(node.name.text);

/** All faults of a file in the order of the text: { file, line, from, to } and, to put it there, { start, end, text }. */
export function mutantsOf(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = (node) => {
    if (isTypeOnly(node) || isBookkeeping(node) || isSentence(node)) return;
    const here = ts.isBinaryExpression(node)
      ? ofBinary(node, source)
      : ts.isCallExpression(node)
        ? ofCall(node, source)
        : ofOther(node, source);
    for (const { node: place, outer, to, text: other } of here) {
      const start = place.getStart(source);
      found.push({
        file,
        line: source.getLineAndCharacterOfPosition(start).line + 1,
        from: text.slice(start, place.end),
        to,
        start: outer.getStart(source),
        end: outer.end,
        text: other,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/**
 * The text of a file with all of `mutants` in it, each behind a switch: `__fault.is(id)` says at run time whether this one is on
 * (and notes that the place was reached). So a file is compiled once, whatever is tried in it.
 */
export function switched(text, mutants) {
  // The outer before the inner, so that what stands within is switched within.
  const ordered = [...mutants].sort((a, b) => a.start - b.start || b.end - a.end);
  let next = 0;
  const piece = (from, to) => {
    let out = '';
    let at = from;
    while (next < ordered.length && ordered[next].end <= to) {
      const one = ordered[next];
      next += 1;
      out += text.slice(at, one.start);
      out += `(__fault.is(${one.id}) ? (${one.text}) : (${piece(one.start, one.end)}))`;
      at = one.end;
    }
    return out + text.slice(at, to);
  };
  return piece(0, text.length);
}
