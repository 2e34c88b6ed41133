/**
 * Workers of the page, started from blobs: those live under the page's own policy, and a page opened from a folder may start no others. A
 * served page fetches their scripts; one from a folder may fetch nothing, there they stand as texts inside scripts.
 */

declare global {
  // Set by the scripts `NAME.text.js` of the build.
  var jiheScripts: Readonly<Record<string, string>> | undefined;
  // Set by `startAhead` in a script that the page loads before its own.
  var jiheStarted: Record<string, Promise<Worker> | undefined> | undefined;
  // Set by licences.js.
  var jiheLicences: string | undefined;
  // Set by samples.js: files as base64.
  var jiheFiles: Readonly<Record<string, string>> | undefined;
}

/** The folder of the page's own script: the page may lie in another. */
const BASE = new URL('.', (document.currentScript as HTMLScriptElement | null)?.src ?? document.baseURI).href;

const urls = new Map<string, Promise<string>>();

/** Workers started before anybody asked for them. */
const warm = new Map<string, Promise<Worker>>();

/** Starts a worker that the page's own script, which is still on its way, will take by `warmWorker`. */
export function startAhead(name: string): void {
  const started = fresh(name);
  started.catch(() => undefined);
  globalThis.jiheStarted = { ...globalThis.jiheStarted, [name]: started };
}

/** Tells the worker that waits to be taken what it will be asked about; where none waits nothing happens. */
export function tellWaiting(name: string, message: unknown): void {
  warm.get(name)?.then(
    (worker) => worker.postMessage(message),
    () => undefined,
  );
}

/**
 * Starts a worker that the next `startWorker` of that name will take, where none was started ahead, and lets it get ready; false where the browser has none, or the
 * script is not there.
 */
export async function warmWorker(name: string): Promise<boolean> {
  const started = warm.get(name) ?? readied(name);
  warm.set(name, started);
  try {
    await started;
    return true;
  } catch {
    warm.delete(name);
    return false;
  }
}

/** Starts the worker of that name. @throws where the browser has none, or the script is not there */
export function startWorker(name: string): Promise<Worker> {
  const started = warm.get(name);
  warm.delete(name);
  return started ?? fresh(name);
}

/** The worker that was started before the page's own script; taken once. */
function ahead(name: string): Promise<Worker> | null {
  const started = globalThis.jiheStarted?.[name];
  if (started === undefined) return null;
  globalThis.jiheStarted = { ...globalThis.jiheStarted, [name]: undefined };
  return started.catch(() => fresh(name));
}

async function readied(name: string): Promise<Worker> {
  const worker = await (ahead(name) ?? fresh(name));
  worker.postMessage({ warm: true });
  return worker;
}

async function fresh(name: string): Promise<Worker> {
  let url = urls.get(name);
  if (url === undefined) {
    url = scriptUrl(name);
    urls.set(name, url);
    url.catch(() => urls.delete(name));
  }
  return new Worker(await url);
}

async function scriptUrl(name: string): Promise<string> {
  const script = (await servedScript(name)) ?? (await keptScript(name));
  return URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
}

/** null: the page is not served, or its server does not have it. */
async function servedScript(name: string): Promise<Blob | null> {
  if (!BASE.startsWith('http')) return null;
  try {
    const answer = await fetch(`${BASE}${name}.js`);
    return answer.ok ? await answer.blob() : null;
  } catch {
    return null;
  }
}

/** The text of the worker's script, kept by a script of its own. @throws where that is not there */
async function keptScript(name: string): Promise<string> {
  if (globalThis.jiheScripts?.[name] === undefined) await loadScript(`${name}.text.js`);
  const text = globalThis.jiheScripts?.[name];
  if (text === undefined) throw new Error(`no script ${name}`);
  return text;
}

/** A sample that comes with the page; null where it is not there. */
export async function sampleFile(name: string): Promise<Uint8Array | null> {
  if (globalThis.jiheFiles === undefined) await loadScript('samples.js').catch(() => undefined);
  const text = globalThis.jiheFiles?.[name];
  return text === undefined ? null : Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}

/** Licences of what is built in; '' where they are not there. */
export async function licencesText(): Promise<string> {
  if (globalThis.jiheLicences === undefined) await loadScript('licences.js').catch(() => undefined);
  return globalThis.jiheLicences ?? '';
}

function loadScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = BASE + src;
    script.onload = () => {
      script.remove();
      resolve();
    };
    script.onerror = () => {
      script.remove();
      reject(new Error(`not loaded: ${src}`));
    };
    document.head.append(script);
  });
}
