/**
 * The Excel add-in. `npm run build:excel [--origin https://…]` builds it into dist/excel/, a folder for any https server;
 * `npm run excel` builds it for this machine, serves it over https with a certificate made here and says what to click.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DIST, ROOT, ensureTarget } from './build/target.mjs';
import { progressOn } from './workbench.mjs';

const require = createRequire(import.meta.url);
const configOf = require('./webpack/excel.cjs');
const { PLACEHOLDER, copyInto } = configOf;
export const FOLDER = path.join(DIST, 'excel');
const PORT = Number(new URL(PLACEHOLDER).port);
const CERTIFICATES = path.join(os.homedir(), '.jihe');
/** Days a certificate is good for, and how long before the end a new one is made. */
const GOOD_FOR = 800;
const RENEW = 30;
const DAY = 86_400_000;

const target = (report, origin) => ({
  name: 'excel',
  folder: FOLDER,
  proof: 'taskpane.html',
  sources: [
    'src',
    'assets',
    'manifest.xml',
    'scripts/standards',
    'scripts/web',
    'scripts/webpack',
    'scripts/excel.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'tsconfig.web.json',
  ],
  leftOut: ['src/cli', 'src/hosts/wps'],
  make: (fresh) => bundle(fresh, report, origin),
});

function bundle(fresh, report, origin) {
  const webpack = require('webpack');
  const config = configOf(fresh);
  config.plugins.push(new webpack.ProgressPlugin({ handler: (share) => report(share) }));
  return new Promise((resolve) => {
    const compiler = webpack(config);
    compiler.run((error, stats) => {
      const failure =
        error !== null && error !== undefined
          ? `${error.stack ?? error}\n`
          : stats.hasErrors()
            ? `${stats.toString('errors-only')}\n`
            : null;
      compiler.close(() => {
        if (failure === null) copyInto(fresh, origin);
        resolve(failure);
      });
    });
  });
}

/** Resolves to null when dist/excel/ is there and current, else to what went wrong. Another origin than this machine's is always built anew. */
export function ensureExcel({ always = false, report = () => undefined, origin = PLACEHOLDER } = {}) {
  return ensureTarget(target(report, origin), always || origin !== PLACEHOLDER || !builtFor(origin));
}

function builtFor(origin) {
  const manifest = path.join(FOLDER, 'manifest.xml');
  return existsSync(manifest) && readFileSync(manifest, 'utf8').includes(`"${origin}/taskpane.html"`);
}

/** A certificate for localhost that can vouch for nothing else, made once for this user; trusting it is the user's own step. */
async function certificate() {
  const files = {
    cert: path.join(CERTIFICATES, 'localhost.crt'),
    key: path.join(CERTIFICATES, 'localhost.key'),
    until: path.join(CERTIFICATES, 'localhost.until'),
  };
  const fresh =
    Object.values(files).every((file) => existsSync(file)) && Number(readFileSync(files.until, 'utf8')) > Date.now() + RENEW * DAY;
  if (!fresh) {
    const until = new Date(Date.now() + GOOD_FOR * DAY);
    const made = await require('selfsigned').generate([{ name: 'commonName', value: 'localhost' }], {
      keySize: 2048,
      algorithm: 'sha256',
      notAfterDate: until,
      extensions: [
        { name: 'basicConstraints', cA: false, critical: true },
        { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
        { name: 'extKeyUsage', serverAuth: true },
        {
          name: 'subjectAltName',
          altNames: [
            { type: 2, value: 'localhost' },
            { type: 7, ip: '127.0.0.1' },
          ],
        },
      ],
    });
    mkdirSync(CERTIFICATES, { recursive: true, mode: 0o700 });
    writeFileSync(files.key, made.private, { mode: 0o600 });
    writeFileSync(files.cert, made.cert);
    writeFileSync(files.until, String(until.getTime()));
  }
  return { file: files.cert, fresh: !fresh, cert: readFileSync(files.cert), key: readFileSync(files.key) };
}

/** What the user does once so that Excel believes the certificate. */
function trusting(file) {
  if (process.platform === 'win32') return `certutil -user -addstore Root "${file}"`;
  if (process.platform === 'darwin') return `security add-trusted-cert -k ~/Library/Keychains/login.keychain-db "${file}"`;
  return `（Linux 上没有桌面版 Excel；网页版 Excel 请在浏览器里信任 ${file}）`;
}

function loading() {
  const manifest = path.join(FOLDER, 'manifest.xml');
  if (process.platform === 'win32') {
    return [
      '在 Excel 里试用（只需一次）：',
      `  reg add HKCU\\Software\\Microsoft\\Office\\16.0\\WEF\\Developer /v jihe /t REG_SZ /d "${manifest}" /f`,
      '  重新打开 Excel，「绩核」选项卡出现在功能区。不再需要时：',
      '  reg delete HKCU\\Software\\Microsoft\\Office\\16.0\\WEF\\Developer /v jihe /f',
    ];
  }
  if (process.platform === 'darwin') {
    return [
      '在 Excel 里试用（只需一次）：',
      `  把 ${manifest}`,
      '  复制到 ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef/，重新打开 Excel，在「插入 > 加载项 > 我的加载项」里选择绩核。',
    ];
  }
  return ['在网页版 Excel 里试用：', `  「开始 > 加载项 > 更多加载项 > 上传我的加载项」，选择 ${manifest}`];
}

async function serve() {
  const { serveFolder } = require('./web/static-server.cjs');
  const made = await certificate();
  const tls = { cert: made.cert, key: made.key };
  const served = await serveFolder(FOLDER, { port: PORT, tls, pictures: '/assets/' }).catch((error) => {
    if (error.code === 'EADDRINUSE') return null;
    throw error;
  });
  if (served === null) {
    process.stderr.write(`端口 ${PORT} 已被占用：可能已经在运行。请先结束它再试。\n`);
    process.exitCode = 1;
    return;
  }
  const lines = [
    `绩核（Excel 加载项）已启动：${served.origin}/`,
    '表格只在本机处理，不上传。按 Ctrl+C 结束。',
    '',
    made.fresh ? '已为本机生成证书。让 Excel 信任它（只需一次，会弹出确认框）：' : '如尚未信任本机证书（只需一次，会弹出确认框）：',
    `  ${trusting(made.file)}`,
    '',
    ...loading(),
    '',
    '详细说明见 docs/excel.md。',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void served.close().then(() => process.exit(0)));
}

function originFrom(args) {
  const at = args.indexOf('--origin');
  if (at < 0) return PLACEHOLDER;
  const given = (args[at + 1] ?? '').replace(/\/+$/, '');
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url === null || url.protocol !== 'https:') {
    process.stderr.write('--origin 后面应是 https 地址，例如 --origin https://jihe.example.cn\n');
    process.exit(2);
  }
  return given;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const args = process.argv.slice(2);
  const building = args.includes('--build');
  const always = building && !args.includes('--if-stale');
  const failure = await ensureExcel({
    always: building,
    report: progressOn(process.stderr, '构建 Excel 加载项'),
    origin: originFrom(args),
  });
  if (failure !== null) {
    process.stderr.write(`${failure}构建失败。\n`);
    process.exitCode = 1;
  } else if (building)
    process.stdout.write(
      `Excel 加载项在 ${path.relative(process.cwd(), FOLDER) || '.'}，可放到任何 https 服务器上；清单是其中的 manifest.xml。\n`,
    );
  else await serve();
}
