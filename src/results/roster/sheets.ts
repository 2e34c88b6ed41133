/** Who has reported and what could not be assigned, as two sheets of the summary workbook. */
import type { RosterJson, RosterLineJson, UnassignedJson } from '../../receipt';
import { rosterLine } from '../../roster';
import type { SheetEdit } from '../../workbook';
import { type PageValue, tablePage } from '../summary/table-page';
import { NOTHING } from '../values';
import { KNOWN_BY, LACKING, NOT_ASSIGNED, RECEIVED, STATES } from './texts';

const listed = (files: readonly string[]): string => [...new Set(files)].join('\n');
const beside = (files: readonly string[], lacks: boolean): PageValue =>
  files.length > 0 ? listed(files) : lacks ? { value: LACKING, style: 'advisory' } : NOTHING;

function lineRow(line: RosterLineJson, at: number): readonly PageValue[] {
  const { tables, lacks } = line;
  return [
    String(at + 1),
    line.office ?? NOTHING,
    line.department ?? NOTHING,
    line.unitCode ?? NOTHING,
    line.unit ?? NOTHING,
    line.project ?? NOTHING,
    line.projectCode ?? NOTHING,
    line.state === 'missing' ? { value: STATES.missing, style: 'mandatory' } : STATES.received,
    tables.length === 0 ? NOTHING : listed(tables.map(({ file }) => file)),
    tables.length === 0 ? NOTHING : [...new Set(tables.map(({ by }) => KNOWN_BY[by]))].join('、'),
    beside(line.data, lacks.includes('data')),
    beside(line.reports, lacks.includes('report')),
    line.twice.length === 0 ? NOTHING : listed(line.twice),
    line.remarks.join('\n'),
  ];
}

const unassignedRow = ({ file, sheet, unit, project, why, candidates }: UnassignedJson, at: number): readonly PageValue[] => [
  String(at + 1),
  file,
  sheet ?? NOTHING,
  unit ?? NOTHING,
  project ?? NOTHING,
  why,
  candidates.map((one) => [one.unit, one.project].filter((name) => name !== null).join(' ')).join('\n'),
];

/** Deterministic: the same result gives the same sheets. */
export function rosterSheets({ counts, entries, unassigned, notices }: RosterJson): readonly SheetEdit[] {
  const received = tablePage({
    title: RECEIVED.title,
    above: [`${rosterLine(counts)}。`, RECEIVED.guide, ...notices],
    headings: RECEIVED.headings,
    widths: RECEIVED.widths,
    rows: entries.map(lineRow),
    none: RECEIVED.none,
  });
  const left = tablePage({
    title: NOT_ASSIGNED.title,
    above: [NOT_ASSIGNED.guide],
    headings: NOT_ASSIGNED.headings,
    widths: NOT_ASSIGNED.widths,
    rows: unassigned.map(unassignedRow),
    none: NOT_ASSIGNED.none,
  });
  return [
    { name: RECEIVED.sheet, replaces: true, content: received },
    { name: NOT_ASSIGNED.sheet, replaces: true, content: left },
  ];
}
