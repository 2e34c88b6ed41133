/** Licences of every package that a build takes code from, as one text; pages load it as a script, for from a folder they may fetch nothing. */
const { existsSync, readFileSync, readdirSync } = require('node:fs');
const path = require('node:path');
const { Compilation, sources } = require('webpack');

const FILE = 'licences.js';
const LICENCE = /^(licen[cs]e|copying)(\.(md|txt))?$/i;
const HEAD = '绩核打包了下列开放源代码软件，谨致谢意。';

/** The folder of the package a file belongs to; null for our own files. */
function packageOf(file) {
  const [, folder] = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(file ?? '') ?? [];
  return folder !== undefined && existsSync(path.join(folder, 'package.json')) ? folder : null;
}

function termsOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((one) => LICENCE.test(one));
  const owner = typeof author === 'string' ? author : (author?.name ?? '');
  const text =
    file === undefined ? `${license ?? ''}${owner === '' ? '' : `\nCopyright ${owner}`}` : readFileSync(path.join(folder, file), 'utf8');
  return { name: `${name} ${version}`, text: text.replace(/\r\n?/g, '\n').trim() };
}

/** Packages with the same words stand together, in the order of their names. */
function licencesText(folders) {
  const names = new Map();
  for (const { name, text } of [...folders].map(termsOf).sort((a, b) => (a.name < b.name ? -1 : 1)))
    names.set(text, [...(names.get(text) ?? []), name]);
  return [HEAD, ...[...names].map(([text, list]) => `${list.join('\n')}\n\n${text}`)].join(`\n\n${'─'.repeat(24)}\n\n`);
}

/** `more`: folders of packages that are copied as they are. */
class LicencesPlugin {
  constructor(more = []) {
    this.more = more;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('LicencesPlugin', (compilation) => {
      const folders = new Set(this.more);
      compilation.hooks.finishModules.tap('LicencesPlugin', (modules) => {
        for (const module of modules) {
          const folder = packageOf(module.nameForCondition?.());
          if (folder !== null) folders.add(folder);
        }
      });
      compilation.hooks.processAssets.tap({ name: 'LicencesPlugin', stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER }, () => {
        compilation.emitAsset(FILE, new sources.RawSource(`self.jiheLicences=${JSON.stringify(licencesText(folders))};\n`));
      });
    });
  }
}

module.exports = { LicencesPlugin, licencesText, packageOf };
