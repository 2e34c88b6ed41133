/**
 * The one table of rooms (folders of src/) and of who may import whom. eslint.config.mjs turns it into rules.
 * `pure` rooms are the core: no host, no clock, no chance, no locale, no Node. `headless`: no page and no host, though they may wait.
 * `imports` names rooms, or one part of hosts/ ('hosts/port'). A room that is not listed may not be in src/.
 */
const BELOW_CHECKS = ['workbook', 'score-table', 'recognition', 'criteria', 'standards', 'scoring', 'words'];
const CORE = [...BELOW_CHECKS, 'checks', 'assessment'];
/** What is made of an assessment. */
const OUTCOMES = ['recalc', 'narrative', 'results', 'receipt', 'answers', 'comparison', 'report'];
const SHARED = [...CORE, ...OUTCOMES, 'open-workbook'];

export const ROOMS = {
  workbook: { pure: true, imports: [], packages: ['decimal.js'] },
  'score-table': { pure: true, imports: ['workbook'] },
  recognition: { pure: true, imports: ['workbook', 'score-table'] },
  criteria: { pure: true, imports: ['workbook'], packages: ['chevrotain'] },
  standards: { pure: true, imports: ['workbook', 'score-table', 'recognition', 'criteria'] },
  scoring: { pure: true, imports: ['workbook', 'score-table', 'recognition', 'criteria', 'standards'] },
  words: { pure: true, imports: ['workbook', 'score-table', 'criteria', 'standards', 'scoring'] },
  checks: { pure: true, imports: BELOW_CHECKS },
  assessment: { pure: true, imports: [...BELOW_CHECKS, 'checks'] },
  recalc: { pure: true, imports: CORE },
  narrative: { pure: true, imports: CORE },
  results: { pure: true, imports: [...CORE, 'narrative', 'recalc'] },
  receipt: { pure: true, imports: CORE },
  answers: { pure: true, imports: CORE },
  comparison: { pure: true, imports: CORE },
  report: { pure: true, imports: [...CORE, 'narrative', 'comparison'] },
  'open-workbook': { pure: false, headless: true, imports: [...CORE, ...OUTCOMES, 'hosts/port'] },
  hosts: { pure: false, imports: ['workbook'] },
  taskpane: { pure: false, imports: SHARED },
  commands: { pure: false, imports: [...SHARED, 'hosts/port'] },
  workbench: { pure: false, imports: [...SHARED, 'taskpane', 'hosts/port', 'hosts/file', 'hosts/workbench'] },
  cli: { pure: false, imports: [...SHARED, 'hosts/port', 'hosts/file'], node: true, packages: ['yaml'] },
  entries: { pure: false, imports: [...SHARED, 'hosts', 'taskpane', 'commands', 'workbench', 'cli'], node: true },
};

/** Host folders: each knows the port and itself; live/ is what programs that run have in common, the workbench may also read files. */
export const HOSTS = { file: [], live: [], excel: ['live'], wps: ['live'], workbench: ['file'] };

/** Names that would bring a page or a host where none belongs. */
const PAGE_GLOBALS = [
  'window',
  'document',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'self',
  'globalThis',
  'global',
  'process',
  'Buffer',
  'require',
  'module',
  '__dirname',
  '__filename',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'Worker',
  'requestAnimationFrame',
  'Office',
  'Excel',
  'wps',
];

/** Names that would bring a host, a clock, chance or a locale into the core. */
const IMPURE_GLOBALS = [
  ...PAGE_GLOBALS,
  'Date',
  'Intl',
  'crypto',
  'performance',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
];

/** Globals a file of this room may not use. */
export function forbiddenGlobals(room) {
  const { pure, headless } = ROOMS[room];
  return pure ? IMPURE_GLOBALS : headless ? PAGE_GLOBALS : [];
}

/** Methods whose answer depends on where the program runs. */
export const IMPURE_METHODS = [
  'localeCompare',
  'toLocaleString',
  'toLocaleUpperCase',
  'toLocaleLowerCase',
  'toLocaleDateString',
  'toLocaleTimeString',
];

const others = (names, allowed) => names.filter((name) => !allowed.includes(name));

/** Import patterns a file of this room may not use, for core `no-restricted-imports`. */
export function forbiddenImports(room) {
  const { imports, packages = [], pure, node } = ROOMS[room];
  const hosts = imports.filter((name) => name.startsWith('hosts/')).map((name) => name.slice('hosts/'.length));
  const forbidden = others(Object.keys(ROOMS), [room, ...imports, ...(hosts.length > 0 ? ['hosts'] : [])]);
  const message = `src/${room} may not import this room (scripts/lint/rooms.mjs).`;
  const patterns = [{ regex: '^(\\.\\./)+(test|scripts|samples)(/|$)', message: 'src/ does not import tests or scripts.' }];
  if (forbidden.length > 0) patterns.unshift({ regex: `^(\\.\\./)+(${forbidden.join('|')})(/|$)`, message });
  if (hosts.length > 0) patterns.push({ regex: `^(\\.\\./)+hosts(?!/(${hosts.join('|')})(/|$))`, message });
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
    { regex: `^(\\.\\./)+(${[...siblings, ...rooms].join('|')})(/|$)`, message: `src/hosts/${host} imports workbook and hosts/port only.` },
  ];
}
