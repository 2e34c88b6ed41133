/** Turns TypeScript into CommonJS for jest, file by file and without types: `npm run types` checks those. */
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { transform } = require('sucrase');

/** What the output depends on beside the source. */
const HOW = createHash('sha256').update(readFileSync(__filename)).update(require('sucrase/package.json').version).digest('hex');

const transforms = (path) => ['imports', ...(/\.tsx?$/.test(path) ? ['typescript'] : []), ...(path.endsWith('.tsx') ? ['jsx'] : [])];

module.exports = {
  getCacheKey: (source, path) => createHash('sha256').update(HOW).update('\0').update(path).update('\0').update(source).digest('hex'),
  // Lines stay where they are, so a stack needs no source map.
  process: (source, path) => ({
    code: transform(source, {
      filePath: path,
      transforms: transforms(path),
      jsxRuntime: 'automatic',
      production: true,
      disableESTransforms: true,
    }).code,
  }),
};
