/**
 * Lets plain Node load the sources and the tests: transpiled as jest does it, kept on disk by content. Files named in `switched` are taken
 * as given there instead of as they stand.
 */
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const ts = require('typescript');

const ROOT = path.resolve(__dirname, '../..');
const KEPT = path.join(ROOT, 'node_modules/.cache/jihe-mutate');
const OPTIONS = {
  module: ts.ModuleKind.CommonJS,
  target: ts.ScriptTarget.ES2022,
  isolatedModules: true,
  esModuleInterop: true,
  allowJs: true,
  jsx: ts.JsxEmit.ReactJSX,
};

function transpiled(text, file) {
  const kept = path.join(
    KEPT,
    `${createHash('sha1')
      .update(`${ts.version} 1 ${path.extname(file)}`)
      .update(text)
      .digest('hex')}.js`,
  );
  try {
    return fs.readFileSync(kept, 'utf8');
  } catch {
    const { outputText } = ts.transpileModule(text, { compilerOptions: OPTIONS, fileName: file });
    fs.mkdirSync(KEPT, { recursive: true });
    fs.writeFileSync(kept, outputText);
    return outputText;
  }
}

const relative = (file) => path.relative(ROOT, file).split(path.sep).join('/');
const isOurs = (file) => file.startsWith(ROOT) && !file.includes('node_modules');

function hooked(switched) {
  const yaml = require('../standards/jest-transform.cjs');
  // As in jest, words.ts comes before words.json beside it.
  const others = { ...Module._extensions };
  for (const name of Object.keys(others)) delete Module._extensions[name];
  const compile = (module, file) => module._compile(transpiled(switched.get(relative(file)) ?? fs.readFileSync(file, 'utf8'), file), file);
  Module._extensions['.ts'] = compile;
  Module._extensions['.tsx'] = compile;
  Module._extensions['.yaml'] = (module, file) => module._compile(yaml.process(fs.readFileSync(file, 'utf8')).code, file);
  Module._extensions['.css'] = (module) => module._compile('', 'no-style.css');
  for (const [name, load] of Object.entries(others)) Module._extensions[name] ??= load;
}

/** As if nothing of ours had been loaded: what a module remembers from one fault must not stand at the next. */
function forgetOurs() {
  for (const file of Object.keys(require.cache)) if (isOurs(file) && !file.startsWith(__dirname)) delete require.cache[file];
}

module.exports = { ROOT, hooked, forgetOurs };
