/** 第二轮: what became of what was sent back, by unit. Made of the comparisons of two submissions. */
import { currentAndFormer } from '../roster';
import type { ComparedFindingJson, ComparedTableJson, ComparisonJson } from './comparison-types';
import type { NewFindingJson, RoundJson, RoundState, RoundUnitJson } from './round-types';
import { CONTRACT, type AnswerJson, type EntryJson } from './types';

/** What a table of the first submission was asked, where no later one stands beside it. */
export interface AskedTable {
  readonly file: string;
  readonly sheet: string;
  /** Its range, two tables of one sheet being two. */
  readonly table: string;
  readonly unit: string | null;
  /** Mandatory findings, and advisory ones that nobody has settled. */
  readonly asked: number;
}

interface Gathering {
  readonly unit: string;
  readonly before: Set<string>;
  readonly after: Set<string>;
  corrected: number;
  explained: number;
  remaining: number;
  unchecked: number;
  notAgain: number;
  /** Handed in again, and nobody can say what it holds. */
  unknown: number;
  readonly fresh: NewFindingJson[];
}

const SETTLED: ReadonlySet<AnswerJson['state']> = new Set<AnswerJson['state']>(['explained', 'accepted']);
const isSettled = ({ severity, answer }: Pick<ComparedFindingJson, 'severity' | 'answer'>): boolean =>
  severity === 'advisory' && answer !== null && SETTLED.has(answer.state);

/** What the tables of one file were asked. */
export function askedTables(entries: readonly EntryJson[]): readonly AskedTable[] {
  return entries.flatMap((entry): readonly AskedTable[] => {
    if (entry.status !== 'ok') return [];
    const asked = entry.findings.filter((finding) => finding.severity !== 'info' && !isSettled(finding)).length;
    return [{ file: entry.file, sheet: entry.sheet, table: entry.table, unit: entry.unit, asked }];
  });
}

const placeOf = (file: string, { sheet, table }: Pick<AskedTable, 'sheet' | 'table'>): string => `${file} ${sheet} ${table}`;

class Round {
  private readonly units = new Map<string, Gathering>();
  private readonly asked: ReadonlyMap<string, AskedTable>;

  constructor(asked: readonly AskedTable[]) {
    this.asked = new Map(asked.map((table) => [placeOf(table.file, table), table]));
  }

  private of(unit: string | null, file: string): Gathering {
    const key = unit === null ? file : currentAndFormer(unit).current;
    const known = this.units.get(key);
    if (known !== undefined) return known;
    const none = { corrected: 0, explained: 0, remaining: 0, unchecked: 0, notAgain: 0, unknown: 0 };
    const made: Gathering = { unit: unit ?? file, before: new Set(), after: new Set(), ...none, fresh: [] };
    this.units.set(key, made);
    return made;
  }

  add({ before, after, status, tables }: ComparisonJson): void {
    if (before === null) return;
    if (status !== 'ok') {
      for (const table of this.asked.values()) if (table.file === before) this.withoutLater(table, after);
      return;
    }
    for (const table of tables) this.table(table, before, after!);
  }

  private withoutLater({ unit, file, asked }: AskedTable, after: string | null): void {
    const own = this.of(unit, file);
    own.before.add(file);
    if (after === null) own.notAgain += asked;
    else {
      own.after.add(after);
      own.unknown += asked;
    }
  }

  private table({ before, after, findings }: ComparedTableJson, file: string, later: string): void {
    if (before === null) return;
    const own = this.of(before.unit, file);
    own.before.add(file);
    if (after === null) {
      own.notAgain += this.asked.get(placeOf(file, before))?.asked ?? 0;
      return;
    }
    own.after.add(later);
    for (const finding of findings) this.finding(finding, own, later);
  }

  private finding(finding: ComparedFindingJson, own: Gathering, file: string): void {
    const { state, id, severity, cell, message } = finding;
    if (state === 'new') {
      if (!isSettled(finding)) own.fresh.push({ id, severity, file, cell, message });
    } else if (state === 'resolved') own.corrected += 1;
    else if (state === 'unchecked') own.unchecked += 1;
    else if (isSettled(finding)) own.explained += 1;
    else own.remaining += 1;
  }

  get all(): readonly RoundUnitJson[] {
    return [...this.units.values()].flatMap((one): readonly RoundUnitJson[] => {
      const { unit, before, after, corrected, explained, remaining, unchecked, notAgain, unknown, fresh } = one;
      const earlier = corrected + explained + remaining + unchecked + notAgain + unknown;
      if (earlier === 0 && fresh.length === 0) return [];
      return [
        {
          unit,
          state: stateOf(one, earlier),
          before: [...before],
          after: [...after],
          earlier,
          corrected,
          explained,
          remaining,
          unchecked: unchecked + unknown,
          notAgain,
          new: fresh,
        },
      ];
    });
  }
}

function stateOf({ after, remaining, notAgain, unchecked, unknown }: Gathering, earlier: number): RoundState {
  if (earlier === 0) return 'not-asked';
  if (after.size === 0) return 'not-yet';
  if (remaining + notAgain > 0) return 'open';
  return unchecked + unknown > 0 ? 'unknown' : 'corrected';
}

/**
 * @param comparisons of two submissions, in the order of the first
 * @param asked what tables of the first were asked that stand in no comparison with a later one
 */
export function roundJson(comparisons: readonly ComparisonJson[], asked: readonly AskedTable[]): RoundJson {
  const round = new Round(asked);
  for (const one of comparisons) round.add(one);
  const units = round.all;
  const count = (state: RoundState): number => units.filter((one) => one.state === state).length;
  const [corrected, open, unknown, notYet] = [count('corrected'), count('open'), count('unknown'), count('not-yet')];
  const again = corrected + open + unknown;
  const withNew = units.filter((one) => one.new.length > 0).length;
  return { contract: CONTRACT, is: 'round', counts: { asked: again + notYet, again, corrected, open, unknown, notYet, withNew }, units };
}
