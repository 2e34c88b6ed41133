/** Decides what each column of a table is: by its header, and by what stands beneath it. */
import type { HeaderBlock, HeaderCell } from './find-headers';
import { type ColumnStats, ownIn, SAMPLE, statsOf } from './column-stats';
import type { Grid } from './grid';
import { isAmbiguous, meanings, scoreKind } from './headers';
import { nameAndWeight } from './names';
import { withoutBrackets } from '../workbook';
import type { Column, ColumnRole, ScoreColumn } from '../score-table';

/** A column or a merged group of columns. */
export interface HeaderSpan {
  readonly col: number;
  readonly right: number;
  readonly header: HeaderCell;
}

export interface TableColumns {
  /** Outermost first. */
  readonly levels: readonly HeaderSpan[];
  /** A 分值 column right beside a level that is not the deepest: the points of its groups. */
  readonly levelWeights: readonly (HeaderSpan | null)[];
  readonly by: ReadonlyMap<ColumnRole, HeaderSpan>;
  /** 调整指标值 where it stands beside 年初指标值. */
  readonly adjustedTarget: HeaderSpan | null;
  readonly scores: readonly (HeaderSpan & { readonly kind: ScoreColumn['kind'] })[];
  readonly self: number | null;
  readonly all: readonly Column[];
  /** Header words of roles that did not fit what stood beneath them. */
  readonly misfits: readonly string[];
}

interface Candidate {
  readonly cell: HeaderCell;
  readonly stats: ColumnStats;
  /** Own cells in rows where every unnumbered name column shows something: headings between the rows do not count. */
  fine: number;
  role: ColumnRole;
  weight: number;
  runnerUp: ColumnRole | undefined;
}

/** 备注, 说明, 评分依据: what the column holds decides, then what the form still lacks. */
function decideAmbiguous(candidate: Candidate, all: readonly Candidate[]): void {
  const { stats, cell } = candidate;
  const like = stats.like();
  const has = (role: ColumnRole): boolean =>
    all.some((other) => other !== candidate && other.role === role && !isAmbiguous(other.cell.text));
  const options = cell.meanings.map((meaning) => meaning.role);
  const pick = (role: ColumnRole): boolean => {
    if (!options.includes(role)) return false;
    candidate.runnerUp = candidate.role === role ? options.find((other) => other !== role) : candidate.role;
    candidate.role = role;
    return true;
  };
  const some = Math.max(1, stats.filled);
  if (options.includes('weight') && options.includes('score')) {
    if (pick(has('weight') || (!has('score') && all.some((other) => other.role === 'weight' && other !== candidate)) ? 'score' : 'weight'))
      return;
  }
  if (options.includes('criterion') && like.rule / some >= 0.4 && pick('criterion')) return;
  if (options.includes('target') && pick(has('target') ? 'actual' : 'target')) return;
  if (stats.filled > 0 && like.material / some > 0.6 && !has('evidence') && pick('evidence')) return;
  if (options.includes('criterion') && stats.filled === 0 && !has('criterion') && has('reason') && pick('criterion')) return;
  const afterScore = all.some((other) => other.role === 'score' && other.cell.col < cell.col);
  const definition = stats.filled > 2 && !afterScore && like.deduction / some < 0.5;
  if (!has('reason') && !definition && pick('reason')) return;
  if (options.includes('description') && definition && !has('description') && pick('description')) return;
  if (options.includes('criterion') && !has('criterion') && pick('criterion')) return;
  candidate.role = 'other';
}

/** A header counts only if the rows beneath behave like that column. */
function contradict(candidate: Candidate, misfits: string[]): void {
  const { role, stats, cell } = candidate;
  if (role !== 'weight' && role !== 'score' && role !== 'itemScore') return;
  if (stats.filled === 0 || stats.numeric >= stats.filled * 0.4) return;
  if (stats.filled === 1) return;
  misfits.push(cell.text);
  candidate.runnerUp = role;
  const { rule } = stats.like();
  candidate.role = role === 'weight' ? (rule > 0 ? 'criterion' : 'other') : rule > stats.filled / 2 ? 'criterion' : 'reason';
  candidate.weight = 0.3;
}

const SINGLE: readonly ColumnRole[] = [
  'sequence',
  'description',
  'weight',
  'symbol',
  'target',
  'unit',
  'actual',
  'completion',
  'coefficient',
  'criterion',
  'reason',
  'evidence',
  'deduction',
  'lastYear',
  'core',
];

function bestOf(candidates: readonly Candidate[], role: ColumnRole): Candidate | null {
  const fitting = candidates.filter((candidate) => candidate.role === role);
  if (fitting.length < 2) return fitting[0] ?? null;
  let best: Candidate | null = null;
  const worth = (candidate: Candidate): number =>
    candidate.weight * 100 +
    (role === 'weight' ? candidate.stats.numeric : candidate.stats.filled) -
    (/上年|去年/.test(candidate.cell.text) ? 1000 : 0);
  for (const candidate of fitting) {
    if (best === null || worth(candidate) > worth(best)) best = candidate;
  }
  return best;
}

