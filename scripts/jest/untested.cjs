/**
 * Jest reporter: nothing is left out in silence. Says before how long the tests take, and after them which did not run and for want of
 * what. With CI set, a test that was skipped although everything it could want is there fails the run.
 */
const { existsSync } = require('node:fs');
const { execFileSync } = require('node:child_process');
const path = require('node:path');

const ROOT = path.resolve(__dirname, '../..');
const SHARED = ['corpus', 'field', 'cases'];

function hasOffice() {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}

/** What some tests want and this machine lacks. */
function wanting() {
  const folders = SHARED.filter((name) => !existsSync(path.join(ROOT, '..', 'shared', name))).map((name) => `../shared/${name}`);
  return [...folders, ...(hasOffice() ? [] : ['LibreOffice'])];
}

module.exports = class Untested {
  constructor(globalConfig) {
    // Tests picked by name leave the others out on purpose.
    this.isPicked = globalConfig.testNamePattern !== undefined && globalConfig.testNamePattern !== '';
    this.isWhole = globalConfig.testPathPatterns === undefined ? globalConfig.testPathPattern === '' : false;
  }

  onRunStart(results) {
    if (this.isWhole) process.stderr.write(`共 ${results.numTotalTestSuites} 组测试，两个处理器约需 10 分钟。\n`);
  }

  onRunComplete(_contexts, { testResults }) {
    const skipped = testResults.flatMap(({ testFilePath, testResults: tests }) =>
      tests
        .filter(({ status }) => status === 'pending')
        .map(({ fullName }) => `${path.relative(ROOT, testFilePath).split(path.sep).join('/')}：${fullName}`),
    );
    if (skipped.length === 0 || this.isPicked) return;
    const lacks = wanting();
    process.stderr.write(`有 ${skipped.length} 项测试没有运行${lacks.length === 0 ? '' : `（本机没有 ${lacks.join('、')}）`}：\n`);
    process.stderr.write(`${skipped.map((one) => `  ${one}`).join('\n')}\n`);
    if (lacks.length === 0 && process.env.CI) this.error = new Error('Tests were skipped although nothing they could want is missing.');
  }

  getLastError() {
    return this.error;
  }
};
