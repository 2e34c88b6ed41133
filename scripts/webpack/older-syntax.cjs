/** Webpack loader: rewrites a package's newer syntax for the oldest engine that runs our pages. */
const ts = require('typescript');

module.exports = function olderSyntax(source) {
  const { outputText } = ts.transpileModule(source, {
    fileName: this.resourcePath,
    compilerOptions: { allowJs: true, target: ts.ScriptTarget.ES2018, module: ts.ModuleKind.ESNext, removeComments: false },
  });
  return outputText;
};
