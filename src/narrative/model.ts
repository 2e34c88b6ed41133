/** What the sentences are about: score cells with their 分值, families of them, what was taken off and why. */
import type { Assessment } from '../assessment';
import {
  byWeight,
  type Group,
  type GroupId,
  type IndicatorRow,
  type ScoreCell,
  scoreCells,
  scoredRows,
  type ScoreTable,
  type Slot,
  sumOfCells,
  weightCells,
} from '../score-table';
import { type Finding, markedCells } from '../checks';
import type { Derivation } from '../scoring';
import { type Addr, addrKey, Dec } from '../workbook';
import { causeAndMeasure } from './cause-and-measure';
import { wordsOfCell } from './quoted';

/** One 分值 and the scores given against it: usually one row. */
export interface ScoredItem {
  readonly rows: readonly IndicatorRow[];
  readonly scoreAt: readonly Addr[];
  readonly weightAt: readonly Addr[];
  /** null where a cell of them holds no number. */
  readonly score: Dec | null;
  readonly weight: Dec | null;
  /**
   * full: 得分 = 分值 · deducted · over: above it, which a finding says too · blank: not filled in ·
   * excluded: 不适用 and without a score · bonus: 加分/扣分项 · unweighted: a score without a 分值
   */
  readonly state: 'full' | 'deducted' | 'over' | 'blank' | 'excluded' | 'bonus' | 'unweighted';
  /** 分值 − 得分, for deducted. */
  readonly off: Dec | null;
  readonly reason: Slot<string> | undefined;
  /** Cause and measure as written; '' where nothing is. */
  readonly cause: string;
  readonly measure: string;
  readonly derivation: Derivation | undefined;
}

/** A first-level indicator and what is below it; the execution row and rows under no heading stand alone. */
export interface Family {
  readonly group: Group | null;
  readonly items: readonly ScoredItem[];
}

export interface Model {
  readonly assessment: Assessment;
  readonly scoreTable: ScoreTable;
  readonly items: readonly ScoredItem[];
  readonly families: readonly Family[];
  readonly deducted: readonly ScoredItem[];
  /** Findings that ask for something: 强制性 and 提示性. */
  readonly findings: readonly Finding[];
  /** Points missing from the full score that no row accounts for (or, negative, that rows took off and the total kept); 0 where it adds up, null where it cannot be told. */
  readonly gap: Dec | null;
  /** Deducted rows without a reason. */
  readonly unexplained: readonly ScoredItem[];
}

export function modelOf(assessment: Assessment): Model {
  const { scoreTable, totals } = assessment;
  const items = itemsOf(assessment);
  const deducted = items.filter((item) => item.state === 'deducted');
  const off = deducted.reduce((all, item) => all.plus(item.off!), new Dec(0));
  const complete = items.every((item) => item.state === 'full' || item.state === 'deducted');
  const gap = complete && totals.fullScore !== null && totals.stated !== null ? totals.fullScore.minus(totals.stated).minus(off) : null;
  return {
    assessment,
    scoreTable,
    items,
    families: familiesOf(scoreTable, items),
    deducted,
    findings: assessment.findings.filter((finding) => finding.severity !== 'info'),
    gap,
    unexplained: deducted.filter(
      (item) => !speaksForItself(item) && ((item.cause === '' && item.measure === '') || isSilent(item, assessment.findings)),
    ),
  };
}

export function isExecution(item: ScoredItem): boolean {
  return item.rows[0]!.role === 'execution';
}

/** The execution rate is its own explanation where the form has no place for another. */
export function speaksForItself(item: ScoredItem): boolean {
  return isExecution(item) && item.reason === undefined;
}

/** The text there explains no deduction (「已完成」), as the check found. */
function isSilent(item: ScoredItem, findings: readonly Finding[]): boolean {
  const cells = new Set([...item.scoreAt, ...(item.reason === undefined ? [] : [item.reason.at])].map(addrKey));
  return findings.some((finding) => finding.code === 'deduction-unexplained' && markedCells(finding).some((at) => cells.has(addrKey(at))));
}

