/** Lets plain Node load the generators of the tests: TypeScript is taken away file by file, as Jest does it. */
const { readFileSync } = require('node:fs');
const { process: transpiled } = require('../jest/transpile.cjs');
const { process: standard } = require('../standards/jest-transform.cjs');

/** The exports of a .ts file and, through it, of those it imports. */
module.exports = function load(file) {
  require.extensions['.ts'] ??= (module, name) => module._compile(transpiled(readFileSync(name, 'utf8'), name).code, name);
  require.extensions['.yaml'] ??= (module, name) => module._compile(standard(readFileSync(name, 'utf8')).code, name);
  return require(file);
};
