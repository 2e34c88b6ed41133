import fc from 'fast-check';
import { SEED } from '../fuzz/runs';
import { arbitrate } from '../../src/assessment/arbitrate';
import { CHECK_CODES, type CheckCode } from '../../src/checks/codes';
import { FUNDING_PRECEDENCE, REPEATING } from '../../src/checks/precedence';
import { accused, accusedKey } from '../../src/checks/support/accused';
import type { Accused, Aspect, Finding } from '../../src/checks/types';
import type { Severity } from '../../src/words/severity';
import { a1, parseA1 } from '../../src/workbook/address';

const at = (text: string) => ({ sheet: 0, ...parseA1(text)! });

function finding(code: CheckCode, row: string, aspect: Aspect, cell: string, rest: Partial<Finding> = {}): Finding {
  return {
    code,
    severity: 'mandatory',
    accused: accused(row, aspect),
    accountsFor: [],
    cell: at(cell),
    related: [],
    indicator: row,
    data: code,
    basis: { title: '测试', status: 'arithmetic' },
    ...rest,
  };
}

const show = (findings: readonly Finding[]) =>
  findings.map(
    (one) =>
      `${one.code} ${a1(one.cell.row, one.cell.col)}${one.related.length === 0 ? '' : ` [${one.related.map((cell) => a1(cell.row, cell.col)).join(' ')}]`}`,
  );

