/**
 * Fresh rows: whole rows as a sheet has them, written down before the program had read any of them. A row is short:
 * [三级指标, 年度指标值, 实际完成值, 分值, 偏差原因, right scores, inadmissible scores, 评分标准, [facts, …right scores][]].
 */
import path from 'node:path';
import type { FactList, FactsByName } from '../wordings/format';
import { readJson } from '../families/family';
import type { BlindRow } from '../../blind/criteria/blind-rows';

type ShortRow = readonly [
  name: string,
  target: string,
  actual: string,
  weight: string,
  reason: string,
  right: readonly string[],
  wrong: readonly string[],
  text: string,
  examples: readonly (readonly [facts: FactList | FactsByName, ...scores: string[]])[],
];

export interface FreshRow extends Omit<BlindRow, 'wrong'> {
  readonly wrong: readonly string[];
}

function longRow([name, target, actual, weight, reason, right, wrong, text, examples]: ShortRow): FreshRow {
  return { name, target, actual, weight, reason, right, wrong, text, examples: examples.map(([facts, ...scores]) => ({ facts, scores })) };
}

export const freshRows = (set: string): readonly FreshRow[] =>
  readJson<readonly ShortRow[]>(path.join(__dirname, `${set}.json`)).map(longRow);
