/** Formulas of score sheets: a small grammar and a closed list of functions; anything else is «unknown». */
export { KNOWN_FUNCTIONS, type Formula, type FormulaNode } from './ast';
export { evaluateFormula, evaluatorOf, type EvaluateOptions, type Evaluator, type FormulaResult } from './evaluate';
export { parseFormula } from './parser';
export { printFormula } from './printer';
export { asPlainSum, referencesOf, type SheetRect, type SignedRect } from './references';
