/** A table of the report that lists projects, against the projects' own sheets. */
import type { Assessment } from '../../assessment';
import { bandOfWord } from '../../checks';
import { executionRate, fundingTotal, type Slot } from '../../score-table';
import { numberText } from '../../words';
import { Dec, normal } from '../../workbook';
import type { ReportCode } from '../codes';
import type { ReportContext } from '../context';
import { agrees, figuresIn, yuanOf } from '../numbers';
import { cellAt, columnHeaded, onlyFigure, type ReportRow, reportTables } from '../tables';
import type { ReportLine } from '../types';

const SCORE = /^(?:绩效)?(?:自评)?(?:总)?得分$/;
const GRADE = /^(?:自评|评价|绩效)?(?:等级|等次)$/;
const RATE = /^(?:预算)?执行率(?:\(%\))?$/;
const BUDGET = /^(?:全年)?预算(?:数|金额)?(?:\((?:元|万元)\))?$/;
const EXECUTED = /^(?:全年)?(?:执行|支出)(?:数|金额)?(?:\((?:元|万元)\))?$/;

/** Money without a unit in its heading or above the table is in either. */
const UNITS = [new Dec(1), new Dec(10_000)];

/** `assessments`: of the workbook, of which the table names at least two. */
export function checkProjectList(context: ReportContext, assessments: readonly Assessment[]): void {
  const projects = new Map<string, Assessment | null>();
  for (const one of assessments) {
    const name = normal(one.scoreTable.project?.value ?? '');
    if (name !== '') projects.set(name, projects.has(name) ? null : one);
  }
  for (const [head, ...rows] of reportTables(context.lines)) {
    if (head === undefined) continue;
    for (const row of rows) {
      const named = row.flatMap(({ half }) => projects.get(normal(half)) ?? []);
      if (named.length === 1) new Row(context, head, row, named[0]!).judge();
    }
  }
}

const percents = (rates: readonly (Dec | null | undefined)[]): readonly (Dec | null)[] => rates.map((rate) => rate?.times(100) ?? null);

class Row {
  constructor(
    private readonly context: ReportContext,
    private readonly head: ReportRow,
    private readonly row: ReportRow,
    private readonly own: Assessment,
  ) {}

  private cell(heading: RegExp): ReportLine | undefined {
    return cellAt(this.row, columnHeaded(this.head, heading));
  }

  judge(): void {
    const { totals } = this.own;
    this.number('report-score', '自评得分', SCORE, [totals.stated ?? totals.sum, totals.sum]);
    this.amounts();
    this.grade();
  }

  private amounts(): void {
    const { scoreTable } = this.own;
    const funding = fundingTotal(scoreTable);
    if (funding === null) return;
    const unit = yuanOf(scoreTable.funding?.unit ?? '');
    this.number('report-rate', '执行率', RATE, percents([executionRate(scoreTable), funding.rate?.value]));
    const inUnits = (slot: Slot<Dec> | undefined): readonly (Dec | null)[] =>
      UNITS.map((one) => (slot?.value == null || unit === null ? null : slot.value.times(unit).div(one)));
    this.number('report-data', '预算数', BUDGET, [...inUnits(funding.budget ?? funding.initial), ...inUnits(funding.initial)]);
    this.number('report-data', '执行数', EXECUTED, inUnits(funding.executed));
  }

  /** `due`: what it may be; null: the sheet does not say. */
  private number(code: ReportCode, what: string, heading: RegExp, due: readonly (Dec | null)[]): void {
    const line = this.cell(heading);
    const figure = onlyFigure(line) ?? (line !== undefined && figuresIn(line).length === 1 ? figuresIn(line)[0]! : null);
    const [first] = due;
    if (figure === null || first == null) return;
    if (due.some((one) => one !== null && agrees(figure.value, figure.half, one, new Dec(0)))) return this.context.tie(figure, 'tied');
    // 95.69 under 执行率 may be a fraction; what is nowhere near is another measure.
    const near = due.find((one) => one !== null && !one.isZero() && figure.value.div(one).minus(1).abs().lt('0.5')) ?? null;
    if (near === null) return this.context.tie(figure, 'no-place');
    const project = this.own.scoreTable.project!.value;
    this.context.find(
      code,
      code === 'report-score' ? 'mandatory' : 'advisory',
      figure,
      `报告表中「${project}」的${what}是${numberText(figure.value)}${figure.unit}，该项目的评分表中是${numberText(near)}${figure.unit}。请核对后改为一致。`,
      { indicator: project, actual: figure.value, expected: near },
    );
  }

  private grade(): void {
    const line = this.cell(GRADE);
    const band = line === undefined ? null : bandOfWord(normal(line.half));
    const { stated, expected } = this.own.totals.grade;
    const due = [stated, expected].flatMap((word) => (word === null || bandOfWord(word) === null ? [] : [word]));
    if (line === undefined || band === null || due.length === 0 || due.some((word) => bandOfWord(word) === band)) return;
    this.context.find(
      'report-grade',
      'mandatory',
      { line, from: 0, to: line.text.length },
      `报告表中「${this.own.scoreTable.project!.value}」的等级是「${line.text.trim()}」，该项目评分表的总分对应「${due[0]!}」。请核对后改为一致。`,
      { actual: line.text.trim(), expected: due[0]! },
    );
  }
}
