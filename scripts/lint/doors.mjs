/**
 * `node scripts/lint/doors.mjs`: in src/, imports that reach into another room are rewritten to its door (index.ts), and the door
 * learns the names that are asked for. What it cannot do (a name that means two things in one room) it says.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { importFault } from './rooms.mjs';
import { ROOT, filesIn } from './sources.mjs';

const read = (file) => readFileSync(path.join(ROOT, file), 'utf8');
const parse = (file, text) => ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
const isFile = (file) => existsSync(path.join(ROOT, file)) && /\.tsx?$/.test(file);

function resolved(file, specifier) {
  const base = path.posix.join(path.posix.dirname(file), specifier);
  return [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`].find(isFile) ?? null;
}

function doorOf(file) {
  const [, room, part] = file.split('/');
  return room === 'hosts' ? `src/hosts/${part}/index.ts` : `src/${room}/index.ts`;
}

/** Is the name of this file a type only? */
const kinds = new Map();
function isType(file, name) {
  if (!kinds.has(file)) {
    const types = new Set();
    const values = new Set();
    const passedOn = [];
    for (const statement of parse(file, read(file)).statements) {
      if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) types.add(statement.name.text);
      else if (ts.isExportDeclaration(statement) && statement.exportClause === undefined) {
        passedOn.push(resolved(file, statement.moduleSpecifier.text));
      } else if (ts.isExportDeclaration(statement) && statement.exportClause !== undefined && ts.isNamedExports(statement.exportClause)) {
        for (const one of statement.exportClause.elements) (statement.isTypeOnly || one.isTypeOnly ? types : values).add(one.name.text);
      } else if (ts.isVariableStatement(statement)) {
        for (const one of statement.declarationList.declarations) if (ts.isIdentifier(one.name)) values.add(one.name.text);
      } else if (statement.name !== undefined) values.add(statement.name.text);
    }
    kinds.set(file, { types, values, passedOn });
  }
  const { types, values, passedOn } = kinds.get(file);
  return (types.has(name) && !values.has(name)) || passedOn.some((one) => one !== null && isType(one, name));
}

const relative = (from, to) => {
  const way = path.posix.relative(path.posix.dirname(from), to);
  return way.startsWith('.') ? way : `./${way}`;
};

/** door → name → the file it comes from */
const wanted = new Map();
const troubles = [];
function want(door, name, source) {
  if (!wanted.has(door)) wanted.set(door, new Map());
  const before = wanted.get(door).get(name);
  if (before !== undefined && before !== source) troubles.push(`${name}: ${before} and ${source}`);
  else wanted.get(door).set(name, source);
}

function elementText(one) {
  return one.propertyName === undefined ? one.name.text : `${one.propertyName.text} as ${one.name.text}`;
}

function rewritten(file) {
  const text = read(file);
  const source = parse(file, text);
  const byDoor = new Map();
  const cuts = [];
  let changed = false;
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) && !(ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined)) continue;
    const to = resolved(file, statement.moduleSpecifier.text);
    if (to === null || !to.startsWith('src/')) continue;
    const fault = importFault(file, to);
    const door = doorOf(to);
    const clause = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : statement.exportClause;
    const isNamed = clause !== undefined && (ts.isNamedImports(clause) || ts.isNamedExports(clause));
    if (fault?.is === 'door' && !isNamed) troubles.push(`${file}: ${statement.getText()}`);
    if (!isNamed || (fault !== null && fault.is !== 'door')) continue;
    const isDeep = fault?.is === 'door';
    if (!isDeep && to !== door) continue;
    if (isDeep) {
      changed = true;
      for (const one of clause.elements) want(door, (one.propertyName ?? one.name).text, to);
    }
    if (ts.isExportDeclaration(statement)) {
      if (isDeep)
        cuts.push([
          statement.moduleSpecifier.getStart(),
          statement.moduleSpecifier.getEnd(),
          `'${relative(file, path.posix.dirname(door))}'`,
        ]);
      continue;
    }
    if (door === file || doorOf(file) === door) continue;
    if (!byDoor.has(door)) byDoor.set(door, { at: statement.getStart(), names: new Map() });
    const typeOnly = statement.importClause.isTypeOnly;
    const { names } = byDoor.get(door);
    for (const one of clause.elements) {
      const isTypeImport = typeOnly || one.isTypeOnly;
      const key = elementText(one);
      names.set(key, (names.get(key) ?? true) && isTypeImport);
    }
    cuts.push([statement.getStart(), statement.getEnd() + (text[statement.getEnd()] === '\n' ? 1 : 0), '']);
  }
  if (!changed) return null;
  for (const [door, { at, names }] of byDoor) {
    const sorted = [...names].sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
    const allTypes = sorted.every(([, isTypeImport]) => isTypeImport);
    const list = sorted.map(([name, isTypeImport]) => (isTypeImport && !allTypes ? `type ${name}` : name)).join(', ');
    cuts.push([at, at, `import ${allTypes ? 'type ' : ''}{ ${list} } from '${relative(file, path.posix.dirname(door))}';\n`]);
  }
  // Later places first; an insertion comes before the cut at the same place is undone.
  const ordered = cuts.sort((a, b) => b[0] - a[0] || b[1] - a[1]);
  return ordered.reduce((whole, [from, to, put]) => whole.slice(0, from) + put + whole.slice(to), text);
}

function withNames(door, names) {
  const text = existsSync(path.join(ROOT, door)) ? read(door) : "/** The room's door: what other rooms use of it. */\n";
  const source = parse(door, text);
  const known = new Set();
  const lines = new Map();
  let stars = [];
  for (const statement of source.statements) {
    if (!ts.isExportDeclaration(statement)) {
      if (statement.name !== undefined) known.add(statement.name.text);
      if (ts.isVariableStatement(statement)) for (const one of statement.declarationList.declarations) known.add(one.name.getText());
      continue;
    }
    const to = statement.moduleSpecifier === undefined ? null : resolved(door, statement.moduleSpecifier.text);
    if (statement.exportClause === undefined) stars.push(to);
    else if (ts.isNamedExports(statement.exportClause)) {
      for (const one of statement.exportClause.elements) known.add(one.name.text);
      if (to !== null && !statement.isTypeOnly) lines.set(to, statement.exportClause);
    }
  }
  const more = new Map();
  for (const [name, file] of names) {
    if (known.has(name) || stars.includes(file)) continue;
    if (!more.has(file)) more.set(file, []);
    more.get(file).push(isType(file, name) ? `type ${name}` : name);
  }
  const puts = [];
  for (const [file, list] of more) {
    const clause = lines.get(file);
    const comma = clause?.elements.hasTrailingComma ? '' : ',';
    if (clause !== undefined) puts.push([clause.elements.end, `${comma} ${list.join(', ')}`]);
    else
      puts.push([
        text.length,
        `export { ${list.join(', ')} } from '${relative(door, file)
          .replace(/\.tsx?$/, '')
          .replace(/\/index$/, '')}';\n`,
      ]);
  }
  return puts.sort((a, b) => b[0] - a[0]).reduce((whole, [at, put]) => whole.slice(0, at) + put + whole.slice(at), text);
}

const results = new Map();
for (const file of filesIn('src')) {
  const text = rewritten(file);
  if (text !== null) results.set(file, text);
}
if (troubles.length > 0) {
  for (const one of troubles) console.error(one);
  process.exitCode = 1;
} else {
  for (const [file, text] of results) writeFileSync(path.join(ROOT, file), text);
  for (const [door, names] of wanted) writeFileSync(path.join(ROOT, door), withNames(door, names));
  console.log(`${results.size} files`);
}
