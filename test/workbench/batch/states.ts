import { HEADLINES } from '../../../src/open-workbook/view/headlines';
import { heldAgainst, type Received, type RosterEntry } from '../../../src/roster';
import { checksOf, countsOf, sorted } from '../../../src/workbench/batch/rows';
import type { BatchRow, BatchState } from '../../../src/workbench/batch/state';

const UNITS = ['市政务服务和数据管理局', '市卫生健康局', '市教育局', '市水务局', '市城市管理和综合执法局'];
const CODES = [
  'score-mismatch',
  'total-score',
  'deduction-unexplained',
  'execution-score',
  'value-missing',
  'grade',
  'evidence-missing',
  'score-rounded',
];

/** A row like those of a county's collection; every number follows from `index`. */
export function row(index: number, more: Partial<BatchRow> = {}): BatchRow {
  const self = Math.min(100, 78 + ((index * 37) % 23) + (index % 4) * 0.25);
  const difference = index % 3 === 0 ? 0 : index % 11 === 0 ? 0.5 : -((index * 7) % 60) / 10;
  const mandatory = difference < -1 ? 1 + (index % 4) : 0;
  const advisory = index % 5;
  const codes: Record<string, BatchRow['codes'][string]> = {};
  for (let i = 0; i < mandatory; i += 1) codes[CODES[(index + i) % 6]!] = { severity: 'mandatory', count: 1 };
  if (advisory > 0) codes[CODES[6 + (index % 2)]!] = { severity: 'advisory', count: advisory };
  return {
    id: `${index} 0`,
    fileId: index,
    path: `2024年自评/${UNITS[index % 5]}/附件2（${index + 1}）.xlsx`,
    status: 'ok',
    reason: '',
    unit: UNITS[index % 5]!,
    sheet: index % 2 === 0 ? '评分表' : '项目支出绩效自评表',
    self,
    recomputed: self + difference,
    difference,
    fullScore: 100,
    grade: '良',
    mandatory,
    advisory,
    failedChecks: 0,
    codes,
    ...more,
  };
}

const without = (index: number, status: BatchRow['status'], reason: string): BatchRow =>
  row(index, {
    status,
    reason,
    unit: null,
    sheet: null,
    self: null,
    recomputed: null,
    difference: null,
    mandatory: 0,
    advisory: 0,
    codes: {},
  });

export function state(size: number, more: Partial<BatchState> = {}): BatchState {
  const rows = sorted([
    ...Array.from({ length: size - 4 }, (_, index) => row(index)),
    row(size, { status: 'unfilled', self: null, recomputed: null, difference: null, mandatory: 1, advisory: 0, codes: {} }),
    without(size + 1, 'unrecognised', '没有找到评分表'),
    without(size + 2, 'unreadable', '文件有打开密码。请在 WPS 或 Excel 中去掉密码，另存以后再审核。'),
    row(3, { id: 'crashed', failedChecks: 1, mandatory: 0, advisory: 0, codes: {}, difference: 0 }),
  ]);
  return {
    phase: 'done',
    files: size,
    done: size,
    current: '',
    rows,
    counts: countsOf(rows),
    checks: checksOf(rows, HEADLINES),
    roster: null,
    making: null,
    trouble: null,
    ...more,
  };
}

/** A list of 46, held against the first rows of the table, strangers and a file nobody can open. */
function rosterOf(rows: readonly BatchRow[]): BatchState['roster'] {
  const entries = Array.from({ length: 46 }, (_, index): RosterEntry => ({
    unit: index < 5 ? UNITS[index]! : `市第${index}中学`,
    unitCode: String(101 + index),
    project: null,
    projectCode: null,
    former: [],
    department: index === 45 ? null : UNITS[index % 5]!,
    office: index > 40 ? null : index % 2 === 0 ? '教科文科' : '社会保障科',
    needs: { data: true, report: null },
    at: { sheet: '名单', row: index + 2 },
  }));
  const table = (path: string, unit: string): Received => ({
    is: 'book',
    file: path,
    tables: [{ sheet: '评分表', kind: 'whole', unit, unitCode: null, project: null, projectCode: null, year: 2024, unfilled: false }],
    data: path.length % 2 === 0,
    units: [],
  });
  const received: readonly Received[] = [
    ...rows.slice(0, 12).map(({ path, unit }) => table(path, unit!)),
    table('2024年自评/其他/附件2.xlsx', '临江市教育局'),
    table(rows[13]!.path, '教育厅直属中专'),
    { is: 'unreadable', file: '2024年自评/市第7中学/附件2.xlsx', reason: '文件有打开密码' },
  ];
  return {
    name: '应报名单.xlsx',
    result: heldAgainst({ entries, exempt: 0, notices: ['名单有 1 行是隐藏的，也计入应报。'] }, received, false),
  };
}

export const STATES: Readonly<Record<string, BatchState>> = {
  done: state(312),
  running: state(130, { phase: 'running', files: 312, done: 127, current: '2024年自评/市卫生健康局/附件2（128）.xlsx' }),
  cancelled: state(60, { phase: 'cancelled', files: 312, done: 60, trouble: '2 份没有另存标注副本：甲.xls、乙.xls。' }),
  roster: { ...state(60), roster: rosterOf(state(60).rows) },
  waiting: state(60, { phase: 'running', done: 20, roster: { name: '应报名单.xlsx', result: null } }),
  making: state(20, { making: { what: 'copies', share: 0.4 } }),
  none: { ...state(4), rows: [], checks: [], counts: countsOf([]), phase: 'running', files: 312, done: 0 },
};
