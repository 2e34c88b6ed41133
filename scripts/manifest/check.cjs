/** Checks a manifest offline. As a program: `npm run validate [manifest.xml]`; with dist/excel built, its pages too. */
const { spawnSync } = require('node:child_process');
const { closeSync, existsSync, openSync, readFileSync, readSync } = require('node:fs');
const path = require('node:path');
const { RULES } = require('./rules.cjs');
const { XmlError, parseXml } = require('./xml.cjs');

const ROOT = path.resolve(__dirname, '../..');
const BUILT = path.join(ROOT, 'dist', 'excel');
const PNG_HEAD = '89504e470d0a1a0a';

/** Width and height from the head of a PNG; null where the file is none. */
function pngSize(file) {
  if (!existsSync(file)) return null;
  const head = Buffer.alloc(24);
  const handle = openSync(file, 'r');
  readSync(handle, head, 0, 24, 0);
  closeSync(handle);
  return head.toString('hex', 0, 8) === PNG_HEAD ? [head.readUInt32BE(16), head.readUInt32BE(20)] : null;
}

/** What the manifest is held against: pictures and version of the repository, the commands, and the built pages where they are. */
function surroundings(served = existsSync(BUILT) ? BUILT : null) {
  const pictures = (file) =>
    file.startsWith('assets/') ? path.join(ROOT, 'assets/icons', file.slice('assets/'.length)) : path.join(ROOT, file);
  return {
    version: JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')).version,
    functions: JSON.parse(readFileSync(path.join(ROOT, 'src/commands/function-names.json'), 'utf8')),
    pngSize: (file) => pngSize(served === null ? pictures(file) : path.join(served, file)),
    exists: served === null ? null : (file) => existsSync(path.join(served, file)),
  };
}

/** [rule, sentence] for everything that is wrong; rules that need the pages are left out where these are not built. */
function checkManifest(source, around = surroundings()) {
  let root;
  try {
    root = parseXml(source);
  } catch (error) {
    if (error instanceof XmlError) return [['well-formed', error.message]];
    throw error;
  }
  return Object.entries(RULES).flatMap(([name, { check, needsPages }]) =>
    needsPages === true && around.exists === null ? [] : check(root, around).map((sentence) => [name, sentence]),
  );
}

/** Microsoft's own reader of manifests, which works without a network: null, or what it says. */
function officeInfo(file) {
  const tool = path.join(ROOT, 'node_modules/office-addin-manifest/cli.js');
  const result = spawnSync(process.execPath, [tool, 'info', file], { encoding: 'utf8', timeout: 120_000 });
  const read = result.status === 0 && /^\s*Type: TaskPaneApp$/m.test(result.stdout);
  return read ? null : `${result.stdout ?? ''}${result.stderr ?? ''}`.trim() || 'office-addin-manifest info 没有读出这个清单。';
}

function main([named]) {
  const file = named ?? (existsSync(path.join(BUILT, 'manifest.xml')) ? path.join(BUILT, 'manifest.xml') : path.join(ROOT, 'manifest.xml'));
  const around = surroundings();
  const wrong = checkManifest(readFileSync(file, 'utf8'), around);
  const info = officeInfo(file);
  if (info !== null) wrong.push(['office-addin-manifest', info]);
  for (const [rule, sentence] of wrong) process.stdout.write(`${rule}：${sentence}\n`);
  const pages = around.exists === null ? '（页面尚未构建，未核对；先运行 npm run build:excel）' : '';
  process.stdout.write(
    wrong.length === 0
      ? `${path.relative(process.cwd(), file)}：${Object.keys(RULES).length + 1} 条规则全部通过${pages}。\n`
      : `${wrong.length} 处需要更正。\n`,
  );
  process.exitCode = wrong.length === 0 ? 0 : 1;
}

if (require.main === module) main(process.argv.slice(2));

module.exports = { checkManifest, officeInfo, surroundings };
