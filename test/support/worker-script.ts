import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const ROOT = path.join(__dirname, '..', '..');
const FOLDERS = ['src/workbook', 'src/hosts/file'];
const OPTIONS: ts.CompilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };

const scriptOf = (text: string): string => ts.transpileModule(text, { compilerOptions: OPTIONS }).outputText;

/**
 * The process for old files as a script that plain Node can start, its TypeScript taken away. Lies under node_modules,
 * from where the libraries are found.
 */
export function buildWorkerScript(): { readonly file: string; readonly remove: () => void } {
  const cache = path.join(ROOT, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const out = mkdtempSync(path.join(cache, 'jihe-worker-'));
  for (const folder of FOLDERS) {
    for (const name of readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((one) =>
      /\.(ts|json)$/.test(one),
    )) {
      const text = readFileSync(path.join(ROOT, folder, name), 'utf8');
      const file = path.join(out, folder, name.replace(/\.ts$/, '.js'));
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, name.endsWith('.ts') ? scriptOf(text) : text);
    }
  }
  return {
    file: path.join(out, 'src/hosts/file/legacy-child.js'),
    remove: () => {
      rmSync(out, { recursive: true, force: true });
    },
  };
}
