/** What a page's script reaches through imports: no module of Node, and the library for old formats in its own worker alone. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { ROOT } from './lint';

const ENTRIES = 'src/entries';
const OLD_FORMATS = '@e965/xlsx';

function fileOf(from: string, specifier: string): string | null {
  const base = path.posix.join(path.posix.dirname(from), specifier);
  return [`${base}.ts`, `${base}.tsx`, `${base}/index.ts`].find((one) => existsSync(path.join(ROOT, one))) ?? null;
}

/** Modules imported for more than their types. */
function importsOf(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(path.join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.flatMap((one) => {
    const specifier = ts.isImportDeclaration(one) || ts.isExportDeclaration(one) ? one.moduleSpecifier : undefined;
    if (specifier === undefined || !ts.isStringLiteral(specifier)) return [];
    if (ts.isImportDeclaration(one) && one.importClause?.isTypeOnly === true) return [];
    return ts.isExportDeclaration(one) && one.isTypeOnly ? [] : [specifier.text];
  });
}

/** Packages and Node modules behind an entry, each with the file that imports it. */
function reached(entry: string): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const specifier of importsOf(file)) {
      const next = specifier.startsWith('.') ? fileOf(file, specifier) : null;
      if (next !== null) visit(next);
      else if (!specifier.startsWith('.')) found.add(`${specifier} ← ${file}`);
    }
  };
  visit(entry);
  return [...found];
}

const pages = readdirSync(path.join(ROOT, ENTRIES)).filter((name) => /\.tsx$|\.web\.ts$/.test(name));

describe('scripts of pages', () => {
  it.each(pages)('%s reaches no module of Node', (name) => {
    expect(reached(`${ENTRIES}/${name}`).filter((one) => one.startsWith('node:'))).toEqual([]);
  });

  it.each(pages.filter((name) => !name.startsWith('legacy-worker')))('%s does not hold the library for old formats', (name) => {
    expect(reached(`${ENTRIES}/${name}`).filter((one) => one.startsWith(OLD_FORMATS))).toEqual([]);
  });

  it('the worker for old formats holds it', () => {
    expect(reached(`${ENTRIES}/legacy-worker.web.ts`).some((one) => one.startsWith(OLD_FORMATS))).toBe(true);
  });
});
