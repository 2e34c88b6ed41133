/** Reads 应报名单 from any reasonable sheet: headings anywhere on top, groups, sections, lines of sums, notes below, several sheets. */
import type { WorkbookSnapshot } from '../workbook';
import { codedName, codeKey } from './codes';
import { rosterHeading, type RosterColumns } from './headings';
import { isOffice, lineKind, nameIn, saidYes, sectionName } from './lines';
import { currentAndFormer, rosterKey } from './names';
import { SheetCells } from './sheet-cells';
import {
  doubledLines,
  exemptLines,
  headLines,
  hiddenLines,
  hiddenSheets,
  lostDigits,
  noHeading,
  noLines,
  noName,
  ONLY_HIDDEN,
  entryName,
  ROSTER_EMPTY,
  unreadSheet,
} from './texts';
import type { RosterEntry, RosterRead } from './types';

/** Figures beyond these are not kept by a number. */
const MOST_DIGITS = 15;
const NAMED_DOUBLES = 5;
const FORMER_LISTED = /[、,，;；/\n]|\s{2,}/;

interface Draft extends RosterEntry {
  /** 0-based. */
  readonly row: number;
  /** The unit's cell was blank: the line above says whose it is. */
  readonly carried: boolean;
  readonly sequence: string;
}

/** What is met on the way through one sheet. */
interface Met {
  hidden: number;
  exempt: number;
  readonly nameless: number[];
  readonly lost: number[];
  readonly heads: number[];
}

/** What a line over the width of the list says of those below it. */
interface Section {
  readonly department: string | null;
  readonly office: string | null;
}

class SheetReader {
  readonly met: Met = { hidden: 0, exempt: 0, nameless: [], lost: [], heads: [] };

  constructor(
    private readonly cells: SheetCells,
    private readonly columns: RosterColumns,
  ) {}

  read(from: number): readonly RosterEntry[] {
    const { cells, columns } = this;
    const drafts: Draft[] = [];
    const section: { -readonly [K in keyof Section]: Section[K] } = { department: null, office: null };
    let noted = false;
    for (let row = from; row < cells.rows; row += 1) {
      const kind = lineKind(cells, row, columns, noted);
      if (kind === 'note') noted = true;
      if (kind === 'section') {
        const name = sectionName(cells.textsOf(row)[0]!.text);
        section[isOffice(name) ? 'office' : 'department'] = name;
      }
      if (kind !== 'line') continue;
      const draft = this.draft(row, drafts.at(-1) ?? null, section);
      if (draft !== null) drafts.push(draft);
    }
    return this.withoutHeads(drafts);
  }

  private shown(row: number, col: number | null): string {
    return col === null ? '' : this.cells.shown(row, col);
  }

  private code(row: number, col: number | null): string | null {
    if (col === null) return null;
    const value = this.cells.valueAt(row, col);
    const shown = this.cells.shown(row, col);
    if (typeof value === 'number' && shown.replace(/\D/g, '').length > MOST_DIGITS) {
      this.met.lost.push(row + 1);
      return null;
    }
    return codeKey(shown) === null ? null : shown;
  }

  private draft(row: number, above: Draft | null, section: Section): Draft | null {
    const { columns, met } = this;
    const last = above !== null && above.row === row - 1 ? above : null;
    const who = this.who(row, last);
    if (who.unit === null && !who.isProject) {
      if (who.unitCode !== null) met.nameless.push(row + 1);
      return null;
    }
    if (this.needed(row, columns.due) === false) {
      met.exempt += 1;
      return null;
    }
    if (this.cells.sheet.rowHidden(row) === true) met.hidden += 1;
    return {
      unit: who.unit,
      unitCode: who.unitCode,
      project: who.project,
      projectCode: who.projectCode,
      carried: who.carried,
      former: this.formerNames(row, [who.unit, who.project]),
      department: this.group(row, columns.department, section.department, last?.department ?? null),
      office: this.group(row, columns.office, section.office, last?.office ?? null),
      needs: { data: this.needed(row, columns.data), report: this.needed(row, columns.report) },
      at: { sheet: this.cells.sheet.name, row: row + 1 },
      row,
      sequence: columns.sequence === null ? '' : this.cells.text(row, columns.sequence),
    };
  }

