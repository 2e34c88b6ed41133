/** Webpack for what runs in a page: the workbench, and the panes of Excel and WPS. Pages get the policy of scripts/web/policy.json. */
const { readFileSync } = require('node:fs');
const path = require('node:path');
const MinimizerPlugin = require('minimizer-webpack-plugin');
const { Compilation, sources } = require('webpack');
const { CSP } = require('../web/static-server.cjs');
const { LicencesPlugin } = require('./licences.cjs');

const ROOT = path.resolve(__dirname, '../..');
/** The oldest engine: the browser inside WPS 表格. */
const TARGET = 'ES2018';
/**
 * What is taken out of scripts beside blanks and long names: code that nothing reaches. Everything else that could be tried takes a third
 * of the whole build for a twentieth of the size.
 */
const COMPRESS = { defaults: false, unused: true, dead_code: true, side_effects: true, evaluate: true, conditionals: true };
/** Packages that are handed out in newer syntax. */
const NEWER =
  /[\\/]node_modules[\\/](tabster|keyborg|yaml|@griffel[\\/](core|react)|@fluentui[\\/]react-(context-selector|motion|tabster))[\\/]/;

/** A page: `scripts` are plain addresses loaded before its chunks (office.js); `first` is a chunk that runs before all else is there. */
class PagePlugin {
  constructor(page) {
    this.page = page;
  }

  apply(compiler) {
    const { file, title, chunks, first = null, scripts = [], body = '<div id="root"></div>' } = this.page;
    compiler.hooks.thisCompilation.tap('PagePlugin', (compilation) => {
      compilation.hooks.processAssets.tap({ name: 'PagePlugin', stage: Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE }, () => {
        const made = chunks
          .flatMap((name) => compilation.entrypoints.get(name)?.getFiles() ?? [])
          .filter((name) => !name.includes('hot-update'));
        const styles = made.filter((name) => name.endsWith('.css')).map((name) => `<link rel="stylesheet" href="${name}">`);
        const loads = [...scripts, ...made.filter((name) => name.endsWith('.js'))].map((name) => `<script defer src="${name}"></script>`);
        const head = [
          '<meta charset="utf-8">',
          `<meta http-equiv="Content-Security-Policy" content="${CSP}">`,
          '<meta name="viewport" content="width=device-width, initial-scale=1">',
          '<meta name="color-scheme" content="light dark">',
          `<title>${title}</title>`,
          '<link rel="icon" href="data:,">',
          // Before the styles: a script behind them waits for them.
          ...(first === null ? [] : [`<script src="${first}.js"></script>`]),
          ...styles,
          ...loads,
        ];
        const html = `<!doctype html>\n<html lang="zh-CN">\n<head>\n${head.join('\n')}\n</head>\n<body>\n${body}\n</body>\n</html>\n`;
        compilation.emitAsset(file, new sources.RawSource(html));
      });
    });
  }
}

/**
 * The script of a worker stands in a script that keeps its text as well: a page opened from a folder may start workers from a blob only,
 * and may fetch nothing. `worker-name.js` → `worker-name.text.js`, which sets `jiheScripts['worker-name']`. Where the pages are never
 * served, that alone is left.
 */
class WorkerTextPlugin {
  constructor(names, served) {
    this.names = names;
    this.served = served;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('WorkerTextPlugin', (compilation) => {
      compilation.hooks.processAssets.tap({ name: 'WorkerTextPlugin', stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER }, () => {
        for (const name of this.names) {
          const asset = compilation.getAsset(`${name}.js`);
          if (asset === undefined) continue;
          const text = JSON.stringify(String(asset.source.source())).replace(
            /[\u2028\u2029]/g,
            (sign) => `\\u${sign.charCodeAt(0).toString(16)}`,
          );
          const kept = `(self.jiheScripts=self.jiheScripts||{})[${JSON.stringify(name)}]=${text};\n`;
          compilation.emitAsset(`${name}.text.js`, new sources.RawSource(kept));
          if (!this.served) compilation.deleteAsset(`${name}.js`);
        }
      });
    });
  }
}

/** Files that a page opened from a folder needs and may not fetch: a script that keeps them as base64, `jiheFiles[name]`. */
class FilesPlugin {
  constructor(asset, files) {
    this.asset = asset;
    this.files = files;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('FilesPlugin', (compilation) => {
      compilation.hooks.processAssets.tap({ name: 'FilesPlugin', stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER }, () => {
        const texts = this.files.map(
          (file) => `${JSON.stringify(path.basename(file))}:${JSON.stringify(readFileSync(path.join(ROOT, file)).toString('base64'))}`,
        );
        compilation.emitAsset(
          this.asset,
          new sources.RawSource(`self.jiheFiles=Object.assign(self.jiheFiles||{},{${texts.join(',')}});\n`),
        );
      });
    });
  }
}

/** What entries may import beside TypeScript: standards as YAML, and styles. */
function rules() {
  return [
    {
      test: /\.tsx?$/,
      loader: path.join(__dirname, 'typescript.cjs'),
      exclude: /node_modules/,
      // No module of ours does anything by being imported but the entries, which are never left out: a room's door brings what is used of it.
      sideEffects: false,
      options: { config: path.join(ROOT, 'tsconfig.web.json'), compilerOptions: { target: TARGET } },
    },
    { test: /\.m?js$/, include: NEWER, loader: path.join(__dirname, 'older-syntax.cjs') },
    { test: /\.yaml$/, loader: path.join(ROOT, 'scripts/standards/webpack-loader.cjs') },
    { test: /\.css$/, type: 'css/auto' },
  ];
}

/**
 * @param target { name, folder (absolute output), entries: { chunk: source }, pages: [{ file, title, chunks, first?, scripts?, body? }], workers?: { name: source } }
 *   `served`: false where the pages are opened from a folder only;
 *   `copied`: folders of packages whose files go in as they are;
 *   `whole`: what could be loaded later stands in the page's own script as well
 * @returns a webpack configuration; entries share nothing, each page loads its own chunks only
 */
function webConfig({ name, folder, entries, pages, workers = {}, served = true, plugins = [], whole = false, copied = [] }) {
  return {
    name,
    mode: 'production',
    target: ['web', 'es2018'],
    context: ROOT,
    entry: { ...entries, ...workers },
    output: { path: folder, filename: '[name].js', cssFilename: '[name].css', clean: true, publicPath: 'auto' },
    resolve: { extensions: ['.tsx', '.ts', '.js'] },
    module: { rules: rules(), ...(whole ? { parser: { javascript: { dynamicImportMode: 'eager' } } } : {}) },
    experiments: { css: true },
    plugins: [
      ...pages.map((page) => new PagePlugin(page)),
      new WorkerTextPlugin(Object.keys(workers), served),
      new LicencesPlugin(copied),
      ...plugins,
    ],
    optimization: {
      splitChunks: false,
      runtimeChunk: false,
      moduleIds: 'deterministic',
      minimizeOptions: { javascript: false },
      minimizer: [
        '...',
        new MinimizerPlugin({
          minify: { implementation: { path: require.resolve('./minify.cjs'), export: 'minify' }, options: { compress: COMPRESS } },
        }),
      ],
    },
    performance: { hints: false },
    stats: 'errors-warnings',
    devtool: false,
  };
}

module.exports = { FilesPlugin, ROOT, webConfig };
