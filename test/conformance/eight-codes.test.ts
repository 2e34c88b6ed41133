/**
 * Codes whose failing cases stand in one hand-built layout of test/checks only: here each goes through recognition in twenty drawn layouts.
 * The right form beside it says nothing of the kind. FUZZ_SEED: where the seeds begin.
 */
import { assess } from '../../src/assessment/assess';
import { recognise } from '../../src/recognition';
import { builtinStandard } from '../../src/standards/builtin';
import { a1 } from '../../src/workbook';
import { bookOf, sheetOf, type TestCell } from '../support/sheets';
import { Random } from './random';

const FROM = Number(process.env['FUZZ_SEED'] ?? 1);
const LAYOUTS = 20;

const ROLES = ['first', 'name', 'target', 'actual', 'criterion', 'weight', 'score', 'reason'] as const;
type Role = (typeof ROLES)[number];
type Line = Partial<Record<Role, TestCell>>;

const HEADERS: Readonly<Record<Role, readonly string[]>> = {
  first: ['一级指标'],
  name: ['三级指标', '三级指标名称'],
  target: ['年度指标值', '指标值'],
  actual: ['实际完成值', '全年完成值'],
  criterion: ['评分标准', '评分细则'],
  weight: ['分值', '权重'],
  score: ['自评得分', '得分'],
  reason: ['偏差原因分析及改进措施', '扣分说明'],
};
/** After the names what a form has may stand in any order that people use. */
const ORDERS: readonly (readonly Role[])[] = [
  ROLES,
  ['first', 'name', 'weight', 'target', 'actual', 'criterion', 'score', 'reason'],
  ['first', 'name', 'weight', 'criterion', 'target', 'actual', 'score', 'reason'],
  ['first', 'name', 'target', 'weight', 'actual', 'score', 'criterion', 'reason'],
];

interface Form {
  readonly lines: readonly Line[];
  readonly total: TestCell;
  readonly notes?: readonly string[];
  readonly data?: readonly (readonly TestCell[])[];
  /** 执行数 of 100万元. */
  readonly executed?: number;
}

const GOOD: readonly Line[] = [
  { first: '产出指标', name: '培训场次', target: '≥10场', actual: '10场', weight: 20, score: 20 },
  { name: '维修泵站', target: '≥12座', actual: '12座', weight: 20, score: 20 },
  { name: '按期完工率', target: '≥95%', actual: '96%', weight: 20, score: 20 },
  { first: '效益指标', name: '长效管护机制', target: '健全', actual: '健全', weight: 20, score: 20 },
  { first: '满意度指标', name: '群众满意度', target: '≥90%', actual: '92%', weight: 10, score: 10 },
];
const form = (at: number, change: Line, total: TestCell = 100, more: Partial<Form> = {}): Form => ({
  lines: GOOD.map((line, n) => (n === at ? { ...line, ...change } : line)),
  total,
  ...more,
});

