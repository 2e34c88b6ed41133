/** Two audited workbooks held against each other. Pure: the same two give the same answer, and the other way round its mirror. */
import type { Assessment } from '../assessment';
import { alignLines } from './align-lines';
import { compareFindings } from './findings';
import { isSame } from './held';
import { linesOf } from './lines';
import { type Around, type Difference, changeMeaning } from './meaning';
import { describe, pairTables } from './pair-tables';
import { type PublishedTable, type WithheldAnswer, withoutWithheld } from './withheld';
import type {
  ChangedCell,
  ComparedTable,
  BookComparison,
  ComparisonKind,
  Field,
  TableLine,
  LineChange,
  ComparedSide,
  SideTable,
} from './types';

/** What was answered to differences between what was handed in and what was made public; `file`: how that one is called. */
export interface Withheld {
  readonly answers: readonly WithheldAnswer[];
  readonly file: string;
}

const NOTHING_WITHHELD: Withheld = { answers: [], file: '' };

/** `as`: what for; see ComparisonKind. */
export function compareBooks(
  before: ComparedSide,
  after: ComparedSide,
  as: ComparisonKind,
  withheld: Withheld = NOTHING_WITHHELD,
): BookComparison {
  const described = ({ book, tables }: ComparedSide): readonly ReturnType<typeof describe>[] =>
    tables.map((one) => describe(one.assessment, book));
  const pairs = pairTables(described(before), described(after));
  return {
    as,
    before: before.book,
    after: after.book,
    tables: pairs.map(([from, to]) => {
      const [one, other] = [from === null ? null : before.tables[from]!, to === null ? null : after.tables[to]!];
      return one === null || other === null ? alone(one, other) : compareTables([one, before], [other, after], as, withheld);
    }),
  };
}

/** yearly where both tables say their year and it is not the same; else the same table handed in again. */
export function likelyKind(before: readonly Assessment[], after: readonly Assessment[]): ComparisonKind {
  const yearOf = (tables: readonly Assessment[]): number | null =>
    tables.find(({ scoreTable }) => scoreTable.year)?.scoreTable.year?.value ?? null;
  const [one, other] = [yearOf(before), yearOf(after)];
  return one !== null && other !== null && one !== other ? 'yearly' : 'resubmitted';
}

const alone = (before: SideTable | null, after: SideTable | null): ComparedTable => ({
  before: before?.assessment ?? null,
  after: after?.assessment ?? null,
  same: 0,
  lines: [],
  findings: [],
  scoresDiffer: false,
  withheld: 0,
});

/** What the published table is known by. */
const publishedTable = (assessments: readonly Assessment[], file: string): PublishedTable => ({
  owners: assessments.flatMap(({ scoreTable: { unit, project } }) => [unit, project].flatMap((slot) => slot?.value ?? [])),
  file,
});

function compareTables(
  before: [SideTable, ComparedSide],
  after: [SideTable, ComparedSide],
  as: ComparisonKind,
  { answers, file }: Withheld,
): ComparedTable {
  const assessments = [before[0].assessment, after[0].assessment] as const;
  const { pairs, removed, added } = alignLines(linesOf(assessments[0], as), linesOf(assessments[1], as));
  const compared = pairs.map((line) => comparedLine(line, as, assessments));
  const all = [
    ...compared.filter((line) => line !== null),
    ...added.filter(holdsSomething).map((line) => oneSided(line, 'added')),
    ...removed.filter(holdsSomething).map((line) => oneSided(line, 'removed')),
  ];
  const { lines, withheld } =
    as === 'published' ? withoutWithheld(all, answers, publishedTable(assessments, file)) : { lines: all, withheld: 0 };
  return {
    before: assessments[0],
    after: assessments[1],
    same: compared.filter((line) => line === null).length,
    lines,
    findings: as === 'published' ? [] : compareFindings(before, after),
    scoresDiffer: lines.some(isAboutScores),
    withheld,
  };
}

const SCORES: ReadonlySet<Field> = new Set<Field>(['fullScore', 'selfScore', 'reviewScore', 'financeScore', 'otherScore']);

function isAboutScores({ kind, name, state, changes }: LineChange): boolean {
  if (state === 'added' || state === 'removed') return kind === 'row' || kind === 'total';
  return changes.some(({ field }) => SCORES.has(field)) || (kind === 'form' && name === '等级');
}

const holdsSomething = ({ kind, values }: TableLine): boolean => kind === 'row' || [...values.values()].some(({ held }) => held !== null);

function oneSided({ kind, name, at, values }: TableLine, state: 'added' | 'removed'): LineChange {
  const changes = [...values].flatMap(([field, { held }]): readonly ChangedCell[] => {
    if (held === null) return [];
    const cells = state === 'added' ? ([null, held.at] as const) : ([held.at, null] as const);
    return [{ field, before: state === 'added' ? null : held, after: state === 'added' ? held : null, cells, meaning: '' }];
  });
  return { kind, name, state, at, changes };
}

/** Only what both sides have a place for: a column that one side lacks is no change of every row. */
function changesOf([before, after]: readonly [TableLine, TableLine], as: ComparisonKind): readonly Difference[] {
  return [...after.values].flatMap(([field, place]): readonly Difference[] => {
    const was = before.values.get(field);
    if (was === undefined || isSame(was.held, place.held, as)) return [];
    return [{ field, before: was.held, after: place.held }];
  });
}

function comparedLine(
  line: readonly [TableLine, TableLine],
  as: ComparisonKind,
  assessments: readonly [Assessment, Assessment],
): LineChange | null {
  const [before, after] = line;
  const renamed = before.own !== after.own;
  const name: readonly Difference[] = renamed ? [{ field: 'name', before: nameHeld(before), after: nameHeld(after) }] : [];
  const found = [...name, ...changesOf(line, as)];
  if (found.length === 0) return null;
  const around: Around = { as, line, changed: new Set(found.map(({ field }) => field)), assessments };
  const changes = found.map((one): ChangedCell => {
    const cells = one.field === 'name' ? ([before.at, after.at] as const) : placesOf(line, one.field);
    return { ...one, cells, meaning: changeMeaning(one, around) };
  });
  return { kind: after.kind, name: after.name, state: renamed ? 'renamed' : 'changed', at: after.at, changes };
}

const nameHeld = ({ name, own, at }: TableLine): ChangedCell['before'] => ({ at, shown: name, is: own });

function placesOf([before, after]: readonly [TableLine, TableLine], field: Field): ChangedCell['cells'] {
  return [before.values.get(field)?.at ?? null, after.values.get(field)?.at ?? null];
}
