/** Every designed state of the pane by name, for pictures, axe and layout tests. */
import type { OpenState } from '../../../src/open-workbook/state';
import type { TabKey } from '../../../src/taskpane/audit/memory';
import { ALL_CLEAR, FIGURES, FINDINGS, PLAN, SCORES, UNRECOGNISED, audit, finding, score, table } from './views';

export interface Scene {
  /** null: nothing is open. */
  readonly state: Partial<OpenState> | null;
  readonly tab?: TabKey;
  /** Row of 得分 that stands open. */
  readonly score?: string;
}

const crashed = { code: 'total-score', title: '总分与得分合计', why: 'TypeError: x is undefined' };
const counted = FINDINGS.filter(({ severity }) => severity !== 'info');

const MANY = Array.from({ length: 28 }, (_, index) =>
  finding(
    index % 3 === 0 ? 'score-missing' : index % 3 === 1 ? 'score-rounded' : 'value-missing',
    `H${index + 10}`,
    `第${index + 1}项绩效指标名称`,
    {
      severity: index < 12 ? 'mandatory' : 'advisory',
    },
  ),
);

const THOUSANDS = Array.from({ length: 2000 }, (_, index) => finding('score-missing', `H${index + 10}`, `第${index + 1}项绩效指标名称`));

const WHOLE = table({
  kind: '部门整体自评',
  unit: '湛江市政务服务和数据管理局',
  findings: counted.slice(0, 2),
  standard: null,
  figures: {
    ...FIGURES,
    self: '97.5',
    selfGrade: null,
    recomputed: '97.5',
    difference: '0',
    computed: { fullScore: '20', agrees: true, difference: '0' },
    judged: { rows: 28, fullScore: '80' },
    mostlyJudged: true,
  },
  scores: [
    ...SCORES,
    {
      name: '信息公开',
      score: '6',
      weight: '6',
      rows: ['预决算公开合规性', '绩效目标公开', '自评材料公开'].map((name, i) => score(`G${i + 11}`, name, '2', '2')),
    },
  ],
});

/** Too large for a look at every size. */
export const LARGE: Readonly<Record<string, Scene>> = { thousands: { state: { audit: audit(table({ findings: THOUSANDS })) } } };

export const SCENES: Readonly<Record<string, Scene>> = {
  audit: { state: {} },
  whole: { state: { name: '部门整体自评_湛江2024.xlsx', audit: audit(WHOLE) } },
  review: { state: { mode: 'review', audit: audit(table({ figures: { ...FIGURES, review: '86.00', reviewCut: '3.73' } })) } },
  scores: { state: { name: '部门整体自评_湛江2024.xlsx', audit: audit(WHOLE) }, tab: 'scores', score: 'row G5' },
  'scores-count': { state: { audit: audit(WHOLE) }, tab: 'scores', score: 'row G10' },
  'scores-asks': { state: { audit: audit(WHOLE) }, tab: 'scores', score: 'row H15' },
  'scores-differs': { state: { audit: audit(WHOLE) }, tab: 'scores', score: 'row H14' },
  summary: { state: {}, tab: 'summary' },
  many: { state: { audit: audit(table({ findings: MANY })) } },
  tables: { state: { audit: audit(table(), table({ sheetKey: '项目二', entry: { ...table().entry, sheet: '项目二' } })) } },
  unfilled: {
    state: { audit: audit(table({ findings: [], verdict: { mandatory: 0, advisory: 0, info: 0, failed: 0, unfilled: true } })) },
  },
  advisory: { state: { audit: audit(table({ findings: FINDINGS.filter(({ severity }) => severity === 'advisory') })) } },
  empty: { state: null },
  ask: { state: { mode: null } },
  busy: { state: { phase: 'auditing', audit: null, busy: { doing: 'auditing', share: 0.41 }, name: '附件2（市卫生健康局）.xlsx' } },
  stopped: { state: { phase: 'ready', audit: null, name: '附件2.xlsx' } },
  unrecognised: { state: { audit: UNRECOGNISED, name: '附件.xlsx' } },
  refused: {
    state: {
      phase: 'refused',
      audit: null,
      name: '项目自评表（报送）.xlsx',
      trouble: { sentence: '文件有打开密码。请在 WPS 或 Excel 中去掉密码，另存以后再拖进来。', detail: null },
    },
  },
  clear: { state: { audit: audit(ALL_CLEAR) } },
  crashed: { state: { audit: audit(table({ failed: [crashed], findings: FINDINGS.slice(1) })) } },
  old: { state: { stale: true } },
  plan: { state: { plan: { view: PLAN, ticked: new Set(['H25', 'I25']) } } },
  trouble: { state: { trouble: { sentence: '没有写入：H14 已锁定。其余未动。', detail: null } } },
  'old-format': { state: { name: '项目自评.xls', unwritable: 'old-format' } },
  rechecked: { state: { lessBy: 1, last: { cells: 1, kept: [], blocked: null } } },
};
