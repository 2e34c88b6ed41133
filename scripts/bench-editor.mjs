/**
 * What writing costs: a marked copy of one 80-row file beside its check alone, and edits in one sheet beside ten times as
 * many. Medians of CPU time, in turns within one run. `node scripts/bench-editor.mjs` alone, or at the end of `npm run bench`.
 */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { makeBook } from './bench-books.mjs';
import { ensureBuilt } from './build.mjs';

const COPY_GOAL = 2;
/** Ten times the edits may not take much more than ten times the time. */
const LINEAR_GOAL = 12;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 15);
const WARM_UP = 10;
const TURN = 10;

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const met = (holds) => (holds ? 'met' : 'not met');

/** CPU milliseconds of one call. */
function cpuOf(work) {
  const before = process.cpuUsage();
  for (let n = 0; n < TURN; n += 1) work();
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1000 / TURN;
}

/** The contenders take turns, so that a busy machine slows all alike. */
function race(contenders, rounds) {
  const times = contenders.map(() => []);
  for (let round = 0; round < rounds; round += 1) contenders.forEach((work, n) => times[n].push(cpuOf(work)));
  return times.map(median);
}

function check(core, bytes, messages) {
  const book = core.readXlsx(bytes);
  const tables = core.recognise(book).tables.map((table, index) => {
    const assessment = core.assess(table, book, { first: index === 0 });
    return { assessment, spoken: core.spoken(assessment.findings, table.table.sheet, book, messages) };
  });
  return { book, tables, messages };
}

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
  const messages = core.messagesOf(core.CHECKS);
  const bytes = await makeBook(1, 80);
  const alone = () => check(core, bytes, messages);
  const review = alone();
  const findings = review.tables.reduce((sum, { assessment }) => sum + assessment.findings.length, 0);
  const plan = core.annotation(review);
  const contenders = [
    alone,
    () => written(core.editWorkbook(bytes, core.annotation(alone()))),
    () => written(core.editWorkbook(bytes, plan)),
    () => written(core.editWorkbook(bytes, { marks: plan.marks })),
  ];
  race(contenders, WARM_UP);
  const [checked, copied, edited, marked] = race(contenders, ROUNDS);
  console.log(
    `\none 80-row file with ${findings} findings: check ${checked.toFixed(2)} ms, check and marked copy ${copied.toFixed(2)} ms (writing the copy ${edited.toFixed(2)} ms, its marks alone ${marked.toFixed(2)} ms)`,
  );
  console.log(
    `read + check + annotate is ${(copied / checked).toFixed(2)} × the check; goal ≤ ${COPY_GOAL}: ${met(copied / checked <= COPY_GOAL)}`,
  );
  const sizes = [
    [600, 50],
    [6000, 500],
  ];
  const times = [];
  for (const [rows, count] of sizes) {
    const book = await makeBook(1, rows);
    const edits = manyEdits(core, book, count);
    race([() => written(core.editWorkbook(book, edits))], 2);
    times.push(race([() => written(core.editWorkbook(book, edits))], 5)[0]);
  }
  console.log(
    `50 edits in 600 rows ${times[0].toFixed(1)} ms, 500 edits in 6,000 rows ${times[1].toFixed(1)} ms: ${(times[1] / times[0]).toFixed(1)} × for 10 ×; goal ≤ ${LINEAR_GOAL}: ${met(times[1] / times[0] <= LINEAR_GOAL)}`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const failure = await ensureBuilt();
  if (failure !== null) throw new Error(failure);
  await benchEditor(createRequire(import.meta.url)('../dist/bench-core.js'));
}
