/** What the files of src/ import and export, read from their text: enough to see the drawn structure. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const isFile = (at) => existsSync(at) && statSync(at).isFile();

/** Files below a folder of the repository, by their path in it. */
export function filesIn(folder) {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .sort();
}

function resolved(file, specifier) {
  const base = path.posix.join(path.posix.dirname(file), specifier);
  return [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`].find((one) => isFile(path.join(ROOT, one))) ?? null;
}

/** Names a statement brings out of a module: `null` stands for all of them. */
function namesOf(clause) {
  if (clause === undefined) return null;
  if (ts.isNamedExports(clause) || ts.isNamedImports(clause)) return clause.elements.map((one) => (one.propertyName ?? one.name).text);
  return null;
}

function importsOf(file, source) {
  const found = [];
  const add = (node, names) => {
    const specifier = node.text;
    const to = specifier.startsWith('.') ? resolved(file, specifier) : null;
    if (to !== null) found.push({ to, names });
  };
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, namesOf(node.importClause?.namedBindings));
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) add(node.moduleSpecifier, namesOf(node.exportClause));
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], null);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, null);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Names declared in this very file and exported from it. */
function exportsOf(source) {
  const names = [];
  for (const statement of source.statements) {
    const isExported =
      ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) continue;
    if (ts.isVariableStatement(statement)) {
      for (const one of statement.declarationList.declarations) if (ts.isIdentifier(one.name)) names.push(one.name.text);
    } else if (statement.name !== undefined) names.push(statement.name.text);
  }
  return [...new Set(names)];
}

/** Every file with its imports (type imports as well) and the names it defines for others. */
export function modulesIn(folder) {
  return new Map(
    filesIn(folder).map((file) => {
      const source = ts.createSourceFile(file, readFileSync(path.join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true);
      return [file, { imports: importsOf(file, source), exports: exportsOf(source) }];
    }),
  );
}

/** Groups of names that reach one another, each sorted; by Tarjan. `next(name)` gives what a name leads to. */
export function circles(names, next) {
  const found = [];
  const order = new Map();
  const low = new Map();
  const stack = [];
  const visit = (name) => {
    order.set(name, order.size);
    low.set(name, order.get(name));
    stack.push(name);
    for (const to of next(name)) {
      if (!order.has(to)) visit(to);
      if (stack.includes(to)) low.set(name, Math.min(low.get(name), low.get(to)));
    }
    if (low.get(name) !== order.get(name)) return;
    const group = stack.splice(stack.indexOf(name));
    if (group.length > 1 || next(name).includes(name)) found.push(group.sort());
  };
  for (const name of names) if (!order.has(name)) visit(name);
  return found;
}
