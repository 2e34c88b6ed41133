/** Formulas, alone and beside arms. */
import { wordsPattern } from '../../workbook';
import sayings from '../reading/data/sayings.json';
import { plainName } from '../former/naming';
import type { Clause, ClauseOf } from '../reading/clause';
import { shape, type ClauseShape } from '../reading/shape';
import { spanAt, subjectCondition, type RuleSetting } from '../reading/subjects';
import type { Criterion } from '../types';
import { isFullShare } from '../former/tables';
import { formulaOf } from './formula-rule';
import { fixed, isArm, lessShare, opposed, pointsGiven } from './arms';

/** 「计算方法」 「数量指标」 before a formula are a heading, not a condition. */
const CONDITION = /[未不没无有]|完成|达到|超过|低于|向|部分/;

const GENERIC = new RegExp(`^${wordsPattern(sayings.generic)}$`);

const leadOf = ({ lead }: ClauseOf<'formula'>): ClauseOf<'formula'>['lead'] =>
  lead !== null && (CONDITION.test(plainName(lead.words)) || GENERIC.test(plainName(lead.words))) ? lead : null;

/** 「达到目标得满分，未达到的按…×分值计分」: the formula is for all else. */
function besides(setting: RuleSetting, arm: Clause, formula: ClauseOf<'formula'>): Criterion | null {
  const rule = formulaOf(setting, formula);
  const lead = leadOf(formula);
  const points = pointsGiven(arm);
  if (!isArm(arm) || rule === null || lead === null || points === null) return null;
  const when = subjectCondition(setting, arm.when);
  const isElse = GENERIC.test(plainName(lead.words)) || opposed(arm.when, { is: 'holds', of: lead });
  if (when === null || !isElse) return null;
  return { kind: 'cases', arms: [{ when, rule: fixed(points, spanAt(setting, arm.place)) }], otherwise: rule, span: setting.span };
}

const isFormula = (clause: Clause | undefined): clause is ClauseOf<'formula'> => clause?.is === 'formula';

/** 「按时完成得满分，超时的按超时比例扣减」: all where the first holds, else all but that share. */
function shareTaken(setting: RuleSetting, full: Clause | undefined, taken: Clause): Criterion | null {
  if (!isArm(taken) || taken.gives.amount.is !== 'share-taken' || taken.when.is === 'within') return null;
  const rule = lessShare(setting, taken.gives.amount.by, spanAt(setting, taken.place));
  if (full === undefined) return rule;
  const points = pointsGiven(full);
  const when = isArm(full) ? subjectCondition(setting, full.when) : null;
  if (points === null || when === null || !isFullShare(points)) return null;
  return { kind: 'cases', arms: [{ when, rule: fixed(points, spanAt(setting, full.place)) }], otherwise: rule, span: setting.span };
}

export const SHARE_SHAPES: readonly ClauseShape[] = [
  shape({
    id: 'share-taken',
    says: '按比例扣减',
    takes: { full: 'arm.give(holds) ?', taken: 'arm.other' },
    means: ({ full, taken }, setting) => shareTaken(setting, full[0], taken[0]!),
  }),
];

export const FORMULA_SHAPES: readonly ClauseShape[] = [
  shape({
    id: 'formula',
    says: '按公式计分',
    takes: { formula: 'formula' },
    means: ({ formula }, setting) => (isFormula(formula[0]) && leadOf(formula[0]) === null ? formulaOf(setting, formula[0]) : null),
  }),
  shape({
    id: 'full-or-formula',
    says: '达到得满分，否则按公式计分',
    takes: { arm: 'arm.give', formula: 'formula' },
    means: ({ arm, formula }, setting) => (isFormula(formula[0]) ? besides(setting, arm[0]!, formula[0]) : null),
  }),
];
