/** webpack: a built-in standard is checked and becomes JSON. A fault ends the build with the sentence a user would read. */
const path = require('node:path');
const load = require('./typescript.cjs');

module.exports = function standard(text) {
  const { validated } = load(path.join(__dirname, 'validate.ts'));
  const result = validated(text, path.basename(this.resourcePath));
  if (result.problems !== '') throw new Error(result.problems);
  return `export default ${JSON.stringify(result.tree)};`;
};
