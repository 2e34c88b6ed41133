/** The general rules as trees, until criteria are parsed from text; any other text is opaque. */
import { Dec } from '../workbook/decimal';
import type { Criterion, Expr, FactRef, Parsed } from '../criteria';
import texts from './data/general-rules.json';

const ref = (kind: FactRef['kind'], role: FactRef['role'], name: string): FactRef => ({ kind, role, name, unit: '', span: [0, 0] });
const fact = (of: FactRef): Expr => ({ op: 'fact', ref: of });
const TARGET = ref('number', 'target', '');
const ACTUAL = ref('number', 'actual', '');
const RATE = ref('rate', 'named', '预算执行率');
const COEFFICIENT = ref('rate', 'named', '得分系数');
const MET = ref('yes', 'own', '达到目标值');
const LEVEL = ref('level', 'own', '');
const ALL = { share: new Dec(1) };

function timesPoints(expr: Expr): Criterion {
  return { kind: 'formula', span: [0, 0], expr: { op: 'multiply', left: expr, right: { op: 'max-points' } }, cap: ALL };
}

function band(names: readonly string[], from: string, to: string) {
  return { names, share: { from: new Dec(from), fromIncluded: true, to: new Dec(to), toIncluded: true } };
}

const TREES: Readonly<Record<string, readonly [Criterion, readonly FactRef[]]>> = {
  [texts.forward]: [timesPoints({ op: 'divide', left: fact(ACTUAL), right: fact(TARGET) }), [ACTUAL, TARGET]],
  [texts.inverse]: [timesPoints({ op: 'divide', left: fact(TARGET), right: fact(ACTUAL) }), [TARGET, ACTUAL]],
  [texts.execution]: [timesPoints(fact(RATE)), [RATE]],
  [texts.item]: [timesPoints(fact(COEFFICIENT)), [COEFFICIENT]],
  [texts.met]: [{ kind: 'choose', span: [0, 0], arms: [{ when: { kind: 'holds', of: MET }, award: ALL }], otherwise: null }, [MET]],
  [texts.levels]: [{ kind: 'bands', span: [0, 0], of: LEVEL, bands: [band(['达成预期指标'], '0.8', '1'), band(['部分达成预期指标并具有一定效果'], '0.6', '0.8'), band(['未达成预期指标且效果较差'], '0', '0.6')] }, [LEVEL]],
};

export function parseCriterion(text: string): Parsed {
  const known = TREES[text];
  if (known !== undefined) return { criterion: known[0], understood: 'whole', opaque: [], facts: known[1] };
  return { criterion: { kind: 'opaque', span: [0, text.length] }, understood: 'none', opaque: [[0, text.length]], facts: [] };
}
