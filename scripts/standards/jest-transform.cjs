/** jest: a built-in standard as the module of its plain tree. Whether it is a good one is tested, see test/standards. */
const { createHash } = require('node:crypto');
const { parse } = require('yaml');

module.exports = {
  process: (text) => ({ code: `module.exports = { __esModule: true, default: ${JSON.stringify(parse(text))} };` }),
  getCacheKey: (text) => createHash('sha256').update('yaml 1').update(text).digest('hex'),
};
