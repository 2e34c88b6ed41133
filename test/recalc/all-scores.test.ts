/** With everything allowed (all scores, rising ones too) the audit has nothing to say about scores that the rules determine. */
import { MISTAKES } from '../conformance/mistakes';
import { seedMistake } from '../conformance/seeded';
import { bookOfGrids } from '../conformance/sheet';
import { planRecalc, type RecalcOptions } from '../../src/recalc';
import { addrKey } from '../../src/workbook/address';
import { assessBook } from './support';

const ALL: RecalcOptions = { scores: 'all', raise: true, totals: 'keep' };
const EACH = 8;
/** Arithmetic of scores and sums. score-inadmissible and qualitative-band are judgements. */
const ARITHMETIC = [
  'total-score',
  'subtotal-score',
  'sum-range',
  'stale-value',
  'grade',
  'score-rounded',
  'score-mismatch',
  'execution-score',
  'missed-target-full-score',
  'score-out-of-range',
];
const NAMES = [
  '执行率得分不对',
  '执行率得分取整',
  '得分超过分值',
  '未达标却满分',
  '数量未达标却满分',
  '达标而扣分, 有说明',
  '总分不等于得分之和',
];

test.each(MISTAKES.filter((mistake) => NAMES.includes(mistake.name)).map((mistake) => [mistake.name, mistake] as const))(
  '%s',
  (_name, mistake) => {
    const left: string[] = [];
    let sheets = 0;
    for (let seed = 1; sheets < EACH && seed < 900; seed += 1) {
      const seeded = seedMistake(mistake, seed);
      if (seeded === null) continue;
      sheets += 1;
      const recalc = planRecalc(bookOfGrids(seeded.rendered.grids), assessBook, ALL);
      const found = assessBook(recalc.book)
        .flatMap((one) => one.findings)
        .filter((one) => ARITHMETIC.includes(one.code));
      const listed = new Set(recalc.tables[0]!.kept.filter((kept) => kept.why.is === 'questioned').map((kept) => addrKey(kept.at)));
      // Where the rule leaves it open which score is right, it is left to a person and listed.
      left.push(
        ...found
          .filter((one) => !listed.has(addrKey(one.cell)))
          .map(
            (one) =>
              `${seed} ${seeded.rendered.layout.name} ${one.code} ${one.indicator ?? ''} ${JSON.stringify(recalc.tables[0]!.kept.map((kept) => [kept.name, kept.why.is]))}`,
          ),
      );
    }
    expect(left).toEqual([]);
    expect(sheets).toBe(EACH);
  },
);
