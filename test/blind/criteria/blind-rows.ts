/**
 * Blind rows of 评分标准: whole rows as a sheet has them, and what is right in them. Six sets of a hundred, each committed before the
 * program had read any of it. Only totals are told, so that nobody mends a text he has seen here.
 */
import { HEAD, found } from '../../support/audited';
import { readText, wrongIn, type FamilyText, type Read } from '../../criteria/families/family';

export interface BlindRow extends FamilyText {
  readonly name: string;
  readonly target: string;
  readonly actual: string;
  /** 偏差原因 as the unit wrote it; '' where there is none. */
  readonly reason: string;
  /** Scores that may stand in this row. */
  readonly right: readonly string[];
  /** One that may not, or several, where the row says enough to know. */
  readonly wrong?: string | readonly string[];
}

export interface Totals {
  readonly rows: number;
  readonly whole: number;
  readonly part: number;
  readonly none: number;
  /** Read, but not up to the 分值: held against nobody. */
  readonly guarded: number;
  /** Scores that are right, at given facts and in the rows, and how many of them are ruled out or accused. */
  readonly scores: number;
  readonly wrong: number;
  readonly accused: number;
  readonly mandatory: number;
  /** Scores that may not stand, and how many of them are questioned at their cell. */
  readonly inadmissible: number;
  readonly caught: number;
}

const SCORE_CELL = 'G4';

/** What the audit says at the score of this row, the form around it being right. */
export function saidOf(row: BlindRow, score: string): readonly string[] {
  const rest = 100 - Number(row.weight);
  // A deduction has a reason, else it is questioned for having none.
  const reason = row.reason !== '' ? row.reason : score === row.weight ? null : '详见佐证材料';
  const typed = [row.target, row.actual, Number(row.weight), Number(score), reason, '台账', row.text];
  const rows = [
    ['产出指标', '数量指标', row.name, ...typed],
    ['效益指标', '社会效益指标', '服务覆盖率', '≥90%', '93%', rest, rest, null, '统计表', null],
  ];
  const total = ['总分', null, null, null, null, 100, Number(score) + rest];
  return found({ rows, total, head: [...HEAD, '评分标准'] }).filter((one) => one.endsWith(` ${SCORE_CELL}`));
}

const wrongOf = ({ wrong = [] }: BlindRow): readonly string[] => (typeof wrong === 'string' ? [wrong] : wrong);

export function totalsOf(rows: readonly BlindRow[]): Totals {
  const reads = rows.map(readText);
  const right = rows.flatMap((row) => row.right.map((score) => saidOf(row, score)));
  const wrong = rows.flatMap((row) => wrongOf(row).map((score) => saidOf(row, score)));
  const at = (level: Read['level']): number => reads.filter((one) => one.level === level).length;
  const heard = (said: readonly (readonly string[])[]): number => said.filter((one) => one.length > 0).length;
  return {
    rows: rows.length,
    whole: at('whole'),
    part: at('part'),
    none: at('none'),
    guarded: at('guarded'),
    scores: rows.flatMap((row) => row.examples).length + right.length,
    wrong: reads.flatMap(wrongIn).length,
    accused: heard(right),
    mandatory: right.filter((said) => said.some((one) => one.startsWith('mandatory'))).length,
    inadmissible: wrong.length,
    caught: heard(wrong),
  };
}

const percent = (part: number, of: number): string => `${((100 * part) / of).toFixed(1)} %`;

/** One line of numbers, no texts. */
export function told(set: string, one: Totals): string {
  return [
    `set ${set}: ${one.rows} rows, whole ${one.whole} (${percent(one.whole, one.rows)}), part ${one.part}, none ${one.none}, guarded ${one.guarded}`,
    `${one.scores} right scores, ruled out ${one.wrong}, accused in their row ${one.accused} (mandatory ${one.mandatory}), together ${percent(one.wrong + one.accused, one.scores)}`,
    `${one.inadmissible} inadmissible scores, caught ${one.caught} (${percent(one.caught, one.inadmissible)})`,
  ].join('; ');
}
