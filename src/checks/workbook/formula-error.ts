import { covers, formulaAt, type FundingRow, type Slot } from '../../score-table';
import { type Addr, addrKey, type CellValue, type Dec, NOT_CALCULATED, referencesOf } from '../../workbook';
import { accused, fundingKey, TABLE, totalKey, groupKey } from '../support/accused';
import { WORKBOOK_SOUNDNESS } from '../support/basis';
import type { Accused, Check, CheckContext, Raw } from '../types';

export interface FormulaError {
  readonly cell: Addr;
  readonly what: string;
  readonly error: string;
  /** Further cells that show an error only because they read this one. */
  readonly followers: readonly Addr[];
  /** An execution rate of nothing out of nothing, in a row without points: how the form was made, no mistake of the unit. */
  readonly nothing: boolean;
}

/** One cell the audit uses and that shows an error. */
interface Broken {
  readonly at: Addr;
  readonly what: string;
  readonly error: string;
  readonly indicator: string | null;
  readonly who: readonly Accused[];
  readonly nothing: boolean;
}

const CAUSES: Readonly<Record<string, string>> = {
  '#REF!': '公式引用的单元格已不存在',
  '#DIV/0!': '公式的除数为0或空白',
  '#VALUE!': '公式用文字参与了计算',
  '#NAME?': '公式中有无法识别的名称',
  '#N/A': '公式没有查到对应的值',
  '#NUM!': '公式的计算结果超出范围',
  '#NULL!': '公式的引用区域写法有误',
};

export const formulaError: Check<FormulaError> = {
  code: 'formula-error',
  title: '公式出错',
  headline: '公式出错',
  severities: ['mandatory', 'info'],
  basis: WORKBOOK_SOUNDNESS,
  needs: [],
  explain: {
    looksFor:
      '审核要用到的单元格（分值、得分、指标值、完成值、资金、总分等）显示 #REF!、#DIV/0! 等错误。不计分的资金行预算数、执行数均为0时，执行率显示 #DIV/0! 是表格公式所致，只作参考。',
    howToFix: '修正该单元格的公式或改填数值；因引用它而同时出错的单元格会随之恢复。',
  },
  *run(context) {
    const broken = brokenCells(context);
    if (broken.length > 0) yield* findings(context, broken);
  },
  message(data, words) {
    if (data.nothing) return `${data.what} ${words.cell(data.cell)} 显示 ${data.error}：预算数为0，执行率不适用，可填“—”。`;
    const cause = CAUSES[data.error] ?? '公式没有算出结果';
    const followers = data.followers.length === 0 ? '' : `引用它的 ${words.cells(data.followers)} 也因此出错。`;
    return `${data.what} ${words.cell(data.cell)} 显示 ${data.error}，${cause}，无法审核。${followers}请修正公式或改填数值。`;
  },
};

/** Roots only: a cell that reads another broken cell follows it and is no mistake of its own. */
function* findings(context: CheckContext, broken: readonly Broken[]): Iterable<Raw<FormulaError>> {
  const sources = new Map(broken.map((one) => [one, sourcesOf(context, one, broken)]));
  const followers = new Map<Broken, Broken[]>();
  const roots = broken.filter((one) => sources.get(one)!.length === 0);
  // Cells that read one another in a ring have no root: then each stands for itself.
  const heads = roots.length > 0 ? roots : broken;
  if (roots.length > 0) for (const one of broken) if (!roots.includes(one)) attach(one, rootOf(one, sources, roots), followers);
  for (const head of heads) {
    const behind = followers.get(head) ?? [];
    const nothing = head.nothing && behind.length === 0;
    yield {
      severity: nothing ? 'info' : 'mandatory',
      accused: head.who[0]!,
      accountsFor: [...head.who.slice(1), ...behind.flatMap((one) => one.who)],
      cell: head.at,
      related: behind.map((one) => one.at),
      indicator: head.indicator,
      data: { cell: head.at, what: head.what, error: head.error, followers: behind.map((one) => one.at), nothing },
      actual: head.error,
    };
  }
}

function attach(one: Broken, root: Broken, followers: Map<Broken, Broken[]>): void {
  const list = followers.get(root);
  if (list === undefined) followers.set(root, [one]);
  else list.push(one);
}

function sourcesOf({ book }: CheckContext, one: Broken, broken: readonly Broken[]): readonly Broken[] {
  const formula = formulaAt(book, one.at);
  if (formula === null) return [];
  const references = referencesOf(formula);
  return broken.filter((other) => other !== one && references.some((reference) => covers(reference, one.at.sheet, other.at, book)));
}