  /** Whom a line is about; a blank unit beside a project is that of the line above. */
  private who(
    row: number,
    last: Draft | null,
  ): Pick<Draft, 'unit' | 'unitCode' | 'project' | 'projectCode' | 'carried'> & { readonly isProject: boolean } {
    const { columns } = this;
    const owner = this.named(row, columns.unit);
    const work = this.named(row, columns.project);
    const projectCode = this.code(row, columns.projectCode) ?? work.code;
    const isProject = work.name !== null || projectCode !== null;
    const carried = columns.unit !== null && owner.name === null && last !== null && (owner.same || isProject);
    const unitCode = this.code(row, columns.unitCode) ?? owner.code;
    const own = { project: work.name, projectCode, carried, isProject };
    return carried ? { ...own, unit: last.unit, unitCode: unitCode ?? last.unitCode } : { ...own, unit: owner.name, unitCode };
  }

  /** A name, and the code that is written together with it. */
  private named(row: number, col: number | null): { readonly name: string | null; readonly code: string | null; readonly same: boolean } {
    const { name, same } = nameIn(this.shown(row, col));
    const coded = name === null ? null : codedName(name);
    return { name: coded?.code == null ? name : coded.name, code: coded?.code ?? null, same };
  }

  /** Blank cells of a group are merged with the first; a blank one that is not says nothing. */
  private group(row: number, col: number | null, section: string | null, above: string | null): string | null {
    const { name, same } = nameIn(this.shown(row, col));
    return name ?? (same ? above : section);
  }

  private needed(row: number, col: number | null): boolean | null {
    return col === null ? null : saidYes(this.cells.text(row, col));
  }

  private formerNames(row: number, names: readonly (string | null)[]): readonly string[] {
    const listed = this.columns.former.flatMap((col) => (nameIn(this.shown(row, col)).name ?? '').split(FORMER_LISTED));
    const within = names.flatMap((name) => (name === null ? [] : currentAndFormer(name).former));
    return [...new Set([...listed, ...within].map((name) => name.trim()).filter((name) => rosterKey(name).length > 1))];
  }

  /** A unit alone on its line, over lines of its projects that do not repeat it, is their head and no line of its own. */
  private withoutHeads(drafts: readonly Draft[]): readonly RosterEntry[] {
    const isHead = (draft: Draft, index: number): boolean =>
      draft.project === null &&
      draft.projectCode === null &&
      !draft.carried &&
      drafts[index + 1]?.carried === true &&
      !/^\d/.test(draft.sequence);
    return drafts.flatMap((draft, index): readonly RosterEntry[] => {
      if (isHead(draft, index)) {
        this.met.heads.push(draft.row + 1);
        return [];
      }
      const { unit, unitCode, project, projectCode, former, department, office, needs, at } = draft;
      return [{ unit, unitCode, project, projectCode, former, department, office, needs, at }];
    });
  }
}

const keyOf = ({ unit, unitCode, project, projectCode }: RosterEntry): string =>
  [rosterKey(unit ?? ''), codeKey(unitCode) ?? '', rosterKey(project ?? ''), codeKey(projectCode) ?? ''].join(' ');

/** Each line once; what one of two equal lines says more is kept. */
function once(all: readonly RosterEntry[]): { readonly entries: readonly RosterEntry[]; readonly doubles: readonly RosterEntry[] } {
  const known = new Map<string, RosterEntry>();
  const doubles: RosterEntry[] = [];
  for (const entry of all) {
    const key = keyOf(entry);
    const first = known.get(key);
    if (first === undefined) known.set(key, entry);
    else {
      doubles.push(entry);
      known.set(key, {
        ...first,
        former: [...new Set([...first.former, ...entry.former])],
        department: first.department ?? entry.department,
        office: first.office ?? entry.office,
        needs: { data: first.needs.data ?? entry.needs.data, report: first.needs.report ?? entry.needs.report },
      });
    }
  }
  return { entries: [...known.values()], doubles };
}

