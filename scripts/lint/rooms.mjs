/**
 * The one table of rooms (folders of src/) and of who may import whom. eslint.config.mjs turns it into rules.
 * `pure` rooms are the core: no host, no clock, no chance, no locale, no Node. `headless`: no page and no host, though they may wait.
 * `imports` names rooms, or one part of hosts/ ('hosts/port'). A room that is not listed may not be in src/.
 */
const BELOW_CHECKS = ['workbook', 'score-table', 'recognition', 'criteria', 'standards', 'scoring', 'words'];
const CORE = [...BELOW_CHECKS, 'checks', 'assessment'];
/** What is made of an assessment. */
const OUTCOMES = [
  'recalc',
  'narrative',
  'results',
  'receipt',
  'answers',
  'opinions',
  'comparison',
  'report',
  'papers',
  'approved',
  'publishing',
  'roster',
];
const SHARED = [...CORE, 'document', ...OUTCOMES, 'open-workbook'];

export const ROOMS = {
  workbook: { pure: true, imports: [], packages: ['decimal.js'] },
  document: { pure: true, imports: [] },
  'score-table': { pure: true, imports: ['workbook'] },
  recognition: { pure: true, imports: ['workbook', 'score-table'] },
  criteria: { pure: true, imports: ['workbook'] },
  standards: { pure: true, imports: ['workbook', 'score-table', 'recognition', 'criteria'], packages: ['yaml'] },
  scoring: { pure: true, imports: ['workbook', 'score-table', 'recognition', 'criteria', 'standards'] },
  words: { pure: true, imports: ['workbook', 'score-table', 'criteria', 'standards', 'scoring'] },
  checks: { pure: true, imports: BELOW_CHECKS },
  assessment: { pure: true, imports: [...BELOW_CHECKS, 'checks'] },
  recalc: { pure: true, imports: CORE },
  narrative: { pure: true, imports: CORE },
  results: { pure: true, imports: [...CORE, 'narrative', 'recalc', 'answers', 'opinions', 'receipt', 'roster'] },
  receipt: { pure: true, imports: [...CORE, 'answers', 'comparison', 'recalc', 'report', 'approved', 'roster', 'publishing'] },
  answers: { pure: true, imports: CORE },
  opinions: { pure: true, imports: [...CORE, 'answers', 'receipt'] },
  roster: { pure: true, imports: ['workbook', 'score-table', 'recognition'] },
  comparison: { pure: true, imports: [...CORE, 'answers'] },
  publishing: { pure: true, imports: ['workbook', 'document'] },
  approved: { pure: true, imports: ['workbook', 'score-table', 'recognition', 'words'] },
  report: { pure: true, imports: [...CORE, 'document', 'narrative', 'comparison'] },
  papers: { pure: true, imports: [...CORE, 'document', 'narrative', 'answers', 'opinions', 'report', 'receipt'] },
  'open-workbook': { pure: false, headless: true, imports: [...CORE, 'document', ...OUTCOMES, 'hosts/port'] },
  hosts: { pure: false, imports: ['workbook', 'document'] },
  taskpane: { pure: false, imports: SHARED },
  commands: { pure: false, imports: [...SHARED, 'hosts/port'] },
  workbench: { pure: false, imports: [...SHARED, 'taskpane', 'hosts/port', 'hosts/file', 'hosts/workbench'] },
  cli: { pure: false, imports: [...SHARED, 'hosts/port', 'hosts/file'], node: true },
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

/**
 * A room is imported through its door, index.ts. These may be named as well: the port; what must stay out of a door because it
 * runs in one place only (Node, a worker) or is fetched only when asked for; what the build needs before the built-in standards are there.
 */
const OTHER_DOORS = [
  'src/hosts/port',
  'src/hosts/file/encrypted/open-builtin-node',
  'src/hosts/file/legacy',
  'src/hosts/file/legacy-node',
  'src/standards/keys',
  'src/standards/yaml',
];

/** Room of a file of src/, and for hosts its folder or file below it: { room: 'hosts', part: 'excel' }. */
function placeOf(file) {
  const [, room, part = ''] = file.split('/');
  return room === 'hosts' ? { room, part: part.replace(/\.tsx?$/, '') } : { room: room.replace(/\.tsx?$/, ''), part: null };
}

function isAllowed(from, to) {
  if (from.room === 'hosts' && to.room === 'hosts') return to.part === 'port' || (HOSTS[from.part] ?? []).includes(to.part);
  const { imports } = ROOMS[from.room];
  return imports.includes(to.room) || (to.part !== null && imports.includes(`${to.room}/${to.part}`));
}

function isDoor(to, { room, part }) {
  const bare = to.replace(/\.tsx?$/, '');
  const home = part === null ? `src/${room}` : `src/${room}/${part}`;
  return bare === home || bare === `${home}/index` || OTHER_DOORS.includes(bare);
}

/**
 * What is wrong with one file of src/ importing another, by their paths in the repository; null where nothing is.
 * `to` may lack its extension, as imports do.
 */
export function importFault(file, to) {
  const from = placeOf(file);
  if (/^(test|scripts|samples)\//.test(to)) return { is: 'outside', say: 'src/ does not import tests, scripts or samples.' };
  if (!to.startsWith('src/')) return null;
  const other = placeOf(to);
  if (from.room === other.room && from.part === other.part) return null;
  const [ours, theirs] = [from, other].map(({ room, part }) => (part === null ? room : `${room}/${part}`));
  if (ROOMS[from.room] === undefined || ROOMS[other.room] === undefined)
    return { is: 'unknown', say: 'This room is not in scripts/lint/rooms.mjs.' };
  if (!isAllowed(from, other)) return { is: 'arrow', say: `src/${ours} may not import src/${theirs} (scripts/lint/rooms.mjs).` };
  if (!isDoor(to, other) && !to.endsWith('.css'))
    return { is: 'door', say: `Import src/${theirs} through its index.ts (node scripts/lint/doors.mjs does it).` };
  return null;
}

/** Packages and Node modules a file of this room may not use, for core `no-restricted-imports`. */
export function forbiddenPackages(room) {
  const { packages = [], pure, node } = ROOMS[room];
  if (pure) {
    const allowed = ['decimal\\.js', ...packages].join('|');
    return [{ regex: `^(?!\\.{1,2}(/|$)|(${allowed})$)`, message: `src/${room} is core: no Node modules, no other packages.` }];
  }
  return node ? [] : [{ regex: '^node:', message: `src/${room} also runs in a browser.` }];
}