describe('arbitrate', () => {
  it('keeps one finding on a score, the first by the list', () => {
    const all = [
      finding('score-rounded', 'r1', 'score', 'G5'),
      finding('missed-target-full-score', 'r1', 'score', 'G5'),
      finding('score-out-of-range', 'r1', 'score', 'G5'),
    ];
    expect(show(arbitrate(all))).toEqual(['score-out-of-range G5']);
  });

  it('keeps one on the score and one on the explanation of a row', () => {
    const all = [
      finding('score-rounded', 'r1', 'score', 'G5'),
      finding('boilerplate-reason', 'r1', 'reason', 'H5'),
      finding('deduction-unexplained', 'r1', 'reason', 'H5'),
    ];
    expect(show(arbitrate(all))).toEqual(['score-rounded G5', 'deduction-unexplained H5']);
  });

  it('judges a total by its own list, whatever else blames it last', () => {
    const all = [
      finding('hardcoded-total', 'total:0', 'total', 'G9', { severity: 'info' }),
      finding('total-score', 'total:0', 'total', 'G9'),
      finding('stale-value', 'total:0', 'total', 'G9', { severity: 'advisory' }),
      finding('sum-range', 'total:0', 'total', 'G9'),
    ];
    expect(show(arbitrate(all))).toEqual(['sum-range G9']);
  });

  it('gives a funding row one finding among the four', () => {
    const all = [
      finding('execution-over-100', 'r0', 'rate', 'I4', { severity: 'advisory' }),
      finding('execution-score', 'r0', 'score', 'G4'),
      finding('execution-rate', 'r0', 'rate', 'I4'),
    ];
    expect(show(arbitrate(all))).toEqual(['execution-rate I4']);
  });

  it('drops what a standing finding accounts for, and only a standing one', () => {
    const total = accused('total:0', 'total');
    const all = [
      finding('total-misplaced', 'r0', 'score', 'G4', { accountsFor: [total] }),
      finding('total-score', 'total:0', 'total', 'G9'),
    ];
    expect(show(arbitrate(all))).toEqual(['total-misplaced G4']);
    const beaten = [finding('score-missing', 'r0', 'score', 'G4'), ...all];
    expect(show(arbitrate(beaten))).toEqual(['score-missing G4', 'total-score G9']);
  });

  it('does not let what was accounted for account for others', () => {
    const chain = [
      finding('weights-sum', 'table', 'weight', 'F9', { accountsFor: [accused('total:0', 'total')] }),
      finding('weight-missing', 'r1', 'weight', 'F5', { accountsFor: [accused('table', 'weight')] }),
      finding('total-score', 'total:0', 'total', 'G9'),
    ];
    expect(show(arbitrate(chain))).toEqual(['weight-missing F5', 'total-score G9']);
  });

  it('of two that account for each other keeps the first of the contract', () => {
    const all = [
      finding('weight-tree', 'group:a', 'weight', 'A5', { accountsFor: [accused('table', 'weight')] }),
      finding('weights-sum', 'table', 'weight', 'F9', { accountsFor: [accused('group:a', 'weight')] }),
    ];
    expect(show(arbitrate(all))).toEqual(['weights-sum F9']);
    expect(show(arbitrate([...all].reverse()))).toEqual(['weights-sum F9']);
  });

  it('makes one of what repeats down a column, with every cell in related', () => {
    const copy = (row: string, cell: string) =>
      finding('actual-copies-target', row, 'actual', cell, { severity: 'advisory', fix: { cell: at(cell), to: { value: 'x' } } });
    const [only, ...rest] = arbitrate([copy('r3', 'E7'), copy('r1', 'E5'), copy('r2', 'E6')]);
    expect(rest).toEqual([]);
    expect(show([only!])).toEqual(['actual-copies-target E5 [E5 E6 E7]']);
    expect(only!.indicator).toBeNull();
    expect(only!.fix).toBeUndefined();
  });

  it('leaves a repeated mistake of another severity or column, and a single one, alone', () => {
    const residue = (row: string, cell: string, severity: Severity) => finding('template-residue', row, 'text', cell, { severity });
    expect(show(arbitrate([residue('r1', 'C5', 'advisory'), residue('r2', 'D6', 'advisory'), residue('r3', 'C7', 'info')]))).toEqual([
      'template-residue C5',
      'template-residue D6',
      'template-residue C7',
    ]);
  });

  it('makes one of missing values once a block', () => {
    const missing = (row: string, aspect: Aspect, cell: string) => finding('value-missing', row, aspect, cell, { severity: 'advisory' });
    const all = [
      missing('r1', 'actual', 'E9'),
      missing('r2', 'actual', 'E10'),
      missing('funding:0', 'money', 'C5'),
      missing('funding:0', 'rate', 'I5'),
    ];
    expect(show(arbitrate(all))).toEqual(['value-missing C5 [C5 I5]', 'value-missing E9 [E9 E10]']);
  });

  it('puts severity first, then reading order', () => {
    const all = [
      finding('grade', 'table', 'grade', 'B2'),
      finding('all-full-marks', 'table', 'text', 'A1', { severity: 'info' }),
      finding('total-score', 'total:0', 'total', 'A2'),
      finding('unit-scale', 'funding:0', 'money', 'A1', { severity: 'advisory' }),
    ];
    expect(show(arbitrate(all))).toEqual(['total-score A2', 'grade B2', 'unit-scale A1', 'all-full-marks A1']);
  });

  it('of the same check on the same thing keeps the severer, then the one read first', () => {
    const twice = (first: Severity, second: Severity) => [
      finding('stale-value', 'r1', 'score', 'G5', { severity: first }),
      finding('stale-value', 'r1', 'score', 'G9', { severity: second }),
    ];
    expect(show(arbitrate(twice('info', 'advisory')))).toEqual(['stale-value G9']);
    expect(show(arbitrate(twice('mandatory', 'advisory')))).toEqual(['stale-value G5']);
    expect(show(arbitrate(twice('info', 'info')))).toEqual(['stale-value G5']);
    expect(show(arbitrate(twice('info', 'info').reverse()))).toEqual(['stale-value G5']);
  });

  it('gives each funding row its own one finding, and leaves the other rows theirs', () => {
    const all = [
      finding('execution-rate', 'r0', 'rate', 'I4'),
      finding('execution-over-100', 'funding:1', 'rate', 'I6'),
      finding('funding-parts', 'funding:1', 'money', 'C6'),
      finding('score-rounded', 'r3', 'score', 'G9'),
      finding('execution-score', 'r0', 'score', 'G4'),
    ];
    const first = FUNDING_PRECEDENCE[0]! as CheckCode;
    const last = FUNDING_PRECEDENCE[FUNDING_PRECEDENCE.length - 1]! as CheckCode;
    expect(show(arbitrate(all))).toContain('score-rounded G9');
    expect(show(arbitrate([finding(last, 'r0', 'score', 'G4'), finding(first, 'r0', 'rate', 'I4')]))).toEqual([`${first} I4`]);
    expect(show(arbitrate([finding(first, 'r0', 'rate', 'I4'), finding(last, 'r9', 'score', 'G4')]))).toHaveLength(2);
  });

  it('in one cell the order of the contract, then of what is blamed, decides what stands first', () => {
    const [one, other] = [CHECK_CODES[2]!, CHECK_CODES[30]!];
    const all = [finding(other, 'r1', 'text', 'C5'), finding(one, 'r2', 'weight', 'C5')].map((each) => ({
      ...each,
      severity: 'info' as const,
    }));
    expect(arbitrate(all).map(({ code }) => code)).toEqual([one, other]);
    expect(arbitrate([...all].reverse()).map(({ code }) => code)).toEqual([one, other]);
    const same = ['b', 'a', 'c'].map((row) => finding('weight-tree', `group:${row}`, 'weight', 'A5'));
    expect(arbitrate(same).map(({ accused: who }) => who.row)).toEqual(['group:a', 'group:b', 'group:c']);
  });

  it('puts 强制性 before 提示性 before 参考 whatever stands further up', () => {
    const severities: readonly Severity[] = ['info', 'mandatory', 'advisory'];
    const all = severities.map((severity, at) => finding('grade', `x${at}`, 'grade', `A${at + 1}`, { severity }));
    expect(arbitrate(all).map(({ severity }) => severity)).toEqual(['mandatory', 'advisory', 'info']);
  });

  it('missing values of the head are one, those of the indicators another; missing evidence is one down the sheet', () => {
    const missing = (code: CheckCode, row: string, aspect: Aspect, cell: string) =>
      finding(code, row, aspect, cell, { severity: 'advisory' });
    expect(
      show(
        arbitrate([
          missing('value-missing', 'head:unit', 'text', 'B2'),
          missing('value-missing', 'head:date', 'file', 'F2'),
          missing('value-missing', 'r1', 'actual', 'E9'),
          missing('value-missing', 'r2', 'target', 'D10'),
          missing('value-missing', 'funding:0', 'rate', 'I5'),
        ]),
      ),
    ).toEqual(['value-missing B2 [B2 F2]', 'value-missing I5', 'value-missing E9 [E9 D10]']);
    expect(
      show(arbitrate([missing('evidence-missing', 'r1', 'evidence', 'I9'), missing('evidence-missing', 'r2', 'reason', 'H10')])),
    ).toEqual(['evidence-missing I9 [I9 H10]']);
  });

  it('names the cells of what repeats in the order they are read, each once', () => {
    const copy = (row: string, cell: string, ...related: readonly string[]) =>
      finding('actual-copies-target', row, 'actual', cell, { severity: 'advisory', related: related.map(at) });
    expect(show(arbitrate([copy('r1', 'E5', 'B9', 'E7'), copy('r2', 'E6', 'E5'), copy('r3', 'E7')]))).toEqual([
      'actual-copies-target E5 [E5 E6 E7 B9]',
    ]);
  });

  const rows = fc.constantFrom('r1', 'r2', 'table', 'total:0');
  const aspects = fc.constantFrom<Aspect>('score', 'total', 'weight', 'reason', 'rate', 'actual');
  const who: fc.Arbitrary<Accused> = fc.record({ row: rows, aspect: aspects });
  const any = fc.record({
    code: fc.constantFrom(...CHECK_CODES),
    who,
    accountsFor: fc.array(who, { maxLength: 2 }),
    row: fc.nat(9),
    col: fc.nat(5),
    severity: fc.constantFrom<Severity>('mandatory', 'advisory', 'info'),
  });

  it('never leaves two on the same thing, does not depend on the order of finding, and is settled after one round', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), fc.infiniteStream(fc.nat(1000)), (specs, shuffle) => {
        const all = specs.map((one) =>
          finding(one.code, one.who.row, one.who.aspect, a1(one.row, one.col), { accountsFor: one.accountsFor, severity: one.severity }),
        );
        const kept = arbitrate(all);
        const keys = kept.map((one) => accusedKey(one.accused));
        expect(new Set(keys).size).toBe(keys.length);
        for (const row of new Set(kept.map((one) => one.accused.row))) {
          const codes = new Set(
            kept.filter((one) => one.accused.row === row && FUNDING_PRECEDENCE.includes(one.code)).map((one) => one.code),
          );
          expect(codes.size).toBeLessThanOrEqual(1);
        }
        if (all.length > 0) expect(kept.length).toBeGreaterThan(0);
        const distinct = new Set(all.map((one) => `${one.code}${accusedKey(one.accused)}`)).size === all.length;
        if (distinct && !all.some((one) => REPEATING.has(one.code))) {
          const other = all
            .map((one) => ({ one, by: shuffle.next().value as number }))
            .sort((a, b) => a.by - b.by)
            .map(({ one }) => one);
          expect(show(arbitrate(other))).toEqual(show(kept));
          expect(show(arbitrate(kept))).toEqual(show(kept));
        }
      }),
      { seed: SEED, numRuns: 300, verbose: 1 },
    );
  });
});
