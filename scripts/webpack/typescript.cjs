/** Webpack loader: a file of TypeScript as plain script, each file by itself; its types are checked by `npm run types`. */
const path = require('node:path');
const ts = require('typescript');
const { keep, kept } = require('./build-cache.cjs');

const configs = new Map();

/** Compiler options of a tsconfig, those given instead of its own. */
function optionsOf(file, instead) {
  const key = `${file} ${JSON.stringify(instead)}`;
  if (!configs.has(key)) {
    const { config, error } = ts.readConfigFile(file, ts.sys.readFile);
    if (error !== undefined) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
    // Only the options are asked for, not which files there are.
    const own = { ...config, compilerOptions: { ...config.compilerOptions, ...instead, noEmit: false }, include: [], files: [] };
    const { options } = ts.parseJsonConfigFileContent(own, ts.sys, path.dirname(file));
    configs.set(key, options);
  }
  return configs.get(key);
}

module.exports = function typescript(source) {
  const { config, compilerOptions = {} } = this.getOptions();
  const options = optionsOf(config, compilerOptions);
  const isJsx = this.resourcePath.endsWith('x');
  // Where the project lies changes nothing.
  const parts = [ts.version, JSON.stringify({ ...options, configFilePath: '' }), isJsx ? 'tsx' : 'ts', source];
  const known = kept(parts);
  if (known !== null) return known;
  const { outputText, diagnostics } = ts.transpileModule(source, {
    // Nothing of the machine's paths goes into what is kept; a name that no import could mean, lest it be taken for this file.
    fileName: `source being read.${isJsx ? 'tsx' : 'ts'}`,
    compilerOptions: options,
    reportDiagnostics: true,
  });
  if (diagnostics.length > 0) throw new Error(`${this.resourcePath}: ${ts.flattenDiagnosticMessageText(diagnostics[0].messageText, '\n')}`);
  keep(parts, outputText);
  return outputText;
};
