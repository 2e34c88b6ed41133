/** A comparison as text: what became of the findings, then every change with what it means. */
import { STATE_NAMES } from '../../answers';
import {
  changesTitle,
  type ChangeJson,
  type ComparedFindingJson,
  type ComparedRowJson,
  type ComparedTableJson,
  type ComparisonJson,
  type ComparisonSideJson,
  FINDING_GROUPS,
  oneSideText,
  sidesParts,
  tallyText,
} from '../../receipt';
import { COMPARISON_TITLES, LINE_KINDS, SEVERITY_NAMES, withheldText } from '../../words';
import { type Paint, type TextLook, oneLine, painted } from './look';
import { hanging } from './table';
import { targetsText } from './targets';

type Ok = ComparisonJson & { readonly as: NonNullable<ComparisonJson['as']> };
type State = ComparedFindingJson['state'];

const BLANK = '（空）';
const LONGEST = 40;
/** Letters shown before the first that differs. */
const LEAD = 8;
const HOW: Readonly<Record<State, Paint | null>> = { remaining: 'red', changed: 'red', new: 'red', unchecked: 'yellow', resolved: 'green' };
function short(text: string, from = 0): string {
  const letters = [...oneLine(text)];
  const start = from > LEAD ? from - LEAD : 0;
  const end = letters.length - start > LONGEST ? start + LONGEST - 1 : letters.length;
  return `${start > 0 ? '…' : ''}${letters.slice(start, end).join('')}${end < letters.length ? '…' : ''}`;
}

/** Letters that two texts have in common at their beginning, where both are too long to be shown whole. */
function commonStart(before: string | null, after: string | null): number {
  if (before === null || after === null) return 0;
  const [one, other] = [[...oneLine(before)], [...oneLine(after)]];
  if (one.length <= LONGEST && other.length <= LONGEST) return 0;
  const differs = one.findIndex((letter, index) => letter !== other[index]);
  return differs < 0 ? one.length : differs;
}

const shownText = (text: string | null, from = 0): string => (text === null ? BLANK : short(text, from));

function placeText({ cells }: ChangeJson): string {
  const [before, after] = cells.map((cell) => cell?.address ?? null);
  if (before === null || after === null) return after ?? before ?? '';
  return before === after ? after! : `${before}→${after}`;
}

function changeText(change: ChangeJson, kind: ComparedRowJson['kind']): string {
  const name = kind === 'form' || kind === 'data' ? '' : `${change.name} `;
  const meaning = change.meaning === '' ? '' : `。${change.meaning}`;
  const [before, after] = change.shown;
  const from = commonStart(before, after);
  return `${name}${placeText(change)}：${shownText(before, from)} → ${shownText(after, from)}${meaning}`;
}

const heldText = ({ name, shown }: ChangeJson): string => `${name} ${shownText(shown[1] ?? shown[0])}`;

function rowLines({ indicator, kind, state, changes }: ComparedRowJson, number: number, look: TextLook): readonly string[] {
  const head = `    ${String(number).padStart(2)}. `;
  const name = kind === 'form' || kind === 'total' ? oneLine(indicator) : `${LINE_KINDS[kind]}「${short(indicator)}」`;
  if (state === 'added' || state === 'removed') {
    const word = state === 'added' ? '是新加的' : '已删去';
    const held = changes.filter(({ field }) => field === 'fullScore' || field === 'selfScore' || field === 'value').map(heldText);
    return [hanging(head, `${name}${word}${held.length === 0 ? '' : `（${held.join('，')}）`}`, look)];
  }
  const [first, ...others] = changes.map((change) => changeText(change, kind));
  const indent = ' '.repeat(head.length);
  return [hanging(head, `${name} ${first ?? ''}`, look), ...others.map((text) => hanging(indent, text, look))];
}

function findingLine(finding: ComparedFindingJson, number: number, table: ComparedTableJson, look: TextLook): string {
  const { cell, side, message, id, severity, state, answer } = finding;
  const own = table[side]?.sheet === cell.sheet ? cell.address : `${oneLine(cell.sheet)}!${cell.address}`;
  const moved = state === 'changed' ? '（数值有变动）' : '';
  const replied = answer === null ? '' : `，${STATE_NAMES[answer.state]}`;
  const head = `    ${String(number).padStart(2)}. `;
  return hanging(head, `${own}  ${oneLine(message)}${moved}（${SEVERITY_NAMES[severity]}，编号 ${id}${replied}）`, look);
}

function findingBlocks(table: ComparedTableJson, look: TextLook): readonly string[] {
  return FINDING_GROUPS.flatMap(([title, states]) => {
    const own = table.findings.filter(({ state }) => states.includes(state));
    if (own.length === 0) return [];
    const how = HOW[states[0]!];
    const heading = `  ${title} ${own.length} 项`;
    return [how === null ? heading : painted(heading, how, look), ...own.map((one, index) => findingLine(one, index + 1, table, look))];
  });
}

function headLine(before: ComparisonSideJson, after: ComparisonSideJson, look: TextLook): string {
  const [sheet, ...parts] = sidesParts(before, after).map(oneLine);
  return [painted(sheet!, 'bold', look), ...parts].join(' · ');
}

function missingText(table: ComparedTableJson, as: Ok['as'], look: TextLook): string {
  const there = table.before ?? table.after!;
  const unit = there.project ?? there.unit;
  return `${painted(oneLine(there.sheet), 'bold', look)}${unit === null ? '' : ` · ${oneLine(unit)}`}\n  ${oneSideText(table, as)}\n`;
}

function tableText(table: ComparedTableJson, as: Ok['as'], look: TextLook): string {
  if (as === 'target') return targetsText(table, look);
  const { before, after, rows, findings } = table;
  if (before === null || after === null) return missingText(table, as, look);
  const tally = as !== 'published' && findings.length > 0 ? [`  ${tallyText(table, as)}`] : [];
  const nothing = rows.length === 0 ? [`  ${changesTitle(table, as)}`] : [];
  const changed =
    rows.length === 0 ? [] : [`  ${changesTitle(table, as)}`, ...rows.flatMap((row, index) => rowLines(row, index + 1, look))];
  const withheld = table.withheld === undefined ? [] : [`  ${withheldText(table.withheld)}`];
  return `${[headLine(before, after, look), ...tally, ...findingBlocks(table, look), ...changed, ...nothing, ...withheld].join('\n')}\n`;
}

/** One pair of files. */
export function comparisonText(comparison: ComparisonJson, look: TextLook): string {
  const { before, after, as, status, reason, tables } = comparison;
  const names = [before, after].filter((one): one is string => one !== null).map(oneLine);
  if (status !== 'ok' || as === null) return `${painted(names.join(' → '), 'bold', look)}\n  ${reason ?? ''}\n`;
  const head = `${COMPARISON_TITLES[as]}：${names.join(' → ')}`;
  return `${painted(head, 'bold', look)}\n${tables.map((table) => tableText(table, as, look)).join('')}`;
}
