/** 比对 as a workbook: an overview, what became of the findings, every changed cell. */
import type { ChangeJson, ComparedTableJson, ComparisonJson } from '../../receipt';
import { STATE_NAMES } from '../../answers';
import { COMPARISON_TITLES, FINDING_STATES, LINE_KINDS, LINE_STATES, SEVERITY_NAMES, SIDE_NAMES } from '../../words';
import type { CellStyle, SheetEdit } from '../../workbook';
import { countCell, type PageValue, tablePage } from '../summary/table-page';
import { NOTHING } from '../values';
import { CHANGES, OVERVIEW, STATES, STATUS_WORDS } from './texts';

type Compared = { readonly comparison: ComparisonJson; readonly table: ComparedTableJson };

const STYLES: Readonly<Record<string, CellStyle>> = { mandatory: 'mandatory', advisory: 'advisory', info: 'text' };

const tablesOf = (comparisons: readonly ComparisonJson[]): readonly Compared[] =>
  comparisons.flatMap((comparison) => comparison.tables.map((table) => ({ comparison, table })));

const nameOf = ({ before, after }: ComparedTableJson): string =>
  after?.project ?? after?.unit ?? before?.project ?? before?.unit ?? NOTHING;
const fileOf = ({ before, after }: ComparisonJson): string => (before === after || after === null ? (before ?? NOTHING) : after);
const sheetOf = ({ before, after }: ComparedTableJson): string => (after ?? before)?.sheet ?? NOTHING;
const figure = (value: number | string | null | undefined): PageValue =>
  value === null || value === undefined ? NOTHING : typeof value === 'number' ? countCell(value) : value;

function overviewRow({ comparison, table }: Compared): readonly PageValue[] {
  const count = (...states: readonly string[]): PageValue => countCell(table.findings.filter(({ state }) => states.includes(state)).length);
  const missing = table.before === null ? STATUS_WORDS.added : table.after === null ? STATUS_WORDS.missing : STATUS_WORDS.compared;
  return [
    comparison.before ?? NOTHING,
    comparison.after ?? NOTHING,
    nameOf(table),
    figure(table.before?.total),
    figure(table.after?.total),
    figure(table.before?.grade),
    figure(table.after?.grade),
    count('resolved'),
    count('remaining', 'changed'),
    count('new'),
    count('unchecked'),
    countCell(table.rows.length),
    missing,
  ];
}

const refusedRow = ({ before, after, reason }: ComparisonJson): readonly PageValue[] => [
  before ?? NOTHING,
  after ?? NOTHING,
  ...OVERVIEW.headings.slice(2, -1).map((): PageValue => NOTHING),
  reason ?? '',
];

function overview(comparisons: readonly ComparisonJson[]): SheetEdit {
  const refused = comparisons.filter(({ status }) => status !== 'ok');
  const content = tablePage({
    title: titleOf(comparisons),
    above: [OVERVIEW.guide],
    headings: OVERVIEW.headings,
    widths: OVERVIEW.widths,
    rows: [...tablesOf(comparisons).map(overviewRow), ...refused.map(refusedRow)],
    none: OVERVIEW.none,
  });
  return { name: OVERVIEW.sheet, replaces: true, content };
}

function titleOf(comparisons: readonly ComparisonJson[]): string {
  const kinds = new Set(comparisons.flatMap(({ as }) => (as === null ? [] : [as])));
  const [only] = kinds;
  return kinds.size === 1 ? COMPARISON_TITLES[only!] : OVERVIEW.title;
}

function stateRows({ comparison, table }: Compared): readonly (readonly PageValue[])[] {
  return table.findings.map(({ id, severity, indicator, cell, state, message, answer }): readonly PageValue[] => [
    fileOf(comparison),
    nameOf(table),
    id,
    { value: SEVERITY_NAMES[severity], style: STYLES[severity]! },
    FINDING_STATES[state],
    indicator ?? NOTHING,
    `${cell.sheet}!${cell.address}`,
    message,
    answer === null ? '' : `${STATE_NAMES[answer.state]}${answer.text === '' ? '' : `：${answer.text}`}`,
  ]);
}

function states(compared: readonly Compared[]): SheetEdit {
  const content = tablePage({
    title: STATES.title,
    above: [STATES.guide],
    headings: STATES.headings,
    widths: STATES.widths,
    rows: compared.flatMap(stateRows),
    none: STATES.none,
  });
  return { name: STATES.sheet, replaces: true, content };
}

const place = (cell: ChangeJson['cells'][number]): string => cell?.address ?? NOTHING;

function changeRows({ comparison, table }: Compared): readonly (readonly PageValue[])[] {
  return table.rows.flatMap(({ indicator, kind, state, changes }) =>
    (changes.length === 0 ? [null] : changes).map((change): readonly PageValue[] => [
      fileOf(comparison),
      nameOf(table),
      sheetOf(table),
      LINE_KINDS[kind],
      indicator,
      change === null ? NOTHING : change.name,
      change === null ? NOTHING : place(change.cells[0]),
      change?.shown[0] ?? '',
      change === null ? NOTHING : place(change.cells[1]),
      change?.shown[1] ?? '',
      change === null || change.meaning === '' ? LINE_STATES[state] : change.meaning,
    ]),
  );
}

function changes(compared: readonly Compared[], as: ComparisonJson['as']): SheetEdit {
  const [before, after] = SIDE_NAMES[as ?? 'resubmitted'];
  const content = tablePage({
    title: CHANGES.title,
    above: [CHANGES.guide],
    headings: CHANGES.headings(before, after),
    widths: CHANGES.widths,
    rows: compared.flatMap(changeRows),
    none: CHANGES.none,
  });
  return { name: CHANGES.sheet, replaces: true, content };
}

/** Deterministic: the same comparisons in the same order give the same sheets. */
export function comparisonSheets(comparisons: readonly ComparisonJson[]): readonly SheetEdit[] {
  const compared = tablesOf(comparisons);
  const as = comparisons.find((one) => one.as !== null)?.as ?? null;
  return [overview(comparisons), ...(as === 'published' || as === 'target' ? [] : [states(compared)]), changes(compared, as)];
}
