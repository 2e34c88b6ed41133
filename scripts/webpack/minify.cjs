/** Terser as webpack's minimiser runs it, but what was once minimised is not minimised again: three builds have the same workers. */
const MinimizerPlugin = require('minimizer-webpack-plugin');
const { keep, kept } = require('./build-cache.cjs');

const version = MinimizerPlugin.terserMinify.getMinimizerVersion();

async function minify(input, sourceMap, options, extractComments) {
  const [text] = Object.values(input);
  const parts = [version, JSON.stringify(options), String(JSON.stringify(extractComments)), String(text)];
  const known = kept(parts);
  if (known !== null) return JSON.parse(known);
  const made = await MinimizerPlugin.terserMinify(input, sourceMap, options, extractComments);
  const isPlain = sourceMap === undefined && (made.errors ?? []).length === 0 && (made.warnings ?? []).length === 0;
  if (isPlain) keep(parts, JSON.stringify({ code: made.code, extractedComments: made.extractedComments ?? [] }));
  return made;
}

minify.getMinimizerVersion = () => version;

module.exports = { minify };
