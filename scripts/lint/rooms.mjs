/**
 * The one table of rooms (folders of src/) and of who may import whom. eslint.config.mjs turns it into rules.
 * `pure` rooms are the core: no host, no clock, no chance, no locale, no Node.
 */
const CORE = ['workbook', 'recognition', 'criteria', 'standards', 'scoring', 'checks', 'assessment', 'messages'];

export const ROOMS = {
  workbook: { pure: true, imports: [], packages: ['decimal.js'] },
  recognition: { pure: true, imports: ['workbook'] },
  criteria: { pure: true, imports: ['workbook'], packages: ['chevrotain'] },
  standards: { pure: true, imports: ['workbook', 'recognition', 'criteria'] },
  scoring: { pure: true, imports: ['workbook', 'recognition', 'criteria', 'standards'] },
  checks: { pure: true, imports: ['workbook', 'recognition', 'criteria', 'standards', 'scoring'] },
  assessment: { pure: true, imports: ['workbook', 'recognition', 'criteria', 'standards', 'scoring', 'checks'] },
  messages: { pure: true, imports: CORE },
  narrative: { pure: true, imports: CORE },
  writeback: { pure: true, imports: CORE },
  hosts: { pure: false, imports: ['workbook'] },
  taskpane: { pure: false, imports: [...CORE, 'narrative', 'writeback', 'open-workbook'] },
  commands: { pure: false, imports: [...CORE, 'narrative', 'writeback', 'taskpane'] },
  workbench: { pure: false, imports: [...CORE, 'hosts', 'taskpane', 'open-workbook'] },
  'open-workbook': { pure: false, imports: [...CORE, 'narrative', 'writeback', 'hosts', 'cli'] },
  cli: { pure: false, imports: [...CORE, 'narrative', 'writeback', 'hosts'], node: true, packages: ['yaml'] },
};

/** Host folders: each knows the port and itself; the workbench may also read files. */
export const HOSTS = { file: [], excel: ['taskpane'], wps: ['taskpane'], workbench: ['file', 'taskpane'] };

/** Names that would bring a host, a clock, chance or a locale into the core. */
export const IMPURE_GLOBALS = [
  'Date', 'Intl', 'window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'self', 'globalThis', 'global',
  'process', 'Buffer', 'require', 'module', '__dirname', '__filename', 'fetch', 'XMLHttpRequest', 'WebSocket', 'Worker', 'crypto',
  'performance', 'console', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame', 'Office', 'Excel', 'wps',
];

/** Methods whose answer depends on where the program runs. */
export const IMPURE_METHODS = [
  'localeCompare', 'toLocaleString', 'toLocaleUpperCase', 'toLocaleLowerCase', 'toLocaleDateString', 'toLocaleTimeString',
];

const others = (names, allowed) => names.filter((name) => !allowed.includes(name));

/** Import patterns a file of this room may not use, for core `no-restricted-imports`. */
export function forbiddenImports(room) {
  const { imports, packages = [], pure, node } = ROOMS[room];
  const forbidden = others(Object.keys(ROOMS), [room, ...imports]);
  const patterns = [
    { regex: `^(\\.\\./)+(${forbidden.join('|')})(/|$)`, message: `src/${room} may not import this room (scripts/lint/rooms.mjs).` },
    { regex: '^(\\.\\./)+(test|scripts|samples)(/|$)', message: 'src/ does not import tests or scripts.' },
  ];
  if (pure) {
    const allowed = ['decimal\\.js', ...packages].join('|');
    patterns.push({ regex: `^(?!\\.{1,2}(/|$)|(${allowed})$)`, message: `src/${room} is core: no Node modules, no other packages.` });
  } else if (!node) {
    patterns.push({ regex: '^node:', message: `src/${room} also runs in a browser.` });
  }
  return patterns;
}

/** The same for one host folder. */
export function forbiddenHostImports(host) {
  const siblings = others(Object.keys(HOSTS), [host, ...HOSTS[host]]);
  const rooms = others(Object.keys(ROOMS), ['hosts', 'workbook', ...HOSTS[host]]);
  return [
    { regex: `^(\\.\\./)+(${[...siblings, ...rooms].join('|')})(/|$)`, message: `src/hosts/${host} imports workbook only.` },
  ];
}