const firstText = (cells: SheetCells): string => {
  for (let row = 0; row < Math.min(cells.rows, 20); row += 1) {
    const [first] = cells.textsOf(row);
    if (first !== undefined) return first.text.slice(0, 20);
  }
  return '';
};

interface SheetRead {
  readonly entries: readonly RosterEntry[];
  readonly exempt: number;
  readonly notices: readonly string[];
}

/** null: nothing on the sheet heads a list. */
function sheetRead(cells: SheetCells): (SheetRead & { readonly headingRow: number }) | null {
  const heading = rosterHeading(cells);
  if (heading === null) return null;
  const { name } = cells.sheet;
  const blocks = heading.blocks.map((columns) => {
    const reader = new SheetReader(cells, columns);
    return { entries: reader.read(heading.row + 1), met: reader.met };
  });
  const rows = (of: (met: Met) => readonly number[]): readonly number[] => [...new Set(blocks.flatMap(({ met }) => of(met)))];
  const sum = (of: (met: Met) => number): number => blocks.reduce((all, { met }) => all + of(met), 0);
  const told = (numbers: readonly number[], say: (sheet: string, rows: readonly number[]) => string): readonly string[] =>
    numbers.length === 0 ? [] : [say(name, numbers)];
  const office = isOffice(name) ? name : null;
  const hidden = sum(({ hidden: count }) => count);
  return {
    headingRow: heading.row + 1,
    entries: blocks.flatMap(({ entries }) => entries).map((entry) => ({ ...entry, office: entry.office ?? office })),
    exempt: sum(({ exempt }) => exempt),
    notices: [
      ...told(
        rows(({ heads }) => heads),
        headLines,
      ),
      ...told(
        rows(({ nameless }) => nameless),
        noName,
      ),
      ...told(
        rows(({ lost }) => lost),
        lostDigits,
      ),
      ...(hidden === 0 ? [] : [hiddenLines(hidden)]),
    ],
  };
}

function doublesNotice(doubles: readonly RosterEntry[]): readonly string[] {
  if (doubles.length === 0) return [];
  return [doubledLines(doubles.slice(0, NAMED_DOUBLES).map(entryName), doubles.length)];
}

/** The list in a workbook; where there is none, a sentence that says what was looked for, where, and what to do. */
export function readRoster(book: WorkbookSnapshot): RosterRead {
  const own = book.sheets.filter((sheet) => sheet.ours !== true);
  const unread = own.find((sheet) => sheet.unread !== undefined);
  const filled = own.filter(({ rows }) => rows > 0);
  const visible = filled.filter(({ state }) => state === 'visible').map((sheet) => new SheetCells(sheet));
  const read = visible.flatMap((cells) => sheetRead(cells) ?? []);
  const { entries, doubles } = once(read.flatMap((one) => one.entries));
  const hidden = filled.filter(({ state }) => state !== 'visible');
  if (entries.length === 0) {
    if (unread !== undefined) return { ok: false, message: unreadSheet(unread.name) };
    if (hidden.some((sheet) => rosterHeading(new SheetCells(sheet)) !== null)) return { ok: false, message: ONLY_HIDDEN };
    if (read.length > 0) {
      const at = visible.findIndex((cells) => rosterHeading(cells) !== null);
      return { ok: false, message: noLines(visible[at]!.sheet.name, read[0]!.headingRow) };
    }
    if (filled.length === 0) return { ok: false, message: ROSTER_EMPTY };
    return { ok: false, message: noHeading(visible.map((cells) => ({ sheet: cells.sheet.name, first: firstText(cells) }))) };
  }
  const exempt = read.reduce((all, one) => all + one.exempt, 0);
  const listsHidden = hidden.filter((sheet) => rosterHeading(new SheetCells(sheet)) !== null).map(({ name }) => name);
  const notices = [
    ...read.flatMap((one) => one.notices),
    ...doublesNotice(doubles),
    ...(exempt === 0 ? [] : [exemptLines(exempt)]),
    ...(listsHidden.length === 0 ? [] : [hiddenSheets(listsHidden)]),
    ...(unread === undefined ? [] : [unreadSheet(unread.name)]),
  ];
  return { ok: true, roster: { entries, exempt, notices } };
}
