import { parseItemFormula, itemsIn } from '../../src/standards/item-formula';
import { derive } from '../../src/scoring/facts/items';
import { loadStandard } from '../../src/standards';
import { Dec } from '../../src/workbook';
import declared from '../../src/scoring/data/items.json';

const VALUES: Readonly<Record<string, number>> = { 甲: 80, 乙: 100, 三公经费支出数: 30, 一季度1号线客流: 5 };

/** What a formula comes to by these values; null where it cannot be read. */
function computed(text: string): string | null {
  const formula = parseItemFormula(text);
  if (formula === null) return null;
  const known = derive(formula, (name) =>
    VALUES[name] === undefined ? undefined : { value: new Dec(VALUES[name]!), from: 'data', cells: [], money: '' },
  );
  return known === undefined ? 'unknown' : String(known.value);
}

/** Whether a standard may declare it. */
function mayBeDeclared(formula: string): boolean {
  const items = [...Object.keys(VALUES).map((name) => ({ 名称: name })), { 名称: '率', 公式: formula }];
  const loaded = loadStandard({ 编号: 'x', 名称: 'x', 类别: '项目', 状态: '重构', 数据项: items });
  return loaded.ok || !loaded.problems.some(({ code }) => code.startsWith('formula-'));
}

const FORMULAS: readonly (readonly [string, string | null])[] = [
  ['甲÷乙', '0.8'],
  ['甲 ÷ 乙 × 100%', '0.8'],
  ['（甲－乙）÷乙', '-0.2'],
  ['甲—乙', '-20'],
  ['|甲-乙|÷乙', '0.2'],
  ['[(甲+乙)-乙]/乙', '0.8'],
  ['“三公”经费支出数÷乙', '0.3'],
  ['一季度1号线客流÷乙', '0.05'],
  ['', null],
  ['÷', null],
  ['甲÷', null],
  ['(甲', null],
  ['甲)', null],
  ['|甲-乙÷乙', null],
  ['2乙', null],
  [`${'甲'.repeat(31)}÷乙`, null],
];

it.each(FORMULAS)('%s', (text, result) => {
  expect(computed(text)).toBe(result);
  // What a standard may declare can be computed, and the other way round.
  if (text !== '') expect(mayBeDeclared(text)).toBe(result !== null);
});

it('reads every formula that comes with the program', () => {
  for (const { formula } of declared) expect(itemsIn(parseItemFormula(formula)!).length).toBeGreaterThan(0);
});
