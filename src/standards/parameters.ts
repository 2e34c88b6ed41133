/**
 * What checks and scoring read: the thresholds and switches of the standard that applies, each with its source.
 * Nothing here is a figure: all of them come from the standards' own files.
 */
import type { CriteriaSwitches } from '../criteria';
import type { Dec } from '../workbook';
import { COMMON } from './builtin/common';
import { valueIn } from './dates';
import type { Reference, Standard, SwitchName, SwitchValues } from './types';

export type { GradeBand } from './types';

export interface Dated<T> {
  readonly value: T;
  readonly reference: Reference;
}

export interface Parameters {
  readonly grades: Dated<SwitchValues['grades']>;
  /** 执行率得分 = min(执行率, 1) × 分值. */
  readonly executionScore: Dated<SwitchValues['executionScore']>;
  /** Usual 分值 of the execution rate. */
  readonly executionWeight: Dated<Dec>;
  /** Execution rate below which an explanation is due; null: nothing is said. */
  readonly executionExplained: Dated<Dec> | null;
  /** Change of the yearly budget (年初 → 全年) from which an explanation is due. */
  readonly budgetAdjustment: Dated<Dec>;
  /** 完成值 ÷ 目标值 from which over-achievement is to be explained. */
  readonly overAchievement: Dated<Dec>;
  /** What follows from it. */
  readonly overConsequence: Dated<SwitchValues['overAchievement']['then']>;
  /** 预算管理一体化: (指标得分率 − 执行率得分率) ÷ 指标得分率 above `red`; unspent share above `yellow`. */
  readonly executionWarning: Dated<SwitchValues['executionWarning']>;
  readonly fullScore: Dated<Dec>;
  readonly qualitativeBands: Dated<SwitchValues['qualitativeBands']>;
  readonly notApplicable: Dated<SwitchValues['notApplicable']>;
  readonly criteria: Dated<CriteriaSwitches>;
  /** The total is capped by the execution rate; null: it is not. */
  readonly totalCaps: Dated<SwitchValues['totalCaps']> | null;
}

const known = new WeakMap<Standard, Map<number | null, Parameters>>();

/** As `parametersOf`, worked out once: a folder of sheets is judged by the same few standards and years. */
export function parametersIn(standard: Standard, year: number | null): Parameters {
  const years = known.get(standard) ?? new Map<number | null, Parameters>();
  known.set(standard, years);
  const parameters = years.get(year) ?? parametersOf(standard, year);
  years.set(year, parameters);
  return parameters;
}

/**
 * The switches of a standard in a year; what it does not say is as in the rules for all. year null: what holds today.
 * @throws Error where the common rules lack a value: they are ours and complete.
 */
export function parametersOf(standard: Standard, year: number | null): Parameters {
  const optional = <K extends SwitchName>(name: K): Dated<SwitchValues[K]> | null => {
    const found =
      valueIn<SwitchValues[K]>(standard.switches[name] ?? [], year) ?? valueIn<SwitchValues[K]>(COMMON.switches[name] ?? [], year);
    // A sheet older than every value is judged by the oldest.
    const oldest = standard.switches[name]?.[0] ?? COMMON.switches[name]?.[0];
    const one = found ?? oldest ?? null;
    return one === null ? null : { value: one.value, reference: one.reference };
  };
  const get = <K extends SwitchName>(name: K): Dated<SwitchValues[K]> => {
    const value = optional(name);
    if (value === null) throw new Error(`no value for ${name}`);
    return value;
  };
  const over = get('overAchievement');
  const partial = get('partialPoints');
  return {
    grades: get('grades'),
    executionScore: get('executionScore'),
    executionWeight: get('executionWeight'),
    executionExplained: optional('executionExplained'),
    budgetAdjustment: get('budgetAdjustment'),
    overAchievement: { value: over.value.from, reference: over.reference },
    overConsequence: { value: over.value.then, reference: over.reference },
    executionWarning: get('executionWarning'),
    fullScore: get('fullScore'),
    qualitativeBands: get('qualitativeBands'),
    notApplicable: get('notApplicable'),
    criteria: {
      value: { partialPoints: partial.value, rateRounding: get('rateRounding').value, zeroTarget: get('zeroTarget').value },
      reference: partial.reference,
    },
    totalCaps: optional('totalCaps'),
  };
}

export const DEFAULT_PARAMETERS: Parameters = parametersOf(COMMON, null);
