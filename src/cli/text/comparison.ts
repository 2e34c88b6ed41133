/** A comparison as text: what became of the findings, then every change with what it means. */
import { STATE_NAMES } from '../../answers';
import type {
  ChangeJson,
  ComparedFindingJson,
  ComparedRowJson,
  ComparedTableJson,
  ComparisonJson,
  ComparisonSideJson,
} from '../../receipt';
import {
  COMPARISON_TITLES,
  FINDING_STATES,
  LINE_KINDS,
  NOT_PUBLISHED,
  ONLY_BEFORE,
  PUBLISHED_SAME,
  SAME,
  SEVERITY_NAMES,
  SIDE_NAMES,
  withheldText,
} from '../../words';
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
/** Still there first, as values that changed are there too. */
const ORDER: readonly (readonly [string, readonly State[]])[] = [
  [FINDING_STATES.remaining, ['remaining', 'changed']],
  [FINDING_STATES.new, ['new']],
  [FINDING_STATES.unchecked, ['unchecked']],
  [FINDING_STATES.resolved, ['resolved']],
];

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
  return ORDER.flatMap(([title, states]) => {
    const own = table.findings.filter(({ state }) => states.includes(state));
    if (own.length === 0) return [];
    const how = HOW[states[0]!];
    const heading = `  ${title} ${own.length} 项`;
    return [how === null ? heading : painted(heading, how, look), ...own.map((one, index) => findingLine(one, index + 1, table, look))];
  });
}

/** 「上次的问题 5 项：已更正 3，仍存在 2；新增 1 项」 */
function tallyLine({ findings }: ComparedTableJson, [before]: readonly [string, string]): string {
  const count = (...states: readonly State[]): number => findings.filter(({ state }) => states.includes(state)).length;
  const earlier = count('resolved', 'remaining', 'changed', 'unchecked');
  const parts = [
    [FINDING_STATES.resolved, count('resolved')],
    [FINDING_STATES.remaining, count('remaining', 'changed')],
    [FINDING_STATES.unchecked, count('unchecked')],
  ] as const;
  const told = parts.flatMap(([word, number]) => (number > 0 ? [`${word} ${number}`] : [])).join('，');
  const fresh = count('new');
  return `  ${before}的问题 ${earlier} 项${told === '' ? '' : `：${told}`}；${FINDING_STATES.new} ${fresh} 项`;
}

const figure = (value: number | string | null, unit: string): string => (value === null ? '未填' : `${value}${unit}`);

/** 「自评 97.5 分 → 98 分」; once where nothing changed. */
function between(word: string, before: string, after: string): string {
  return before === after ? `${word} ${after}` : `${word} ${before} → ${after}`;
}

function headLine(before: ComparisonSideJson, after: ComparisonSideJson, look: TextLook): string {
  const unit = after.project ?? after.unit ?? before.unit;
  const parts = [
    painted(between('', oneLine(before.sheet), oneLine(after.sheet)).trim(), 'bold', look),
    ...(unit === null ? [] : [oneLine(unit)]),
    between('自评', figure(before.total, ' 分'), figure(after.total, ' 分')),
    ...(before.grade === null && after.grade === null ? [] : [between('等级', figure(before.grade, ''), figure(after.grade, ''))]),
  ];
  return parts.join(' · ');
}

function missingText({ before, after }: ComparedTableJson, as: Ok['as'], look: TextLook): string {
  const there = before ?? after!;
  const names = SIDE_NAMES[as];
  const said = as === 'published' && after === null ? NOT_PUBLISHED : ONLY_BEFORE(names[after === null ? 0 : 1]);
  const unit = there.project ?? there.unit;
  return `${painted(oneLine(there.sheet), 'bold', look)}${unit === null ? '' : ` · ${oneLine(unit)}`}\n  ${said}\n`;
}

function tableText(table: ComparedTableJson, as: Ok['as'], look: TextLook): string {
  if (as === 'target') return targetsText(table, look);
  const { before, after, rows, findings, same } = table;
  if (before === null || after === null) return missingText(table, as, look);
  const tally = as !== 'published' && findings.length > 0 ? [tallyLine(table, SIDE_NAMES[as])] : [];
  const nothing = rows.length === 0 ? [`  ${as === 'published' ? PUBLISHED_SAME : SAME}`] : [];
  const changed =
    rows.length === 0
      ? []
      : [
          `  ${as === 'published' ? '不一致' : '改动'} ${rows.length} 处${same > 0 ? `（其余 ${same} 处没有不同）` : ''}`,
          ...rows.flatMap((row, index) => rowLines(row, index + 1, look)),
        ];
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
