import { a1 } from '../../src/workbook';
import { auditDraft, isFound } from './data-sheets/audit';
import { correctBook } from './data-sheets/book';
import { shown } from './data-sheets/figures';
import { DATA_LAYOUTS } from './data-sheets/layouts';
import { DATA_MISTAKES } from './data-sheets/mistakes';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 200);
/** Workbooks for each layout, and for each mistake in each layout. */
const CLEAN = Math.max(10, Math.round(RUNS / 20));
const EACH = Math.max(1, Math.round(RUNS / 250));

const LAYOUTS = DATA_LAYOUTS.map(([name], index) => [name, index] as const);

describe.each(LAYOUTS)('data sheet %s', (_name, layout) => {
  test('every figure is read with its value, its unit and its year, and the sheet is no score table', () => {
    for (let seed = 1; seed <= CLEAN; seed += 1) {
      const { laid, tables } = auditDraft(correctBook(seed), layout);
      const { said } = correctBook(seed);
      expect(tables.length).toBe(1);
      const read = new Map(tables[0]!.data.map((figure) => [a1(figure.value.at.row, figure.value.at.col), figure]));
      for (const [place, cell] of laid.data.places) {
        const [key, column] = place.split(':') as [string, 'last' | 'budget' | 'actual'];
        const item = said.item(key);
        const figure = read.get(cell);
        expect({ place, read: figure !== undefined }).toEqual({ place, read: true });
        const money = figure!.unit === '元' ? '元' : '万元';
        const value =
          item.unit === '%' ? figure!.value.value!.times(100).toFixed(2) + '%' : figure!.value.value!.toFixed(item.unit === '万元' ? 2 : 0);
        expect({ place, value }).toEqual({ place, value: shown(item, item.values[column], money) });
        expect({ place, unit: item.unit === '%' ? '率' : item.unit === '万元' ? money : item.unit }).toEqual({ place, unit: figure!.unit });
        const year =
          figure!.period === 'this' || figure!.period === null ? said.year : figure!.period === 'last' ? said.year - 1 : figure!.period;
        expect({ place, year }).toEqual({ place, year: column === 'last' ? said.year - 1 : said.year });
      }
      expect(read.size).toBe(laid.data.places.size);
    }
  });

  test('nothing is said of a data sheet that fits its score table', () => {
    for (let seed = 1; seed <= CLEAN; seed += 1) {
      const { findings } = auditDraft(correctBook(seed), layout);
      expect({ seed, found: findings.filter((one) => one.severity !== 'info').map((one) => one.code) }).toEqual({ seed, found: [] });
    }
  });

  test.each(DATA_MISTAKES.map((mistake) => [mistake.name, mistake] as const))('finds: %s', (_mistake, mistake) => {
    let tried = 0;
    for (let seed = 1; seed <= 60 && tried < EACH; seed += 1) {
      const found = isFound(mistake, seed, layout);
      if (found === null) continue;
      tried += 1;
      expect({ seed, found }).toEqual({ seed, found: true });
    }
    expect(tried).toBeGreaterThan(0);
  });
});
