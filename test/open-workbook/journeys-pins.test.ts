/**
 * What people do in a workbook, step by step over every kind of program, and all that is shown meanwhile: what is written, what is
 * refused and with which sentence, what can be taken back. Pinned; `npm run pin` renews it.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { HostCan, HostPlan, WriteOutcome } from '../../src/hosts/port';
import { readXlsx } from '../../src/hosts/file';
import { openWorkbook, type OpenState, type OpenWorkbook } from '../../src/open-workbook';
import { a1, Dec, type WorkbookSnapshot } from '../../src/workbook';
import { bookWith, FORM } from '../right-numbers/support';
import { MemoryHost } from '../support/memory-host';
import { expectPinned } from '../support/pinned';
import { bookOf, sheetOf } from '../support/sheets';

const FAULTY = readXlsx(new Uint8Array(readFileSync(path.join(__dirname, '../../samples/项目自评_有误.xlsx'))));
/** A wrong score that follows from its target, a blank one, a wrong total. */
const SLIPS = bookWith(FORM, { E11: '6座', G12: null, E12: '98%', G18: 97 });

interface Journey {
  readonly book: WorkbookSnapshot;
  readonly can?: Partial<HostCan>;
  readonly mode?: 'fill' | 'review';
  readonly steps: readonly Step[];
}
type Step = readonly [name: string, run: (one: Opened) => unknown];
interface Opened {
  readonly open: OpenWorkbook;
  readonly host: MemoryHost;
  /** Runs what was put off. */
  readonly late: () => Promise<void>;
}

