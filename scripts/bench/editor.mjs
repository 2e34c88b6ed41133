/** What writing costs: edits in one sheet beside ten times as many. Medians of CPU time. */
import { makeBook } from './books.mjs';
import { figure } from './goals.mjs';
import { cpuOf, median } from './race.mjs';

/** Ten times the edits may not take much more than ten times the time. */
const LINEAR_GOAL = 12;
const WARM_UP = 3;
const ROUNDS = 5;
/** Rows and edits. */
const SIZES = [
  [600, 50],
  [6000, 500],
];

function written(edited) {
  if (!edited.ok) throw new Error(edited.why);
  return edited;
}

/** So many scores of the file written anew, as one plan. */
function manyEdits(core, bytes, count) {
  const sheet = core.readXlsx(bytes).sheets[0];
  const cells = Array.from({ length: count }, (_, n) => {
    const at = { sheet: 0, row: 2 + n, col: 7 };
    return {
      at,
      before: { kind: 'value', value: new core.Dec(sheet.valueAt(at.row, at.col)) },
      after: { kind: 'value', value: new core.Dec(n).div(10).plus(1000) },
      reason: '',
    };
  });
  return { cells };
}

export async function benchEditor(core) {
  const times = [];
  for (const [rows, count] of SIZES) {
    const book = await makeBook(1, rows);
    const edits = manyEdits(core, book, count);
    const edit = () => written(core.editWorkbook(book, edits));
    for (let n = 0; n < WARM_UP; n += 1) edit();
    const taken = [];
    for (let n = 0; n < ROUNDS; n += 1) taken.push(await cpuOf(edit));
    times.push(median(taken));
  }
  console.log('\nwriting');
  figure('50 edits in 600 rows', times[0], { unit: 'ms' });
  figure('500 edits in 6,000 rows', times[1], { unit: 'ms' });
  figure('ten times the edits in ten times the rows take', times[1] / times[0], { goal: LINEAR_GOAL });
}