function countFine(grid: Grid, candidates: readonly Candidate[], from: number, to: number): void {
  const names = candidates.filter((candidate) => candidate.role === 'name');
  if (names.length < 2) return;
  for (let row = from; row <= Math.min(to, from + SAMPLE); row++) {
    if (names.some((name) => grid.text(row, name.cell.col) === '' || grid.anchor(row, name.cell.col).col !== name.cell.col)) continue;
    for (const name of names) if (ownIn(grid, row, name.cell) !== '') name.fine += 1;
  }
}

/**
 * 评价要点 is a level of its own where it divides finer than the names and each of its cells carries points: in a column
 * beside it or in its own text («…(4分)»).
 */
function promoteDescription(grid: Grid, candidates: readonly Candidate[], from: number, to: number): void {
  const names = candidates.filter((candidate) => candidate.role === 'name' || candidate.role === 'level');
  const points = candidates.find((candidate) => candidate.role === 'weight');
  if (names.length === 0 || !candidates.some((candidate) => candidate.role === 'description')) return;
  const finest = Math.max(...names.map((name) => name.stats.divisions));
  for (const candidate of candidates) {
    if (candidate.role !== 'description' || candidate.stats.own < finest * 1.3 || candidate.stats.own < 3) continue;
    const carried =
      points !== undefined ? Math.min(points.stats.numeric, candidate.stats.own) : weightsInText(grid, candidate.cell, from, to);
    if (carried < candidate.stats.own * 0.8) continue;
    candidate.role = 'name';
    candidate.weight = 0.6;
  }
}

function weightsInText(grid: Grid, cell: HeaderCell, from: number, to: number): number {
  let count = 0;
  for (let row = from; row <= Math.min(to, from + SAMPLE); row++) {
    const text = ownIn(grid, row, cell);
    if (text !== '' && nameAndWeight(text).weight !== null) count += 1;
  }
  return count;
}

/** 「评价要点(分值)」 merged over two columns, the text in one and its figure in the other, is two columns. */
function splitMerged(grid: Grid, cells: readonly HeaderCell[], from: number, to: number): readonly HeaderCell[] {
  return cells.flatMap((cell) => {
    if (cell.right === cell.col || !/分值|权重|分数/.test(cell.text)) return [cell];
    const figures = statsOf(grid, { col: cell.right, right: cell.right }, from, to);
    const words = statsOf(grid, { col: cell.col, right: cell.right - 1 }, from, to);
    if (figures.filled < 2 || figures.numeric < figures.filled * 0.8 || words.filled === 0 || words.numeric > words.filled * 0.3)
      return [cell];
    const left = withoutBrackets(cell.text);
    return [
      { ...cell, right: cell.right - 1, text: left, meanings: meanings(left) },
      { ...cell, col: cell.right, text: '分值', meanings: meanings('分值') },
    ];
  });
}

/** Orders level columns: by number where numbered, unnumbered ones by how finely they divide. */
function levelsOf(candidates: readonly Candidate[]): Candidate[] {
  const numbered = candidates
    .filter((candidate) => candidate.role === 'level' && candidate.cell.level !== null)
    .sort((a, b) => a.cell.level! - b.cell.level!);
  const strong = candidates.filter((candidate) => candidate.role === 'name' && candidate.weight >= 0.5);
  const weak = candidates.filter((candidate) => candidate.role === 'name' && candidate.weight < 0.5);
  const finer = (a: Candidate, b: Candidate): number => (a.fine > b.fine * 1.2 ? 1 : b.fine > a.fine * 1.2 ? -1 : a.cell.col - b.cell.col);
  if (numbered.length > 0) {
    const outer: Candidate[] = [];
    const inner: Candidate[] = [];
    for (const name of strong.sort(finer)) (name.stats.divisions < numbered[0]!.stats.divisions ? outer : inner).push(name);
    const finest = numbered[numbered.length - 1]!;
    // A 指标名称 beside 三级指标 that repeats or explains it is no fourth level.
    const deeper = inner.filter((name) => numbered.length < 3 && name.stats.divisions >= finest.stats.divisions);
    for (const name of inner) if (!deeper.includes(name)) name.role = 'description';
    return [...outer, ...numbered, ...deeper];
  }
  const names = strong.length > 0 ? strong : weak;
  if (names.length > 0) {
    if (strong.length > 0)
      for (const name of weak)
        if (name.cell.col < strong[0]!.cell.col && name.stats.own > 0 && !/项目名称/.test(name.cell.text)) names.push(name);
    return [...names].sort(finer).slice(0, 4);
  }
  const stand = bestOf(candidates, 'description') ?? bestOf(candidates, 'criterion');
  return stand === null ? [] : [stand];
}

