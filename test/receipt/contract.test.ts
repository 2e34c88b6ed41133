import { auditBook } from '../../src/open-workbook';
import type { EntryJson, TableJson } from '../../src/receipt/types';
import type { Check } from '../../src/checks/types';
import type { SheetSpec } from '../support/score-table';
import { built, crashingCheck, fakeJudge, lastRowCheck, speechlessCheck, totalCheck } from '../cli/fixtures/fake-judge';

function audit(spec: Partial<SheetSpec> = {}, checks?: readonly Check[]): TableJson {
  const { scoreTable, book } = built(spec);
  const [entry] = auditBook('送审/表.xlsx', book, fakeJudge([scoreTable], checks)).entries;
  if (entry?.status !== 'ok') throw new Error('no table');
  return entry;
}

const row = (table: TableJson, name: string): TableJson['indicators'][number] => {
  const found = table.indicators.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no row ${name}`);
  return found;
};
const execution = (table: TableJson): TableJson['indicators'][number] => {
  const found = table.indicators.find((one) => one.execution);
  if (found === undefined) throw new Error('no execution row');
  return found;
};
const funded = (budget: number | null, executed: number | null, score: number): Partial<SheetSpec> => ({
  funding: { total: { initial: null, budget, executed, rate: null, weight: 10, score } },
});

/** Keys of every object in the tree, in order, as «path: keys». */
const KEYS = [
  'contract',
  'file',
  'status',
  'sheet',
  'table',
  'moneyUnit',
  'kind',
  'unit',
  'project',
  'year',
  'contents',
  'standard',
  'totals',
  'indicators',
  'findings',
  'resolved',
  'coverage',
];
const TOTALS = ['fullScore', 'stated', 'sum', 'review', 'recomputed', 'asStated', 'deducted', 'explained', 'grade'];
const INDICATOR = [
  'name',
  'path',
  'fullScore',
  'selfScore',
  'execution',
  'reviewScore',
  'applies',
  'bonus',
  'cells',
  'criterion',
  'expected',
];
const CELLS = ['sheet', 'name', 'fullScore', 'selfScore', 'criterion', 'target', 'actual', 'reason', 'reviewScore'];
const FINDING = [
  'id',
  'code',
  'severity',
  'cell',
  'related',
  'indicator',
  'message',
  'actual',
  'expected',
  'basis',
  'fix',
  'arithmetic',
  'answer',
];

describe('the JSON of one table', () => {
  it('has the keys of the contract in its order', () => {
    const table = audit({ total: { weight: 100, score: 97.5 } });
    expect(Object.keys(table)).toEqual(KEYS);
    expect(Object.keys(table.totals)).toEqual(TOTALS);
    for (const indicator of table.indicators) {
      expect(Object.keys(indicator)).toEqual(INDICATOR);
      expect(Object.keys(indicator.cells)).toEqual(CELLS);
    }
    expect(table.findings.length).toBe(2);
    for (const finding of table.findings) expect(Object.keys(finding)).toEqual(FINDING);
    expect(Object.keys(table.coverage)).toEqual(['checks', 'run', 'notApplicable', 'failed']);
    expect(table.standard).toEqual({ id: 'own', status: 'own', how: 'from-sheet' });
  });

  it('gives numbers as numbers, cells as addresses and nothing as null', () => {
    const table = audit();
    expect(table.totals).toMatchObject({ fullScore: 100, stated: 98, sum: 98, review: null, deducted: 2 });
    const healthy = row(table, '机制健全程度');
    expect(healthy).toMatchObject({
      path: ['效益', '可持续', '机制健全程度'],
      fullScore: 15,
      selfScore: 13,
      reviewScore: null,
      execution: false,
      bonus: false,
      criterion: null,
    });
    expect(healthy.cells).toEqual({
      sheet: '评分表',
      name: 'C13',
      fullScore: 'F13',
      selfScore: 'G13',
      criterion: null,
      target: 'D13',
      actual: 'E13',
      reason: 'H13',
      reviewScore: null,
    });
    expect(healthy.expected).toEqual({ is: 'unknown', why: '由评分人按完成情况判断，不能由公式算出' });
    const blank = row(audit({ rows: [{ name: '空行', weight: 20, score: null }] }), '空行');
    expect(blank.selfScore).toBeNull();
  });

  it('leaves a cell null where the form has no such column', () => {
    const table = audit({ without: ['reason', 'criterion'] });
    expect(row(table, '培训人次').cells).toMatchObject({ reason: null, criterion: null });
  });

  it('lists indicators, the execution row and bonus rows, not 其中 lines and placeholders', () => {
    const table = audit({
      rows: [
        { name: '指标', weight: 20, score: 20, criterion: '按档次评分' },
        { name: '其中：甲', role: 'breakdown' },
        { name: '……', role: 'placeholder' },
        { name: '加分项', role: 'bonus', score: 2 },
      ],
    });
    expect(table.indicators.map(({ name, execution: isExecution, bonus }) => [name, isExecution, bonus])).toEqual([
      [execution(table).name, true, false],
      ['指标', false, false],
      ['加分项', false, true],
    ]);
    expect(row(table, '指标').criterion).toEqual({ understood: 'none', kind: 'opaque', text: '按档次评分' });
  });

  it.each<[number | null, number | null, unknown]>([
    [200, 180, { is: 'exact', score: 9, arithmetic: '180÷200×10=9' }],
    [180, 160, { is: 'exact', score: 8.89, arithmetic: '160÷180×10=8.888889≈8.89' }],
    [200, 210, { is: 'exact', score: 10, arithmetic: '(210÷200×10，最多10)=10' }],
    [200, 0, { is: 'exact', score: 0, arithmetic: '0÷200×10=0' }],
    [0, 0, { is: 'unknown', why: '预算数、执行数和执行率未填写完整，无法计算执行率得分' }],
    [200, null, { is: 'unknown', why: '预算数、执行数和执行率未填写完整，无法计算执行率得分' }],
  ])('expects of %p budgeted and %p spent', (budget, executed, expected) => {
    expect(execution(audit(funded(budget, executed, 9))).expected).toEqual(expected);
  });

  it('rounds the expected score to the decimals the sheet uses', () => {
    expect(execution(audit(funded(180, 160, 8.889))).expected).toEqual({
      is: 'exact',
      score: 8.889,
      arithmetic: '160÷180×10=8.888889≈8.889',
    });
  });

  it('falls back on the stated rate and agrees with the recomputed total', () => {
    const table = audit({ funding: { total: { initial: null, budget: null, executed: null, rate: '94.5%', weight: 10, score: 10 } } });
    expect(execution(table).expected).toEqual({ is: 'exact', score: 9.45, arithmetic: '94.5%×10=9.45' });
    expect(table.totals.recomputed).toBe(97.45);
  });

  it('renders findings with message, basis and fix', () => {
    const { findings } = audit({ total: { weight: 100, score: 97.5 } });
    expect(findings).toEqual([
      {
        id: 'H2E8-PV',
        code: 'total-score',
        severity: 'mandatory',
        cell: { sheet: '评分表', address: 'G15' },
        related: [{ sheet: '评分表', address: 'G1' }],
        indicator: null,
        message: '总分 G15 为97.5，应为100。',
        actual: 97.5,
        expected: 100,
        basis: '各项得分之和',
        fix: { cell: { sheet: '评分表', address: 'G15' }, value: 100 },
        arithmetic: null,
        answer: null,
      },
      {
        id: '9H3A-CX',
        code: 'score-rounded',
        severity: 'advisory',
        cell: { sheet: '评分表', address: 'G14' },
        related: [],
        indicator: '群众满意度',
        message: '「群众满意度」（G14）请核实。',
        actual: '原文',
        expected: null,
        basis: '《试验办法》（财预〔2020〕10号）第三条',
        fix: { cell: { sheet: '评分表', address: 'G14' }, formula: '=ROUND(1.5,0)' },
        arithmetic: null,
        answer: null,
      },
    ]);
  });

  it('counts every check once: run, not applicable or failed', () => {
    const { coverage, findings } = audit({ total: null }, [totalCheck, lastRowCheck, crashingCheck]);
    expect(coverage).toMatchObject({ checks: 3, run: 1 });
    expect(coverage.notApplicable.map(({ code }) => code)).toEqual(['total-score']);
    expect(coverage.failed.map(({ code }) => code)).toEqual(['grade']);
    expect(findings.map(({ code }) => code)).toContain('check-crashed');
  });

  it('keeps a finding whose sentence could not be made, and counts its check as failed', () => {
    const { coverage, findings } = audit({}, [totalCheck, speechlessCheck]);
    expect(findings.map(({ code, message }) => [code, message])).toEqual([
      ['total-score', '总分 G15 为98，应为100。'],
      ['score-rounded', 'G14：末行，请核实。'],
    ]);
    expect(coverage).toMatchObject({ checks: 2, run: 1, failed: [{ code: 'score-rounded', why: '未能写出说明（no words）' }] });
  });
});

describe('the JSON of a workbook', () => {
  it('is one object for each table, the first one marked as such', () => {
    const { scoreTable, book } = built();
    const second = { ...scoreTable, table: { ...scoreTable.table, number: 2 } };
    const { entries, review } = auditBook('a.xlsx', book, fakeJudge([scoreTable, second]));
    expect(entries.map(({ status }) => status)).toEqual(['ok', 'ok']);
    expect(review?.tables.map(({ assessment }) => assessment.scoreTable.table.number)).toEqual([scoreTable.table.number, 2]);
  });

  it('says what was looked for when there is no table', () => {
    const { book } = built();
    const expected: EntryJson = {
      contract: 1,
      file: 'a.xlsx',
      status: 'unrecognised',
      reason: '没有找到绩效自评评分表：没有「分值」一栏（评分表!B4），要找的是「分值」、「权重」，找到的是「序号」',
    };
    expect(auditBook('a.xlsx', book, fakeJudge([])).entries).toEqual([expected]);
  });
});
