/**
 * Jest's own runtime, but a worker compiles each module once and not once for every test file: 380 files load much the same core. Every
 * test file still gets a world of its own in which all its modules are evaluated anew; only their compiled scripts are shared.
 */
const { statSync } = require('node:fs');
const path = require('node:path');
const { Script } = require('node:vm');
const { default: JestRuntime } = require('jest-runtime');

const TESTS = path.resolve(__dirname, '../../test') + path.sep;

/** Texts of files, and what the transformers made of them, as long as the files stay as they are. */
const texts = new Map();
const transformed = new Map();
/** Compiled scripts by file, each with its text. */
const compiled = new Map();

/** What is installed stays as it is. */
const INSTALLED = /[\\/]node_modules[\\/]/;

function stampOf(filename) {
  if (INSTALLED.test(filename)) return 'installed';
  const { mtimeMs, size } = statSync(filename);
  return `${mtimeMs} ${size}`;
}

/** What is remembered of a file, or is made anew. */
function remembered(memory, filename, make) {
  const stamp = stampOf(filename);
  const known = memory.get(filename);
  if (known?.stamp === stamp) return known.made;
  const made = make();
  memory.set(filename, { stamp, made });
  return made;
}

class Runtime extends JestRuntime {
  readFile(filename) {
    return path.isAbsolute(filename) ? remembered(texts, filename, () => super.readFile(filename)) : super.readFile(filename);
  }

  transformFile(filename, options) {
    if (options?.isInternalModule || this._coverageOptions.collectCoverage || !path.isAbsolute(filename))
      return super.transformFile(filename, options);
    const result = remembered(transformed, filename, () => {
      super.transformFile(filename, options);
      return this._fileTransforms.get(filename);
    });
    this._fileTransforms.set(filename, result);
    if (result.sourceMapPath) this._sourceMapRegistry.set(filename, result.sourceMapPath);
    return result.code;
  }

  createScriptFromCode(code, filename) {
    const known = compiled.get(filename);
    if (known?.code === code) return known.script;
    // A test file is loaded once. What imports later on has to ask the runtime it belongs to. Faults of syntax are told of by Jest.
    if (/\.test\.tsx?$/.test(filename) || this._coverageOptions.collectCoverage || /\bimport\(/.test(code))
      return super.createScriptFromCode(code, filename);
    try {
      const script = new Script(this.wrapCodeInModuleWrapper(code), {
        columnOffset: this._fileTransforms.get(filename)?.wrapperLength,
        displayErrors: true,
        filename: this._resolver.isCoreModule(filename) ? `jest-nodejs-core-${filename}` : filename,
      });
      compiled.set(filename, { code, script });
      return script;
    } catch {
      return super.createScriptFromCode(code, filename);
    }
  }

  /** Only tests ask for `jest`: the others need no object of their own. */
  _createJestObjectFor(from) {
    if (from.startsWith(TESTS)) return super._createJestObjectFor(from);
    this._jestOfOthers ??= super._createJestObjectFor(from);
    return this._jestOfOthers;
  }
}

module.exports = Runtime;
module.exports.default = Runtime;