function itemsOf(assessment: Assessment): readonly ScoredItem[] {
  const { scoreTable } = assessment;
  const { self } = scoreTable;
  if (self === null) return [];
  return byWeight(scoreCells(scoreTable, scoredRows(scoreTable), self)).map((cells) => itemOf(assessment, cells));
}

function itemOf(assessment: Assessment, cells: readonly ScoreCell[]): ScoredItem {
  const { scoreTable } = assessment;
  const rows = cells.flatMap((cell) => cell.rows);
  const weights = weightCells(scoreTable, rows);
  const score = whole(cells);
  const weight = weights.length === 0 ? null : whole(weights);
  const reason = reasonOf(rows, scoreTable);
  const state = stateOf(rows, score, weight);
  return {
    rows,
    scoreAt: cells.map((cell) => cell.slot.at),
    weightAt: weights.map((cell) => cell.slot.at),
    score,
    weight,
    state,
    off: state === 'deducted' ? weight!.minus(score!) : null,
    reason,
    ...causeAndMeasure(wordsOfCell(reason)),
    derivation: assessment.derivations.get(rows[0]!.id),
  };
}

/** The first reason cell that says something, else one that holds a picture; the 其他说明 box where the form has no reason column; else the blank cell. */
function reasonOf(rows: readonly IndicatorRow[], scoreTable: ScoreTable): Slot<string> | undefined {
  const own = rows.flatMap((row) => row.reason ?? []);
  const speaking = own.find((slot) => wordsOfCell(slot) !== '');
  const shown = speaking ?? own.find((slot) => slot.state === 'picture');
  if (shown !== undefined || own.length > 0 || rows[0]!.role === 'execution') return shown ?? own[0];
  return scoreTable.remarks;
}

function whole(cells: readonly ScoreCell[]): Dec | null {
  return cells.some((cell) => cell.slot.value === null) ? null : sumOfCells(cells);
}

function stateOf(rows: readonly IndicatorRow[], score: Dec | null, weight: Dec | null): ScoredItem['state'] {
  if (rows.every((row) => row.role === 'bonus')) return 'bonus';
  if (score === null) return rows.every((row) => row.applies === false) ? 'excluded' : 'blank';
  if (weight === null) return 'unweighted';
  if (score.eq(weight)) return 'full';
  return score.lt(weight) ? 'deducted' : 'over';
}

/** Under one single heading (「绩效指标」 over everything) the families are the headings below it. */
function familyGroups(scoreTable: ScoreTable): readonly Group[] {
  const byId = new Map(scoreTable.groups.map((group) => [group.id, group]));
  let level = scoreTable.groups.filter((group) => group.parent === null);
  while (level.length === 1 && level[0]!.children.length > 1 && level[0]!.rows.length > level[0]!.children.length) {
    level = level[0]!.children.map((id) => byId.get(id)!);
  }
  return level;
}

function familiesOf(scoreTable: ScoreTable, items: readonly ScoredItem[]): readonly Family[] {
  const groups = familyGroups(scoreTable);
  const owner = new Map<string, GroupId>();
  for (const group of groups) for (const id of group.rows) owner.set(id, group.id);
  const families: { group: Group | null; items: ScoredItem[] }[] = [];
  const byGroup = new Map<GroupId, { group: Group | null; items: ScoredItem[] }>();
  for (const item of items) {
    const id = item.rows[0]!.role === 'execution' ? undefined : owner.get(item.rows[0]!.id);
    const known = id === undefined ? undefined : byGroup.get(id);
    if (known !== undefined) {
      known.items.push(item);
      continue;
    }
    const family = { group: groups.find((group) => group.id === id) ?? null, items: [item] };
    families.push(family);
    if (id !== undefined) byGroup.set(id, family);
  }
  return families;
}

/** Items that count: with a 分值 and a score. */
export function counted(items: readonly ScoredItem[]): readonly ScoredItem[] {
  return items.filter((item) => item.weight !== null && item.score !== null && item.state !== 'bonus');
}
