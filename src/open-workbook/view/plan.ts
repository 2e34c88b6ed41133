/** 运算 as the 写入 list: what is filled in, what would be corrected, and what comes of the ticks as they are. */
import type { Assessment } from '../../assessment';
import { type Assess, type Change, DEFAULT_OPTIONS, type Kept, plannedChanges, planRecalc, type Recalc, whyText } from '../../recalc';
import { type Addr, addrKey, type CellEdit, compareAddr, type WorkbookSnapshot } from '../../workbook';
import { plainEdit } from './plain';
import { cellViews, commonDecimals, contentPair } from './texts';
import type { KeptView, PlannedView, PlanView } from './types';

const CORRECTING = { scores: 'all', raise: true, totals: 'keep' } as const;
const LOWERING = { scores: 'all', raise: false, totals: 'keep' } as const;

/** What 运算 could do to a workbook; the choice is the user's. */
export interface Offers {
  /** 补填和合计 alone. */
  readonly filled: Recalc;
  /** Corrections of typed scores and rates, by cell. */
  readonly lower: readonly Change[];
  readonly raise: readonly Change[];
}

/** Corrections of what a person typed; sums follow them and are no corrections of their own. */
const isTyped = ({ part, how }: Change): boolean => how === 'corrected' && (part === 'score' || part === 'rate');

/** What the plan with every correction would write, for 改为. */
export function everyCorrection(book: WorkbookSnapshot, assess: Assess): readonly CellEdit[] {
  return plannedChanges(book, assess, CORRECTING).map(({ edit }) => edit);
}

export function offersOf(book: WorkbookSnapshot, assess: Assess): Offers {
  const filled = planRecalc(book, assess, DEFAULT_OPTIONS);
  const known = new Set(changesOf(filled).map(keyOf));
  const lower = plannedChanges(book, assess, LOWERING).filter((change) => isTyped(change) && !known.has(keyOf(change)));
  const lowered = new Set(lower.map(keyOf));
  const raise = plannedChanges(book, assess, CORRECTING).filter(
    (change) => isTyped(change) && !known.has(keyOf(change)) && !lowered.has(keyOf(change)),
  );
  return { filled, lower, raise };
}

const changesOf = ({ tables }: Recalc): readonly Change[] => tables.flatMap((table) => table.changes);
const keyOf = ({ edit }: Change): string => addrKey(edit.at);

/** Id of a line of the list: its cell. */
export const lineId = (at: Addr): string => addrKey(at);

/** Everything but corrections is ticked at first. */
export function firstTicks({ filled }: Offers): ReadonlySet<string> {
  return new Set(changesOf(filled).map(keyOf));
}

/** The plan for the ticks as they are. Cells left unticked are left alone, and sums are planned without them. */
export function chosenPlan(
  book: WorkbookSnapshot,
  assess: Assess,
  offers: Offers,
  ticked: ReadonlySet<string>,
  refused: readonly Addr[] = [],
): Recalc {
  const { filled, lower, raise } = offers;
  const chosen = (changes: readonly Change[]): boolean => changes.some((change) => ticked.has(keyOf(change)));
  const left = [...changesOf(filled), ...lower, ...raise].filter((change) => !ticked.has(keyOf(change))).map((change) => change.edit.at);
  const scores = chosen(lower) || chosen(raise) ? 'all' : 'blank';
  return planRecalc(book, assess, { scores, raise: chosen(raise), totals: 'keep', refused: [...left, ...refused] });
}

/** The same, silent about lines that the user left unticked: they are no obstacle to be worked on by hand. */
export function withoutUnticked(recalc: Recalc, offers: Offers, ticked: ReadonlySet<string>): Recalc {
  const offered = [...changesOf(offers.filled), ...offers.lower, ...offers.raise].map(keyOf);
  const left = new Set(offered.filter((key) => !ticked.has(key)));
  const kept = (table: Recalc['tables'][number]) => table.kept.filter(({ at }) => !left.has(addrKey(at)));
  return { ...recalc, tables: recalc.tables.map((table) => ({ ...table, kept: kept(table) })) };
}

