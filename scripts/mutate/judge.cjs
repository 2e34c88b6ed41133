/**
 * Child process: runs test files in this one process, with jest's own runner of tests (jest-circus) and expectations, but without a
 * context of its own for every file; that is what makes a trial take a second instead of a minute.
 * In: { switched: [[file, text]…] } once, then { on: id | null, tests: [{ test, only: names of cases | null }], bail }.
 * Out: { test, … } after each file, { done } at the end. Without a fault it notes which cases reach which places, so that only those are
 * asked about one; with a fault it stops at the first case that fails.
 */
const { createRequire } = require('node:module');
const path = require('node:path');
const { ROOT, hooked, forgetOurs } = require('./modules.cjs');

const ofJest = createRequire(createRequire(require.resolve('jest/package.json')).resolve('jest-cli/package.json'));
const ofConfig = createRequire(ofJest.resolve('jest-config'));
const circus = ofConfig('jest-circus');
const { jestExpect } = createRequire(ofConfig.resolve('jest-circus'))('@jest/expect');
const TIMEOUT = Symbol.for('TEST_TIMEOUT_SYMBOL');

let on = null;
/** Place → the cases of the file that reach it; null among them: reached outside of any case. */
let reached = new Map();
let isLoading = false;
const rounding = () => require(path.join(ROOT, 'src/workbook/decimal.ts'));
globalThis.__fault = {
  is(id) {
    if (on !== null) return on === id;
    const cases = reached.get(id);
    const running = isLoading ? null : circus.getState().currentlyRunningTest;
    if (cases === undefined) reached.set(id, new Set([running]));
    else cases.add(running);
    return false;
  },
  halfUp: (...args) => rounding().halfUp(...args),
  cutOff: (...args) => rounding().cutOff(...args),
};
for (const name of ['describe', 'test', 'it', 'beforeAll', 'beforeEach', 'afterAll', 'afterEach']) globalThis[name] = circus[name];
globalThis.expect = jestExpect;
globalThis.jest = { setTimeout: (milliseconds) => (globalThis[TIMEOUT] = milliseconds) };

const messageOf = (error) => String((Array.isArray(error) ? error[0] : error)?.message ?? error);

const nameOf = (one) => (one.parent === undefined ? '' : `${nameOf(one.parent)}${one.parent.parent === undefined ? '' : ' '}${one.name}`);

/** Stands where circus wants a pattern of names: what is asked, until one has failed. */
const chosen = (only, bail) => {
  const names = only === null ? null : new Set(only);
  const failed = (block) => block.children.some((one) => (one.type === 'test' ? one.errors.length > 0 : failed(one)));
  const { rootDescribeBlock } = circus.getState();
  return { test: (name) => (names === null || names.has(name)) && !(bail && failed(rootDescribeBlock)) };
};

/** The first case of the file that fails: { name, why }; null where all pass. */
async function failureIn(test, only, bail) {
  circus.resetState();
  globalThis[TIMEOUT] = 120_000;
  isLoading = true;
  try {
    require(path.join(ROOT, test));
  } catch (error) {
    return { name: 'does not load', why: messageOf(error) };
  } finally {
    isLoading = false;
  }
  circus.getState().testNamePattern = chosen(only, bail);
  const { testResults, unhandledErrors } = await circus.run();
  if (unhandledErrors.length > 0) return { name: 'error outside of the tests', why: messageOf(unhandledErrors[0]) };
  const failed = testResults.find(({ errors }) => errors.length > 0);
  return failed === undefined ? null : { name: failed.testPath.slice(1).join(' '), why: messageOf(failed.errors[0]) };
}

/** [place, names of the cases | null]: null where it is reached outside of cases, or by all that is worked out once for them. */
const reachedBy = () => [...reached].map(([id, cases]) => [id, cases.has(null) ? null : [...cases].map(nameOf)]);

async function carryOut({ on: id, tests, bail }) {
  forgetOurs();
  on = id;
  for (const { test, only } of tests) {
    reached = new Map();
    process.send({ begun: test });
    const from = Date.now();
    const failure = await failureIn(test, only, bail);
    process.send({ test, milliseconds: Date.now() - from, failure, reached: reachedBy() });
    if (failure !== null && bail) break;
    // What one file made the sources remember would hide from the next what it reaches.
    if (id === null) forgetOurs();
  }
  process.send({ done: true, memory: process.memoryUsage().rss });
}

process.on('uncaughtException', (error) => process.send({ crashed: messageOf(error) }));
process.on('unhandledRejection', () => undefined);
process.on('message', (message) => {
  if (message.switched) hooked(new Map(message.switched));
  else void carryOut(message);
});
process.on('disconnect', () => process.exit(0));