const span = (candidate: Candidate): HeaderSpan => ({ col: candidate.cell.col, right: candidate.cell.right, header: candidate.cell });

function scoresOf(candidates: readonly Candidate[]): { scores: (HeaderSpan & { kind: ScoreColumn['kind'] })[]; self: number | null } {
  const found = candidates.filter((candidate) => candidate.role === 'score').sort((a, b) => a.cell.col - b.cell.col);
  const kinds = found.map((candidate) => scoreKind(candidate.cell.text));
  let self = kinds.indexOf('self');
  if (self < 0) self = kinds.indexOf(null);
  if (self < 0 && found.length === 1) self = 0;
  const scores = found.map((candidate, index) => ({
    ...span(candidate),
    kind: index === self ? ('self' as const) : kinds[index] === 'self' || kinds[index] === null ? ('other' as const) : kinds[index]!,
  }));
  return { scores, self: self < 0 ? null : self };
}

/** Splits 单项指标得分 / 折算得分: the former is the item's own score only where the latter stands beside it. */
function settleItemScore(candidates: readonly Candidate[]): void {
  const items = candidates.filter((candidate) => candidate.role === 'itemScore');
  const scores = candidates.filter((candidate) => candidate.role === 'score');
  if (items.length > 0 && scores.length === 0) for (const item of items) item.role = 'score';
}

function levelWeightsOf(
  candidates: readonly Candidate[],
  levels: readonly Candidate[],
  leaf: HeaderSpan | undefined,
): (HeaderSpan | null)[] {
  const weights = candidates.filter((candidate) => candidate.role === 'weight' && candidate.cell.col !== leaf?.col);
  return levels.map((level, index) => {
    const beside = index === levels.length - 1 ? undefined : weights.find((weight) => weight.cell.col === level.cell.right + 1);
    return beside === undefined ? null : span(beside);
  });
}

/** What each column under a header is, judged over the rows `from` … `to`. */
export function resolveColumns(grid: Grid, block: HeaderBlock, from: number, to: number): TableColumns {
  const misfits: string[] = [];
  const candidates = splitMerged(grid, block.cells, from, to).map((cell): Candidate => {
    const best = cell.meanings[0];
    let stats: ColumnStats | undefined;
    return {
      cell,
      // Most columns are plain from their header; only doubt looks beneath.
      get stats() {
        return (stats ??= statsOf(grid, cell, from, to));
      },
      fine: 0,
      role: best?.role ?? 'other',
      weight: best?.weight ?? 0,
      runnerUp: cell.meanings[1]?.role,
    };
  });
  for (const candidate of candidates) if (candidate.role !== 'other' && !isAmbiguous(candidate.cell.text)) contradict(candidate, misfits);
  for (const candidate of candidates) if (isAmbiguous(candidate.cell.text)) decideAmbiguous(candidate, candidates);
  settleItemScore(candidates);
  const targets = candidates.filter((candidate) => candidate.role === 'target');
  const adjusted = targets.length > 1 ? (targets.find((candidate) => /调整/.test(candidate.cell.text)) ?? null) : null;
  if (adjusted !== null) adjusted.role = 'other';
  promoteDescription(grid, candidates, from, to);
  countFine(grid, candidates, from, to);
  const levels = levelsOf(candidates);
  const by = new Map<ColumnRole, HeaderSpan>();
  for (const role of SINGLE) {
    const best = bestOf(
      candidates.filter((candidate) => !levels.includes(candidate)),
      role,
    );
    if (best !== null) by.set(role, span(best));
  }
  const item = bestOf(candidates, 'itemScore');
  if (item !== null) by.set('itemScore', span(item));
  const { scores, self } = scoresOf(candidates);
  const all = candidates.map((candidate): Column => {
    const level = levels.indexOf(candidate);
    return {
      role: level >= 0 ? 'level' : candidate.role === 'name' ? 'other' : candidate.role,
      col: candidate.cell.col,
      header: {
        value: candidate.cell.text,
        at: { sheet: grid.index, row: candidate.cell.row, col: candidate.cell.col },
        raw: grid.own(candidate.cell.row, candidate.cell.col),
      },
      ...(level >= 0 ? { level } : {}),
      confidence: candidate.weight,
      ...(candidate.runnerUp === undefined ? {} : { runnerUp: candidate.runnerUp }),
    };
  });
  return {
    levels: levels.map(span),
    levelWeights: levelWeightsOf(candidates, levels, by.get('weight')),
    by,
    adjustedTarget: adjusted === null ? null : span(adjusted),
    scores,
    self,
    all,
    misfits,
  };
}
