/**
 * The room's door: what other rooms use of it.
 * Official standards as dated data, and the form that was sent out.
 */
export { type AppliedStandards, type GivenStandards, type HeldStandard, type StandardLabel, applyStandards } from './applied';
export { BUILTIN, builtinStandard } from './builtin';
export { valueIn } from './dates';
export { worthOf } from './detect';
export { type StandardChange, diffStandards } from './diff';
export { EXECUTION_SCORE, FORCES, KINDS, NOT_APPLICABLE, OVER, PARTIAL, RATE, STATUSES, SWITCH_KEYS, ZERO_WORDS } from './keys';
export { pathOf } from './lines';
export { loadStandard } from './load';
export { textKey } from './names';
export { parseItemFormula } from './item-formula';
export { DEFAULT_PARAMETERS, type GradeBand, type Parameters } from './parameters';
export { type LineOf, type Path, type Problem, type ProblemCode } from './problems';
export { type ResolvedStandard, resolved } from './resolve';
export { formReference, ruleFor } from './rules';
export { formAsStandard } from './template/as-standard';
export { recogniseByForms } from './template/by-form';
export { type ChangeKind, type FormChange } from './template/changes';
export { type TemplateForm, formOf } from './template/form';
export { type ItemFormula, type QualitativeBand, type Reference, type Standard, type SwitchName, type SwitchValues } from './types';
export { type UnreadRule, unreadRules } from './unread';
export { yearsText } from './years';
