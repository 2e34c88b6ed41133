/** The guards bite: A unreachable arms, M order, S mixed points and shares, Z nothing happened is full, W the best it can give. */
import { fitsWeight, parseCriterion, type Criterion } from '../../src/criteria';
import { flawsOf } from '../../src/criteria/flaws';
import { Dec } from '../../src/workbook/decimal';

const steps = (text: string): Criterion => parseCriterion(text).criterion;

test('A: an arm inside those before it', () => {
  expect(flawsOf(steps('满意度≥80%得5分；满意度≥90%得3分'))).toContain('unreachable');
});

test('M: points that rise, fall and rise', () => {
  expect(flawsOf(steps('完成率≥90%得5分；80%≤完成率<90%得1分；70%≤完成率<80%得3分；完成率<70%得0分'))).toContain('unordered');
});

test('S: points beside shares', () => {
  expect(flawsOf(steps('完成率≥90%得5分；80%≤完成率<90%得80%的分值；完成率<80%得1分'))).toContain('mixed');
});

test('Z: nothing happened, and it is not full', () => {
  const once = parseCriterion('不规范的，扣1分').criterion;
  expect(once.kind).toBe('per-occurrence');
  expect(flawsOf(once)).toEqual([]);
  const loses: Criterion = {
    kind: 'deductions',
    rules: [{ ...once, each: { points: new Dec(0) }, cap: { points: new Dec(-1) } } as Criterion],
    span: once.span,
  };
  expect(flawsOf(loses)).toContain('not-full');
});

test('W: the best it can give is the 分值, or it is held against nothing', () => {
  const rule = parseCriterion('满意度≥90%得5分；满意度<90%得0分').criterion;
  expect(fitsWeight(rule, new Dec(5))).toBe(true);
  expect(fitsWeight(rule, new Dec(8))).toBe(false);
});

test('a flawed reading is understood in part at most', () => {
  expect(parseCriterion('满意度≥80%得5分；满意度≥90%得3分').understood).toBe('part');
});
