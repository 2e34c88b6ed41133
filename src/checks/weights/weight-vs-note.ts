import { type Addr, Dec, normal, withoutBrackets } from '../../workbook';
import { executionRow, type Found, type Group, type ScoreTable, sumOfCells, weightCells } from '../../score-table';
import { accused, TABLE } from '../support/accused';
import { PRACTICE } from '../support/basis';
import { fullScoreOf } from '../support/full-score';
import { weightsUnsure, weightTreeOf } from '../support/weights';
import type { Check, CheckContext } from '../types';

interface Difference {
  readonly name: string;
  readonly stated: Dec;
  readonly due: Dec;
}

export interface WeightVsNote {
  readonly note: Addr;
  readonly differences: readonly Difference[];
}

export const weightVsNote: Check<WeightVsNote> = {
  code: 'weight-vs-note',
  title: '分值与表下注释不一致',
  headline: '与表下注释不符',
  severities: ['advisory'],
  basis: { ...PRACTICE, article: '本表注释写明的各类指标分值' },
  needs: ['weights'],
  explain: {
    looksFor: '表下注释写明了各类指标的分值（如产出50分、效益30分、满意度10分、执行率10分），表中各类指标的分值合计与之不同。',
    howToFix: '按注释调整各类指标的分值；经批准另行设置的，请写明。',
  },
  *run(context) {
    const { scoreTable } = context;
    if (weightsUnsure(context) || weightTreeOf(scoreTable).multiplicative) return;
    for (const note of scoreTable.notes) {
      const found = differencesFrom(context, note);
      if (found === null) continue;
      yield {
        severity: 'advisory',
        accused: accused(TABLE, 'weight'),
        cell: found.at,
        related: [note.at],
        indicator: null,
        data: { note: note.at, differences: found.differences },
        actual: found.differences[0]!.stated,
        expected: found.differences[0]!.due,
        basis: { ...PRACTICE, article: '本表注释写明的各类指标分值' },
      };
      return;
    }
  },
  message(data, words, finding) {
    const said = data.differences.map((one) => `${one.name}为${words.number(one.stated)}分，注释为${words.number(one.due)}分`).join('；');
    return `表中分值（${words.cell(finding.cell)}起）与表下注释（${words.cell(data.note)}）不一致：${said}。请按注释核对各类指标的分值，另有规定的请写明。`;
  },
};

type ClassName = '产出' | '效益' | '满意度' | '执行率';

const CLASS = /(产出|效益|满意度|执行率)(?:指标)?[^\d,;。、:]{0,8}:?(\d{1,3}(?:\.\d+)?)(分|%)/g;
const NAMES = /产出|效益|满意度|执行率/g;
/** What ends the clause in which the names of a list stand. */
const CLAUSE_END = /[,;。:\d]/;
/** Letters before 「分别」 in which names are looked for. */
const NAMES_WITHIN = 80;
const AFTER_RESPECTIVELY = /(?:设置|设定)?为?:?/y;
const FIGURE = /(\d{1,3}(?:\.\d+)?)(分|%)?[、和]?/y;
const MOST_IN_A_LIST = 4;
const ABOUT_WEIGHTS = /分值|权重|分别为|指标\d/;
/** 「可适当调整」: then other weights are no contradiction. */
const OPEN = /可(?:以)?(?:根据|结合|适当|自行|酌情)|适当调整|自行(?:确定|设定|设置)|自主(?:确定|设定)|原则上/;

/** The 分值 a note sets for each class, as shares of nothing but themselves: points, or percent of the full score. */
function weightsIn(text: string): ReadonlyMap<ClassName, { readonly value: Dec; readonly percent: boolean }> {
  const found = new Map<ClassName, { readonly value: Dec; readonly percent: boolean }>();
  if (!ABOUT_WEIGHTS.test(text) || OPEN.test(text)) return found;
  const list = listIn(text);
  if (list !== null) {
    list.names.forEach((name, at) => found.set(name, { value: new Dec(list.values[at]!), percent: list.percent }));
    return found;
  }
  for (const match of text.matchAll(CLASS)) found.set(match[1] as ClassName, { value: new Dec(match[2]!), percent: match[3] === '%' });
  return found;
}

interface List {
  readonly names: readonly ClassName[];
  readonly values: readonly string[];
  readonly percent: boolean;
}

/** 「产出、效益、满意度权重分别为50%、30%、10%」: as many figures behind as names before, two to four. */
function listIn(text: string): List | null {
  for (let at = text.indexOf('分别'); at >= 0; at = text.indexOf('分别', at + 1)) {
    const before = text
      .slice(Math.max(0, at - NAMES_WITHIN), at)
      .split(CLAUSE_END)
      .at(-1)!;
    const names = [...before.matchAll(NAMES)].map(([name]) => name as ClassName);
    const figures = figuresAt(text, at + 2);
    if (names.length < 2 || names.length > MOST_IN_A_LIST || names.length !== figures.length) continue;
    return { names, values: figures.map(([, value]) => value!), percent: figures.some(([, , unit]) => unit === '%') };
  }
  return null;
}

function figuresAt(text: string, from: number): readonly RegExpExecArray[] {
  AFTER_RESPECTIVELY.lastIndex = from;
  AFTER_RESPECTIVELY.exec(text);
  FIGURE.lastIndex = AFTER_RESPECTIVELY.lastIndex;
  const found: RegExpExecArray[] = [];
  for (let one = FIGURE.exec(text); one !== null && found.length <= MOST_IN_A_LIST; one = FIGURE.exec(text)) found.push(one);
  return found;
}

function differencesFrom(
  context: CheckContext,
  note: Found<string>,
): { readonly at: Addr; readonly differences: readonly Difference[] } | null {
  const due = weightsIn(normal(note.value));
  const full = fullScoreOf(context.scoreTable);
  if (due.size < 2 || full === null) return null;
  let at: Addr | null = null;
  const differences: Difference[] = [];
  for (const [name, { value, percent }] of due) {
    const stated = statedFor(context.scoreTable, name);
    if (stated === null) continue;
    const points = percent ? value.times(full).div(100) : value;
    if (stated.sum.eq(points)) continue;
    at ??= stated.at;
    differences.push({ name: name === '执行率' ? '预算执行率' : `${name}指标`, stated: stated.sum, due: points });
  }
  return at === null ? null : { at, differences };
}

/** What the rows of a class come to; null where it is not there, or stands twice. */
function statedFor(scoreTable: ScoreTable, name: ClassName): { readonly sum: Dec; readonly at: Addr } | null {
  if (name === '执行率') {
    const row = executionRow(scoreTable);
    return row?.weight?.value == null ? null : { sum: row.weight.value, at: row.weight.at };
  }
  const groups = scoreTable.groups.filter((group) => group.parent === null && isClass(group, name));
  if (groups.length !== 1) return null;
  const rows = scoreTable.rows.filter((row) => groups[0]!.rows.includes(row.id) && row.role === 'indicator');
  const cells = weightCells(scoreTable, rows);
  return cells.length === 0 || cells.some((cell) => cell.slot.value === null) ? null : { sum: sumOfCells(cells), at: groups[0]!.name.at };
}

function isClass(group: Group, name: ClassName): boolean {
  const own = withoutBrackets(normal(group.name.value)).replace(/^(?:[一二三四五六]、|\d[.、])/, '');
  return own.startsWith(name) || (name === '满意度' && /满意度/.test(own)) || own === `绩效${name}`;
}