function rootOf(one: Broken, sources: ReadonlyMap<Broken, readonly Broken[]>, roots: readonly Broken[]): Broken {
  const seen = new Set<Broken>([one]);
  for (let current = sources.get(one)![0]; current !== undefined && !seen.has(current); current = sources.get(current)![0]) {
    if (roots.includes(current)) return current;
    seen.add(current);
  }
  return roots[0]!;
}

/** Every cell the audit uses that shows an error, each once, in sheet order of the parts. */
function brokenCells({ scoreTable }: CheckContext): readonly Broken[] {
  const found = new Map<string, Broken>();
  const look: Look = (slot, what, indicator, who, nothing = false) => {
    // What nobody could calculate is stale-value's.
    if (slot === null || slot === undefined || slot.state !== 'error' || errorText(slot.raw) === NOT_CALCULATED) return;
    const key = addrKey(slot.at);
    const known = found.get(key);
    found.set(
      key,
      known === undefined
        ? { at: slot.at, what, error: errorText(slot.raw), indicator, who, nothing: nothing && errorText(slot.raw) === NOTHING_DIVIDED }
        : { ...known, who: [...known.who, ...who], nothing: known.nothing && nothing },
    );
  };
  const self = scoreTable.self ?? 0;
  for (const row of scoreTable.rows) {
    const name = row.name.value;
    look(row.weight, '分值', name, [accused(row.id, 'weight'), accused(TABLE, 'weight')]);
    row.scores.forEach((slot, column) => look(slot, '得分', name, [accused(column === self ? row.id : `${row.id}:${column}`, 'score')]));
    look(row.itemScore, '单项得分', name, [accused(row.id, 'score')]);
    look(row.target, '指标值', name, [accused(row.id, 'target')]);
    look(row.actual, '完成值', name, [accused(row.id, 'actual')]);
    look(row.completion, '完成率', name, [accused(row.id, 'rate')]);
    look(row.coefficient, '得分系数', name, [accused(row.id, 'rate')]);
  }
  scoreTable.groups.forEach((group) => {
    look(group.weight, '分值', group.name.value, [accused(groupKey(group.id), 'weight')]);
    group.scores.forEach((slot) => look(slot, '得分', group.name.value, [accused(groupKey(group.id), 'total')]));
  });
  scoreTable.totals.forEach((total, index) => {
    look(total.weight, `${total.label.value}分值`, null, [accused(totalKey(index), 'weight')]);
    total.scores.forEach((slot, column) => look(slot, total.label.value, null, [accused(totalKey(index, column), 'total')]));
  });
  scoreTable.funding?.rows.forEach((row, index) => fundingCells(row, index, look));
  look(scoreTable.grade, '评价等级', null, [accused(TABLE, 'grade')]);
  return [...found.values()];
}

type Look = (
  slot: Slot<unknown> | null | undefined,
  what: string,
  indicator: string | null,
  who: readonly Accused[],
  nothing?: boolean,
) => void;

const NOTHING_DIVIDED = '#DIV/0!';
const isZero = (slot: Slot<Dec> | undefined): boolean => slot?.value?.isZero() === true;
const isNothing = (slot: Slot<Dec> | undefined): boolean => slot === undefined || slot.state === 'blank' || isZero(slot);

/** Money that there was none of, and that bears no points; the total only where it says so itself (0, 0, no 分值). */
const isIdle = ({ kind, budget, executed, score, weight }: FundingRow): boolean =>
  (score?.value ?? null) === null &&
  (kind === 'total' ? (weight?.value ?? null) === null && isZero(budget) && isZero(executed) : isNothing(budget) && isNothing(executed));

function fundingCells(row: FundingRow, index: number, look: Look): void {
  const name = row.label.value;
  const key = fundingKey(index);
  look(row.initial, '年初预算数', name, [accused(key, 'money')]);
  look(row.budget, '全年预算数', name, [accused(key, 'money')]);
  look(row.arrived, '到位数', name, [accused(key, 'money')]);
  look(row.executed, '全年执行数', name, [accused(key, 'money')]);
  look(row.rate, '执行率', name, [accused(key, 'rate')], isIdle(row));
  look(row.weight, '分值', name, [accused(key, 'weight')]);
  look(row.score, '得分', name, [accused(key, 'score')]);
}

function errorText(raw: CellValue): string {
  return typeof raw === 'object' && raw !== null ? raw.error : String(raw ?? '');
}
