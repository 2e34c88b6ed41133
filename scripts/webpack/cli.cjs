/** The command line: one script a thread, for Node. */
const { existsSync } = require('node:fs');
const path = require('node:path');
const MinimizerPlugin = require('minimizer-webpack-plugin');
const { BannerPlugin } = require('webpack');
const { minify } = require('./minify.cjs');

const ROOT = path.resolve(__dirname, '../..');

/** Name in dist/ → source. Only what is there is built. */
const ENTRIES = {
  jihe: './src/cli/main.ts',
  worker: './src/cli/pool/start.ts',
  'worker-core': './src/cli/pool/worker.ts',
  'legacy-child': './src/hosts/file/legacy-child.ts',
  'bench-core': './scripts/bench/core.ts',
  docs: './scripts/docs/main.ts',
};

const present = Object.fromEntries(Object.entries(ENTRIES).filter(([, file]) => existsSync(path.join(ROOT, file))));

/** Each entry stands for itself but for the commands of jihe.js, loaded as they are wanted; no source maps with paths of the machine that built it. */
module.exports = {
  mode: 'production',
  target: 'node20',
  context: ROOT,
  entry: present,
  output: {
    path: path.join(ROOT, 'dist'),
    filename: '[name].js',
    chunkFilename: 'jihe-[name].js',
    clean: true,
    library: { type: 'commonjs2' },
  },
  resolve: { extensions: ['.ts', '.js'] },
  module: {
    // Scripts that are loaded with what V8 compiled of them get Node's own `require`.
    parser: { javascript: { createRequire: false } },
    rules: [
      {
        test: /\.ts$/,
        loader: path.join(__dirname, 'typescript.cjs'),
        exclude: /node_modules/,
        options: { config: path.join(ROOT, 'tsconfig.json') },
      },
      { test: /\.yaml$/, loader: path.join(ROOT, 'scripts/standards/webpack-loader.cjs') },
    ],
  },
  plugins: [new BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, include: /^jihe\.js$/ })],
  optimization: {
    moduleIds: 'named',
    chunkIds: 'named',
    splitChunks: false,
    runtimeChunk: false,
    minimize: true,
    minimizer: [
      // Comments and blanks go and all is ASCII, which Node reads without decoding it; names stay, for stack traces that a user sends.
      new MinimizerPlugin({
        include: /^(?!bench-core|docs|legacy)/,
        minify,
        parallel: false,
        extractComments: false,
        terserOptions: { compress: false, mangle: false, format: { ascii_only: true, comments: false, max_line_len: 500 } },
      }),
    ],
  },
  performance: { hints: false },
  stats: 'errors-warnings',
  devtool: false,
};
