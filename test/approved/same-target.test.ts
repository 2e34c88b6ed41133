/** When two 指标值 say the same, when one was changed, and when nobody can tell. */
import { sameTarget } from '../../src/approved/same-target';
import type { WrittenTarget } from '../../src/approved';
import { quantitySlot } from '../../src/recognition/quantity';

function written(raw: string): WrittenTarget {
  const value = quantitySlot(
    raw,
    { sheet: 0, row: 0, col: 0 },
    { format: 'General', symbol: null, unit: '', headerPercent: false, date1904: false },
  ).value!;
  return {
    ...value,
    number: value.number?.toFixed() ?? null,
    upper: value.upper?.toFixed() ?? null,
    shown: raw,
  } as unknown as WrittenTarget;
}

test.each<[approved: string, now: string, verdict: string]>([
  ['≥95%', '≥95%', 'same'],
  ['95%', '≥95%', 'same'],
  ['≥95%', '≤95%', 'changed'],
  ['≥95%', '>95%', 'same'],
  ['≥95%', '≥90%', 'changed'],
  ['≥100人', '≥100人次', 'same'],
  ['≥100人', '≥90人次', 'unclear'],
  ['48次', '48场', 'same'],
  ['48次', '40次', 'changed'],
  ['150万元', '1500000元', 'same'],
  ['150万元', '1600000元', 'changed'],
  ['80%-90%', '80%-90%', 'same'],
  ['80%-90%', '80%-95%', 'changed'],
  ['80%-90%', '70%-90%', 'changed'],
  ['2024年12月', '2024年12月底前', 'same'],
  ['2024年12月', '2024年11月', 'changed'],
  ['2024年12月', '2025年12月', 'changed'],
  ['2024年12月30日前', '2024年12月31日', 'unclear'],
  ['2024年12月30日前', '2024年12月31日前', 'changed'],
  ['健全', '完善', 'changed'],
  ['健全', '健全。', 'same'],
  ['健全', '较为健全', 'unclear'],
  ['建立管护制度并执行', '建立管护制度并落实', 'unclear'],
  ['建立管护制', '建立养护制', 'changed'],
  ['建立管护制度一项', '新增就业岗位若干', 'changed'],
  ['完成3项工作', '完成4项工作', 'changed'],
  ['完成3项工作', '完成工作4项', 'unclear'],
  ['完成3项工作', '完成工作', 'unclear'],
  ['100%', '全部完成（100%）', 'same'],
  ['100%', '基本完成', 'unclear'],
])('%s, now %s: %s', (approved, now, verdict) => expect(sameTarget(written(approved), written(now))).toBe(verdict));
