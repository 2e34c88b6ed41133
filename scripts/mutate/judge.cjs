/**
 * Child process: runs test files in this one process, with jest's own runner of tests (jest-circus) and expectations, but without a
 * context of its own for every file; that is what makes a trial take a second instead of a minute.
 * In: { switched: [[file, text]…] } once, then { on: id | null, tests, bail }. Out: { test, … } after each file, { done } at the end.
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
let reached = new Set();
let reachedLoading = new Set();
let isLoading = false;
const rounding = () => require(path.join(ROOT, 'src/workbook/decimal.ts'));
globalThis.__fault = {
  is(id) {
    (isLoading ? reachedLoading : reached).add(id);
    return on === id;
  },
  halfUp: (...args) => rounding().halfUp(...args),
  cutOff: (...args) => rounding().cutOff(...args),
};
for (const name of ['describe', 'test', 'it', 'beforeAll', 'beforeEach', 'afterAll', 'afterEach']) globalThis[name] = circus[name];
globalThis.expect = jestExpect;
globalThis.jest = { setTimeout: (milliseconds) => (globalThis[TIMEOUT] = milliseconds) };

const messageOf = (error) => String((Array.isArray(error) ? error[0] : error)?.message ?? error);

/** The first test of the file that fails: { name, why }; null where all pass. */
async function failureIn(test) {
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
  const { testResults, unhandledErrors } = await circus.run();
  if (unhandledErrors.length > 0) return { name: 'error outside of the tests', why: messageOf(unhandledErrors[0]) };
  const failed = testResults.find(({ errors }) => errors.length > 0);
  return failed === undefined ? null : { name: failed.testPath.slice(1).join(' '), why: messageOf(failed.errors[0]) };
}

async function carryOut({ on: id, tests, bail }) {
  forgetOurs();
  on = id;
  reachedLoading = new Set();
  for (const test of tests) {
    reached = new Set();
    process.send({ begun: test });
    const from = Date.now();
    const failure = await failureIn(test);
    process.send({ test, milliseconds: Date.now() - from, failure, ...(id === null ? { reached: [...reached] } : {}) });
    if (failure !== null && bail) break;
  }
  process.send({ done: true, reachedLoading: [...reachedLoading], memory: process.memoryUsage().rss });
}

process.on('uncaughtException', (error) => process.send({ crashed: messageOf(error) }));
process.on('unhandledRejection', () => undefined);
process.on('message', (message) => {
  if (message.switched) hooked(new Map(message.switched));
  else void carryOut(message);
});
process.on('disconnect', () => process.exit(0));
