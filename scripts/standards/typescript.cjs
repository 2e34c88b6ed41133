/** Lets plain Node load a module of src/ while the build runs: TypeScript is taken away file by file, in memory. */
const { readFileSync } = require('node:fs');
const ts = require('typescript');

const OPTIONS = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };

/** The exports of a .ts file and, through it, of those it imports. The hook is gone again afterwards. */
module.exports = function load(file) {
  const before = require.extensions['.ts'];
  require.extensions['.ts'] = (module, name) => {
    module._compile(ts.transpileModule(readFileSync(name, 'utf8'), { compilerOptions: OPTIONS, fileName: name }).outputText, name);
  };
  try {
    return require(file);
  } finally {
    if (before === undefined) delete require.extensions['.ts'];
    else require.extensions['.ts'] = before;
  }
};