function shownState({
  phase,
  mode,
  audit,
  table,
  busy,
  stale,
  trouble,
  lessBy,
  plan,
  last,
  marked,
  markNote,
  traces,
  selected,
  settings,
}: OpenState): string {
  const verdict = audit?.tables.map((one) => `${one.verdict.mandatory}+${one.verdict.advisory}`).join(',');
  return [
    phase,
    mode ?? 'no mode',
    verdict === undefined ? 'nothing audited' : `found ${verdict}`,
    ...(table === 0 ? [] : [`table ${table}`]),
    ...(busy === null ? [] : [`${busy.doing}${busy.share === null ? '' : ` ${busy.share}`}`]),
    ...(stale ? ['stale'] : []),
    ...(trouble === null ? [] : [`«${trouble.sentence}»${trouble.program === true ? ' program' : ''}`]),
    ...(lessBy === null ? [] : [`less ${lessBy}`]),
    ...(plan === null
      ? []
      : [
          `plan ${(['fill', 'lower', 'raise', 'kept'] as const).map((part) => plan.view[part].length).join('/')} ticked ${[...plan.ticked].join(' ')} ${plan.view.outcome ?? ''}`,
        ]),
    ...(last === null
      ? []
      : [`last ${last.cells} kept ${last.kept.map((one) => `${one.cell.address} ${one.why}`).join(';')} ${last.blocked ?? ''}`]),
    ...(marked === null ? [] : [`marked ${marked}`]),
    ...(markNote === null ? [] : [markNote]),
    ...(traces === null ? [] : [`traces ${traces.marks} ${traces.notes} ${traces.sheets.join('+')} ${traces.settings}`]),
    ...(selected === null ? [] : [`selected ${a1(selected.row, selected.col)}`]),
    `${settings.standard === null ? '' : JSON.stringify(settings.standard)}${settings.template ?? ''}${settings.recheck ? '' : ' no recheck'}`,
  ].join(' | ');
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

async function walked({ book, can = {}, mode, steps }: Journey): Promise<readonly string[]> {
  const host = new MemoryHost(book, can);
  const put: (() => void)[] = [];
  const open = openWorkbook(host, {
    mode: mode ?? null,
    later: (run) => {
      put.push(run);
      return () => put.splice(put.indexOf(run), 1);
    },
    newWorkbook: (sheets) => Uint8Array.of(sheets.length),
    readForm: async (bytes) => (bytes.length > 0 ? bookWith(FORM) : bookOf(sheetOf('空', [['空']]))),
  });
  const lines: string[] = [];
  let former = '';
  open.subscribe(() => {
    const now = shownState(open.state);
    if (now !== former) lines.push(`  ${now}`);
    former = now;
  });
  const late = async (): Promise<void> => {
    for (const run of put.splice(0)) run();
    await settled();
  };
  for (const [name, run] of [['start', ({ open: one }: Opened) => one.start()] as Step, ...steps]) {
    lines.push(`${name}:`);
    const calls = host.calls.length;
    const result = await run({ open, host, late });
    await settled();
    lines.push(`  → ${typeof result === 'object' ? JSON.stringify(result) : String(result).trim()} [${host.calls.slice(calls).join(' ')}]`);
  }
  await open.close();
  return lines;
}

const findingId = (open: OpenWorkbook, code: string): string => open.state.audit!.tables[0]!.findings.find((one) => one.code === code)!.id;
const rowId = (open: OpenWorkbook, name: string): string =>
  open.state.audit!.tables[0]!.scores.flatMap(({ rows }) => rows).find((row) => row.name === name)!.id;
const fix = (code: string): Step => [`change ${code}`, ({ open }) => open.change(findingId(open, code))];
const value = async (host: MemoryHost, row: number, col: number): Promise<unknown> => (await host.read()).sheets[0]!.valueAt(row, col);
const RECALC: Step = ['recalc', ({ open }) => open.recalc()];
const WRITE: Step = ['write', ({ open }) => open.write()];
const UNDO: Step = ['undo', ({ open }) => open.undo()];
const MARK: Step = ['mark', ({ open }) => open.mark()];
const tick = (at: number, on: boolean): Step => [
  `tick ${at} ${on}`,
  ({ open }) => {
    const { fill, lower, raise } = open.state.plan!.view;
    return open.tick([...fill, ...lower, ...raise][at]!.id, on);
  },
];
const typed = (row: number, col: number, number: number): Step => [
  `typed ${a1(row, col)}`,
  ({ host, open }) => host.type(sheetName(open, host), row, col, { kind: 'value', value: new Dec(number) }),
];
const sheetName = (_open: OpenWorkbook, host: MemoryHost): string =>
  (host as unknown as { held: { sheet: { name: string } }[] }).held[0]!.sheet.name;
/** The next write breaks off, or is answered so. */
const answered = (name: string, outcome: (plan: HostPlan, whole: WriteOutcome) => WriteOutcome, times = 1): Step => [
  name,
  ({ host }) => {
    const write = host.write.bind(host);
    let left = times;
    host.write = async (plan, on) => {
      if (left === 0) return write(plan, on);
      left -= 1;
      return outcome(plan, { is: 'refused', why: 'busy', at: [] });
    };
  },
];

const EVERYTHING: readonly Step[] = [
  ['locate', ({ open }) => open.locate({ sheet: 0, row: 3, col: 2 }, true)],
  ['select', ({ host, open }) => host.pick(sheetName(open, host), 10, 6)],
  RECALC,
  tick(0, false),
  tick(0, true),
  WRITE,
  UNDO,
  UNDO,
  MARK,
  ['clear marks', ({ open }) => open.clearMarks()],
  ['summary', ({ open }) => open.writeSummary()],
  ['remove traces', ({ open }) => open.removeTraces()],
  ['recheck off', ({ open }) => open.setRecheck(false)],
  typed(10, 6, 14),
  ['recheck on', ({ open }) => open.setRecheck(true)],
  typed(10, 6, 13),
  ['later', ({ late }) => late()],
  ['json', ({ open }) => open.exportJson().length > 1000],
  ['workbook', async ({ open }) => (await open.exportWorkbook())?.length],
];

const JOURNEYS: Readonly<Record<string, Journey>> = {
  everything: { book: SLIPS, mode: 'fill', steps: EVERYTHING },
  'everything where the program calculates': { book: SLIPS, mode: 'fill', can: { calculates: true, notes: false }, steps: EVERYTHING },
  'everything in 审核 mode': { book: SLIPS, mode: 'review', steps: EVERYTHING.filter(([name]) => !/^tick/.test(name)) },
  'everything in a read-only workbook': {
    book: SLIPS,
    mode: 'fill',
    can: { write: false, addSheets: false, select: false, watch: false, marks: 'none', storage: 'none' },
    steps: EVERYTHING.filter(([name]) => !/^tick/.test(name)),
  },
  'everything in an old file': {
    book: SLIPS,
    mode: 'fill',
    can: { write: false, oldFormat: true, addSheets: false, marks: 'overlay' },
    steps: EVERYTHING.filter(([name]) => !/^tick/.test(name)),
  },
  'one by one': {
    book: FAULTY,
    mode: 'fill',
    steps: [
      fix('execution-score'),
      fix('missed-target-full-score'),
      fix('total-score'),
      UNDO,
      ['a change that is none', ({ open }) => open.change('nothing')],
      ['table beyond', ({ open }) => open.showTable(1)],
    ],
  },
  'corrections chosen': {
    book: FAULTY,
    mode: 'fill',
    steps: [RECALC, tick(0, true), tick(1, true), tick(0, false), WRITE, ['read', ({ host }) => value(host, 5, 8)], UNDO],
  },
  'nothing ticked': {
    book: FAULTY,
    mode: 'fill',
    steps: [WRITE, RECALC, WRITE, ['dismiss', ({ open }) => open.dismissPlan()], tickless()],
  },
  'changed by somebody': {
    book: FAULTY,
    mode: 'fill',
    steps: [
      fix('execution-score'),
      typed(5, 8, 9),
      ['later', ({ late }) => late()],
      UNDO,
      RECALC,
      typed(5, 8, 9.8),
      ['later', ({ late }) => late()],
    ],
  },
  'changed by another program': {
    book: FAULTY,
    mode: 'fill',
    steps: [
      ['told', ({ host }) => host.tell({ is: 'changed', by: 'other', where: null })],
      ['later', ({ late }) => late()],
      ['closing', ({ host }) => host.tell({ is: 'closing' })],
    ],
  },
  'refused, and then done': {
    book: FAULTY,
    mode: 'fill',
    steps: [
      answered('the program is busy', () => ({ is: 'refused', why: 'busy', at: [] })),
      fix('execution-score'),
      answered('a cell is locked', ({ cells }) => ({ is: 'refused', why: 'protected', at: cells.slice(0, 1).map((one) => one.at) })),
      fix('execution-score'),
      answered('it changed', () => ({ is: 'refused', why: 'changed', at: [] })),
      fix('execution-score'),
      answered('it says so itself', () => ({ is: 'refused', why: 'unsupported', at: [], say: '这里不行。' })),
      fix('execution-score'),
      fix('execution-score'),
    ],
  },
  'refused many': {
    book: SLIPS,
    mode: 'fill',
    steps: [
      answered('nine cells', () => ({
        is: 'refused',
        why: 'read-only',
        at: Array.from({ length: 9 }, (_, n) => ({ sheet: 0, row: n, col: 2 })),
      })),
      RECALC,
      WRITE,
      answered('one cell of the list', ({ cells }) => ({ is: 'refused', why: 'protected', at: cells.slice(0, 1).map((one) => one.at) })),
      WRITE,
    ],
  },
  'broken off': {
    book: FAULTY,
    mode: 'fill',
    steps: [
      answered('with nothing written', () => ({
        is: 'partly',
        why: 'busy',
        written: { cells: [], sheets: [] },
        undo: { cells: [], sheets: [] },
        restored: [],
      })),
      fix('execution-score'),
      answered('with the cell written', ({ cells }) => ({
        is: 'partly',
        why: 'gone',
        say: '程序已退出。',
        written: { cells, sheets: [] },
        undo: { cells: cells.map((one) => ({ ...one, before: one.after, after: one.before })), sheets: [] },
        restored: [],
      })),
      fix('execution-score'),
      UNDO,
    ],
  },
  'answers and replies': {
    book: SLIPS,
    mode: 'fill',
    steps: [
      ['answer', ({ open }) => open.answer(rowId(open, '工程验收合格率'), 'x', '5')],
      ['no answer', ({ open }) => open.answer(rowId(open, '工程验收合格率'), 'x', null)],
      ['reply', ({ open }) => open.reply(open.state.audit!.tables[0]!.findings[0]!.reply.id, 'text', ' 已核实 ')],
      ['the same reply', ({ open }) => open.reply(open.state.audit!.tables[0]!.findings[0]!.reply.id, 'text', '已核实')],
      ['reply to nothing', ({ open }) => open.reply('0000', 'text', '已核实')],
      ['mode', ({ open }) => open.setMode('review')],
      ['reply taken back', ({ open }) => open.reply(open.state.audit!.tables[0]!.findings[0]!.reply.id, 'text', '')],
    ],
  },
  'standards and forms': {
    book: SLIPS,
    mode: 'fill',
    steps: [
      ['choices', async ({ open }) => (await open.standards()).length > 3],
      ['a standard that is none', ({ open }) => open.setStandard({ builtin: 'nothing' })],
      ['one of one’s own', ({ open }) => open.setStandard({ yaml: 'a: 1', title: '自己的' })],
      ['a built-in', async ({ open }) => open.setStandard({ builtin: (await open.standards())[0]!.id })],
      ['none', ({ open }) => open.setStandard(null)],
      ['a blank form', ({ open }) => open.setTemplate({ name: '空白表.xlsx', bytes: Uint8Array.of(1) })],
      ['a form without a table', ({ open }) => open.setTemplate({ name: '空.xlsx', bytes: new Uint8Array(0) })],
      ['no form', ({ open }) => open.setTemplate(null)],
      ['a heading', ({ open }) => open.useHeading(0, 9)],
    ],
  },
  'cancelled and asked again': {
    book: SLIPS,
    mode: 'fill',
    steps: [
      [
        'cancel',
        ({ open }) => {
          const done = open.audit();
          open.cancel();
          return done;
        },
      ],
      ['audit', ({ open }) => open.audit()],
      [
        'unreadable',
        async ({ open, host }) => {
          host.read = () => Promise.reject(new Error('x'));
          await open.audit();
        },
      ],
    ],
  },
  'two tables': {
    book: bookOf([sheetOf('甲', FORM), sheetOf('乙', FORM)]),
    mode: 'fill',
    steps: [
      ['show', ({ open }) => open.showTable(1)],
      ['select on the first', ({ host }) => host.pick('甲', 10, 6)],
      ['select on the second', ({ host }) => host.pick('乙', 10, 6)],
      ['moved', ({ host }) => host.moveLast('甲')],
      ['later', ({ late }) => late()],
      ['narrative', ({ open }) => open.narrative('box') === null],
      ['narrative again', ({ open }) => open.narrative('box')?.boxes.length],
    ],
  },
  'nothing to audit': {
    book: bookOf([sheetOf('说明', [['只是说明']]), sheetOf('空', [])]),
    mode: 'fill',
    steps: [RECALC, WRITE, MARK, ['json', ({ open }) => open.exportJson()]],
  },
};

function tickless(): Step {
  return ['tick without a plan', ({ open }) => open.tick('x', true)];
}

test.each(Object.entries(JOURNEYS))('%s', async (name, journey) => {
  expectPinned(path.join(__dirname, 'pins'), name.replace(/ /g, '-'), await walked(journey));
});

test('what was kept is there when the workbook is opened again, and what is no such thing is not', async () => {
  const host = new MemoryHost(FAULTY);
  const first = openWorkbook(host, { mode: 'fill' });
  await first.start();
  await first.change(findingId(first, 'execution-score'));
  await first.setRecheck(false);
  const again = openWorkbook(host);
  await again.start();
  expect(again.state).toMatchObject({ last: { cells: 1, blocked: null }, settings: { recheck: false } });
  expect(await again.undo()).toBe(true);
  expect(await value(host, 5, 8)).toBe(9.8);
  const KEPT: readonly (readonly [string, string])[] = [
    ['mode', 'other'],
    ['settings', '{"builtin":7,"recheck":"x"}'],
    ['settings', '{'],
    ['answers', '[1,{"a":{"b":3,"c":"x"}}]'],
    ['replies', '{"id":"x"}'],
    ['replies', '[{"id":""},{"id":"x","text":7},null]'],
    ['journal', '{"cells":[{}],"sheets":[]}'],
    ['journal', '{"cells":7,"sheets":[]}'],
    ['journal', '{"cells":[{"sheet":"k0","row":1.5,"col":0,"was":{"kind":"blank"},"wrote":{"kind":"blank"}}],"sheets":[]}'],
    [
      'journal',
      '{"cells":[{"sheet":"k0","row":1,"col":0,"was":{"kind":"value","value":{"number":"x"}},"wrote":{"kind":"blank"}}],"sheets":[]}',
    ],
    [
      'journal',
      '{"cells":[{"sheet":"k0","row":1,"col":0,"was":{"kind":"formula","formula":7,"stored":"x"},"wrote":{"kind":"blank"}}],"sheets":[]}',
    ],
  ];
  for (const [key, text] of KEPT) {
    const odd = new MemoryHost(FAULTY);
    await odd.save(key, text);
    const open = openWorkbook(odd);
    await open.start();
    expect({ key, text, phase: open.state.phase, last: open.state.last, mode: open.state.mode, trouble: open.state.trouble }).toMatchObject(
      {
        phase: 'ready',
        last: null,
        mode: null,
        trouble: null,
      },
    );
  }
});
