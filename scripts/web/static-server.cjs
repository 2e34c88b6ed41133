/** A file server for 127.0.0.1 alone: the workbench of `npm start` and the pages of the browser tests. */
const { createReadStream, readFileSync, statSync } = require('node:fs');
const http = require('node:http');
const https = require('node:https');
const path = require('node:path');

const POLICY = JSON.parse(readFileSync(path.join(__dirname, 'policy.json'), 'utf8'));

/** The content security policy as one header line: nothing is loaded from, or sent to, anywhere else. */
const CSP = Object.entries(POLICY)
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join('; ');

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The file meant by a request, or null: nothing outside the folder, no hidden file. */
function fileOf(folder, url) {
  let wanted;
  try {
    wanted = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
  if (wanted.includes('\0') || wanted.split(/[\\/]/).some((step) => step.startsWith('.'))) return null;
  const root = path.resolve(folder);
  const file = path.join(root, wanted.endsWith('/') ? `${wanted}index.html` : wanted);
  if (file !== root && !file.startsWith(root + path.sep)) return null;
  try {
    return statSync(file).isFile() ? file : null;
  } catch {
    return null;
  }
}

/** Pages of other sites that reach this server by a name of their own are turned away (DNS rebinding). */
function isOurs(request) {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  return host === '127.0.0.1' || host === 'localhost';
}

/**
 * Serves a folder on 127.0.0.1. `mounts` lay further folders under a prefix ("/fonts/": folder); `answers` are texts made on the way
 * ({ "/fonts/all.css": () => text }). With `tls` ({ cert, key }) over https; what lies under `pictures` may be shown by other pages.
 * Resolves to { port, origin, close } once it listens.
 */
function serveFolder(folder, { port = 0, mounts = {}, answers = {}, tls, pictures } = {}) {
  const listener = (request, response) => {
    const headers = {
      'Content-Security-Policy': CSP,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
      'Cross-Origin-Resource-Policy': 'same-origin',
      // Excel on the web shows the ribbon's pictures in a page of its own, and Excel asks that they may be kept.
      ...(pictures !== undefined && (request.url ?? '').startsWith(pictures)
        ? { 'Cache-Control': 'public, max-age=86400', 'Cross-Origin-Resource-Policy': 'cross-origin' }
        : {}),
    };
    const refuse = (status) => {
      response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' });
      response.end();
    };
    if (!isOurs(request)) return refuse(403);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    const url = request.url ?? '/';
    const answer = answers[url.split('?')[0]];
    if (answer !== undefined) {
      response.writeHead(200, { ...headers, 'Content-Type': TYPES[path.extname(url.split('?')[0])] ?? TYPES['.html'] });
      return response.end(answer());
    }
    const prefix = Object.keys(mounts).find((one) => url.startsWith(one));
    const file = prefix === undefined ? fileOf(folder, url) : fileOf(mounts[prefix], url.slice(prefix.length - 1));
    if (file === null) return refuse(404);
    response.writeHead(200, { ...headers, 'Content-Type': TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream' });
    if (request.method === 'HEAD') return response.end();
    return createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
  };
  const server = tls === undefined ? http.createServer(listener) : https.createServer(tls, listener);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const taken = server.address().port;
      resolve({
        port: taken,
        origin: tls === undefined ? `http://127.0.0.1:${taken}` : `https://localhost:${taken}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

module.exports = { CSP, serveFolder };