/** `sheet`: of the table shown, whose cells go without the sheet's name. */
export function planView(book: WorkbookSnapshot, sheet: number, offers: Offers, chosen: Recalc): PlanView {
  const cell = cellViews(book, sheet);
  const corrections = new Set([...offers.lower, ...offers.raise].map(keyOf));
  const now = new Map(changesOf(chosen).map((change) => [keyOf(change), change]));
  const fill = new Map(changesOf(offers.filled).map((change) => [keyOf(change), change]));
  for (const [key, change] of now) if (!corrections.has(key)) fill.set(key, change);
  const line = (change: Change): PlannedView => lineView(now.get(keyOf(change)) ?? change, cell);
  const listed = (changes: Iterable<Change>): readonly PlannedView[] =>
    [...changes].sort((a, b) => compareAddr(a.edit.at, b.edit.at)).map(line);
  const lines = new Set([...fill.keys(), ...corrections]);
  return {
    fill: listed([...fill.values()].filter((change) => change.how !== 'refreshed')),
    lower: listed(offers.lower),
    raise: listed(offers.raise),
    kept: keptViews(chosen, lines, cell),
    outcome: outcomeText(chosen),
    followUp: followUpText(chosen, cell),
    followed: chosen.followed.map((edit) => cell(edit.at)),
  };
}

function lineView({ name, edit }: Change, cell: ReturnType<typeof cellViews>): PlannedView {
  return {
    id: lineId(edit.at),
    cell: cell(edit.at),
    name,
    ...contentPair(edit.before, edit.after),
    reason: edit.reason,
    edit: plainEdit(edit),
  };
}

/** Left alone whatever stands there. */
const LISTED: ReadonlySet<Kept['why']['is']> = new Set<Kept['why']['is']>(['locked', 'covered', 'refused', 'text', 'formula']);

/**
 * What is left open and why: blanks, what cannot be written, scores a finding speaks of. Lines of the list that are only unticked are none
 * of it, nor are judged rows that hold a score.
 */
function keptViews({ tables }: Recalc, lines: ReadonlySet<string>, cell: ReturnType<typeof cellViews>): readonly KeptView[] {
  return tables.flatMap((table) => {
    const accused = new Set(
      table.before.findings.filter((one) => one.accused.aspect === 'score' && one.severity !== 'info').map((one) => addrKey(one.cell)),
    );
    const open = (kept: Kept): boolean =>
      !lines.has(addrKey(kept.at)) && (kept.blank || LISTED.has(kept.why.is) || accused.has(addrKey(kept.at)));
    return table.kept.filter(open).map((kept) => ({ cell: cell(kept.at), name: kept.name, why: whyText(kept) }));
  });
}

/** 「写入后总分为88.40，等级由“优”变为“良”。」 */
function outcomeText({ tables }: Recalc): string | null {
  const said = tables.flatMap(({ before, after }) => outcomeOf(before, after, tables.length > 1));
  return said.length === 0 ? null : said.join('');
}

function outcomeOf(before: Assessment, after: Assessment, several: boolean): readonly string[] {
  const [was, is] = [before.totals, after.totals];
  const total =
    is.stated !== null && (was.stated === null || !was.stated.eq(is.stated))
      ? `总分为${is.stated.toFixed(commonDecimals([was.stated, is.stated, was.recomputed]))}`
      : '';
  const changed = is.grade.stated !== null && is.grade.stated !== was.grade.stated;
  const grade = !changed
    ? ''
    : was.grade.stated === null || was.grade.stated === ''
      ? `等级为“${is.grade.stated}”`
      : `等级由“${was.grade.stated}”变为“${is.grade.stated}”`;
  const parts = [total, grade].filter((part) => part !== '');
  if (parts.length === 0) return [];
  const name = several ? (after.scoreTable.unit?.value ?? after.scoreTable.project?.value ?? '') : '';
  return [`${name === '' || name === null ? '' : `${name}：`}写入后${parts.join('，')}。`];
}

/** Deductions that come about by the writing and have no reason yet. */
function followUpText({ tables }: Recalc, cell: ReturnType<typeof cellViews>): string | null {
  const at = tables.flatMap(({ before, after }) => {
    const known = new Set(unexplained(before).map(addrKey));
    return unexplained(after).filter((one) => !known.has(addrKey(one)));
  });
  return at.length === 0 ? null : `写入后需补填扣分原因 ${at.length} 处：${at.map((one) => cell(one).address).join('、')}`;
}

const unexplained = ({ findings }: Assessment): readonly Addr[] =>
  findings.filter((finding) => finding.code === 'deduction-unexplained').map((finding) => finding.cell);