function laid({ lines, total, notes = [], data, executed = 100 }: Form, seed: number) {
  const r = new Random(seed * 101 + 3);
  const order = r.pick(ORDERS);
  const parents = r.pick(['blank', 'repeated', 'merged'] as const);
  const down = r.int(0, 2);
  const cells = (line: Line): TestCell[] => order.map((role) => line[role] ?? null);
  const rows: TestCell[][] = [
    ...Array.from({ length: down }, (): TestCell[] => [null]),
    ['2024年度项目支出绩效自评表'],
    ['项目名称', '泵站维修', null, null, '单位：万元'],
    ['项目资金', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    ['年度资金总额', 100, 100, executed, 10, `${executed}%`, executed / 10],
    order.map((role) => r.pick(HEADERS[role])),
  ];
  const head = rows.length;
  const places = new Map<string, string>();
  let first: TestCell = null;
  lines.forEach((line, n) => {
    first = line.first ?? first;
    order.forEach((role, col) => places.set(`${n}:${role}`, a1(rows.length, col)));
    rows.push(cells({ ...line, first: parents === 'repeated' ? first : (line.first ?? null) }));
  });
  order.forEach((role, col) => places.set(`total:${role}`, a1(rows.length, col)));
  rows.push(cells({ first: '总分', weight: 100, score: total }));
  for (const note of notes) {
    places.set('note', a1(rows.length, 0));
    rows.push([note]);
  }
  const merges: string[] = [];
  if (parents === 'merged')
    lines.forEach((line, n) => {
      const next = lines.findIndex((other, at) => at > n && other.first !== undefined);
      const last = (next < 0 ? lines.length : next) - 1;
      if (line.first !== undefined && last > n) merges.push(`A${head + n + 1}:A${head + last + 1}`);
    });
  const column = a1(0, order.indexOf('score')).replace(/\d+/, '');
  const sheets = [sheetOf('自评表', rows, { merges }), ...(data === undefined ? [] : [sheetOf('基础数据表', data)])];
  return { book: bookOf(sheets), places, column, head };
}

type Found = readonly { readonly code: string; readonly cells: readonly string[] }[];

function found(one: ReturnType<typeof laid>, standard: string | null): Found | null {
  const tables = recognise(one.book).tables;
  if (tables.length !== 1) return null;
  const standards = standard === null ? {} : { standards: { standard: builtinStandard(standard)! } };
  return assess(tables[0]!, one.book, { first: true, ...standards }).findings.map(({ code, cell, related }) => ({
    code,
    cells: [cell, ...related].map((at) => a1(at.row, at.col)),
  }));
}

interface Case {
  readonly good: Form;
  readonly bad: Form;
  readonly at: string;
  readonly standard?: string;
}

const COUNTED = {
  name: '制度执行情况',
  criterion: '每发现一例不符合规定的扣2分，扣完为止。',
  target: '执行到位',
  actual: '基本到位',
} as const;
const DATA = [['2024年度基础数据表'], ['指标', '数据'], ['政府采购执行率', '95%']];

const CASES: Readonly<Record<string, Case>> = {
  'weight-vs-note': {
    good: form(-1, {}, 100, { notes: ['注：一级指标分值统一设置为产出指标60分、效益指标20分、满意度指标10分、预算资金执行率10分。'] }),
    bad: form(-1, {}, 100, { notes: ['注：一级指标分值统一设置为产出指标50分、效益指标30分、满意度指标10分、预算资金执行率10分。'] }),
    at: 'note',
  },
  'not-applicable': {
    good: form(1, { target: null, actual: '不涉及', criterion: '按规定预留得20分，未预留不得分；不涉及的得满分。' }),
    bad: form(1, { target: null, actual: '不涉及', criterion: '按规定预留得20分，未预留不得分；不涉及的得满分。', score: 15 }, 95),
    at: '1:score',
  },
  'score-inadmissible': {
    good: form(1, { ...COUNTED, score: 14, reason: '制度执行不到位，发现3例' }, 94),
    bad: form(1, { ...COUNTED, score: 14.5, reason: '制度执行不到位' }, 94.5),
    at: '1:score',
  },
  'qualitative-band': {
    good: form(3, { actual: '部分达成预期指标', score: 14, reason: '机制还不健全，正在修订办法' }, 94),
    bad: form(3, { actual: '部分达成预期指标', score: 19, reason: '机制还不健全，正在修订办法' }, 99),
    at: '3:score',
  },
  'criterion-vs-weight': {
    good: form(1, { name: '制度建设', target: null, actual: null, criterion: '①制度健全，得15分；②执行到位，得5分。' }),
    bad: form(1, { name: '制度建设', target: null, actual: null, criterion: '①制度健全，得5分；②执行到位，得5分。' }),
    at: '1:weight',
  },
  'data-vs-score': {
    good: form(2, { name: '政府采购执行率', target: '≥95%', actual: '95%' }, 100, { data: DATA }),
    bad: form(2, { name: '政府采购执行率', target: '≥95%', actual: '98%' }, 100, { data: DATA }),
    at: '2:actual',
  },
  'total-over-cap': {
    good: { ...form(-1, {}, 98.5), executed: 85 },
    bad: { ...form(-1, {}, 97.5), executed: 75 },
    at: 'total:score',
    standard: 'city-execution-caps',
  },
};

describe.each(Object.entries(CASES))('%s', (code, { good, bad, at, standard = null }) => {
  const seeds = Array.from({ length: LAYOUTS }, (_, n) => FROM + n);
  test(`is found at its cell in every layout (seeds from ${FROM})`, () => {
    const missed = seeds.filter((seed) => {
      const one = laid(bad, seed);
      return found(one, standard)?.some((own) => own.code === code && own.cells.includes(one.places.get(at)!)) !== true;
    });
    expect(missed).toEqual([]);
  });
  test('says nothing of the right form', () => {
    const told = seeds.filter((seed) => found(laid(good, seed), standard)?.some((own) => own.code === code) !== false);
    expect(told).toEqual([]);
  });
});

test('hardcoded-total: a typed total beside a subtotal that is a formula', () => {
  for (let seed = FROM; seed < FROM + LAYOUTS; seed += 1) {
    const { column, head } = laid({ lines: GOOD, total: 100 }, seed);
    const sub: Line = { first: '小计', weight: 60, score: { f: `SUM(${column}${head + 1}:${column}${head + 3})`, v: 60 } };
    const with3 = (total: TestCell): Form => ({ lines: [...GOOD.slice(0, 3), sub, ...GOOD.slice(3)], total });
    const typed = laid(with3(100), seed);
    const row = typed.head + 7;
    const live = laid(
      with3({ f: `G${typed.head - 1}+SUM(${column}${head + 1}:${column}${head + 3},${column}${head + 5}:${column}${row - 1})`, v: 100 }),
      seed,
    );
    expect(found(typed, null)!.some((own) => own.code === 'hardcoded-total' && own.cells.includes(typed.places.get('total:score')!))).toBe(
      true,
    );
    expect(found(live, null)!.some((own) => own.code === 'hardcoded-total')).toBe(false);
  }
});
