/** How the parts grow from 80 to 8,000 rows: CPU time and its exponent. */
import { makeBook } from './books.mjs';
import { figure, shown } from './goals.mjs';
import { cpuOf, median } from './race.mjs';

const SIZES = [80, 250, 800, 2500, 8000];
const GOAL = 1.1;
const WARM_UP = 40;
/** So many rows are worked on for each size, in as many goes as that takes. */
const ROWS = 16_000;

async function steps(core, rows) {
  const bytes = await makeBook(1, rows);
  const book = core.readXlsx(bytes);
  const judge = core.judgeBy(core.BY_THE_SHEET);
  const { review } = core.auditBook('', book, judge);
  const plan = core.annotation(review);
  const engine = core.localEngine();
  return {
    reading: () => core.readXlsx(bytes),
    recognition: () => core.recognise(book),
    check: () => core.auditBook('', core.readXlsx(bytes), judge),
    're-check of an open workbook': () => engine.audit(core.readXlsx(bytes), core.BY_THE_SHEET, ''),
    'marked copy': () => core.editWorkbook(bytes, plan),
  };
}

/** The slope of a line through the logarithms. */
function exponent(times) {
  const points = times.map((time, n) => [Math.log(SIZES[n]), Math.log(time)]);
  const mean = (at) => points.reduce((all, point) => all + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  return points.reduce((all, [a, b]) => all + (a - x) * (b - y), 0) / points.reduce((all, [a]) => all + (a - x) ** 2, 0);
}

export async function benchGrowth(core) {
  for (const work of Object.values(await steps(core, SIZES[0]))) for (let n = 0; n < WARM_UP; n += 1) await work();
  const times = new Map();
  for (const rows of SIZES) {
    for (const [name, work] of Object.entries(await steps(core, rows))) {
      const taken = [];
      for (let n = 0; n < Math.max(3, Math.min(15, ROWS / rows)); n += 1) taken.push(await cpuOf(work));
      times.set(name, [...(times.get(name) ?? []), median(taken)]);
    }
  }
  console.log(`\ngrowth: CPU milliseconds at ${SIZES.join(', ')} rows`);
  for (const [name, each] of times) console.log(`    ${name.padEnd(30)} ${each.map((time) => shown(time).padStart(8)).join(' ')}`);
  for (const [name, each] of times) figure(`growth of ${name}, exponent`, exponent(each), { goal: GOAL });
  figure('re-check of 80 rows', times.get('re-check of an open workbook')[0], { goal: 30, unit: 'ms' });
}
