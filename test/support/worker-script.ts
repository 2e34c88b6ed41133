import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const ROOT = path.join(__dirname, '..', '..');
const FOLDERS = ['src/workbook', 'src/hosts/file', 'src/hosts/file/html'];

/**
 * The process for old files as a script that plain Node can start, its TypeScript taken away. Lies under node_modules,
 * from where the libraries are found.
 */
export function buildWorkerScript(): { readonly file: string; readonly remove: () => void } {
  const cache = path.join(ROOT, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const out = mkdtempSync(path.join(cache, 'jihe-worker-'));
  for (const folder of FOLDERS) {
    mkdirSync(path.join(out, folder), { recursive: true });
    for (const name of readdirSync(path.join(ROOT, folder)).filter((one) => one.endsWith('.ts'))) {
      const { outputText } = ts.transpileModule(readFileSync(path.join(ROOT, folder, name), 'utf8'), {
        compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
      });
      writeFileSync(path.join(out, folder, name.replace(/\.ts$/, '.js')), outputText);
    }
  }
  return {
    file: path.join(out, 'src/hosts/file/legacy-child.js'),
    remove: () => {
      rmSync(out, { recursive: true, force: true });
    },
  };
}
