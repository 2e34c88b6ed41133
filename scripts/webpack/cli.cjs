/** The command line: one script a thread, for Node. */
const { existsSync } = require('node:fs');
const path = require('node:path');
const { BannerPlugin } = require('webpack');

const ROOT = path.resolve(__dirname, '../..');

/** Name in dist/ → source. Only what is there is built. */
const ENTRIES = {
  jihe: './src/cli/main.ts',
  worker: './src/cli/pool/worker.ts',
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
  // Readable stack traces when a user sends one; size does not matter on the command line.
  optimization: { minimize: false, moduleIds: 'named', chunkIds: 'named', splitChunks: false, runtimeChunk: false },
  performance: { hints: false },
  stats: 'errors-warnings',
  devtool: false,
};
