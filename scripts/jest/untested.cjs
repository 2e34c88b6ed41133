/**
 * Jest reporter: nothing is left out in silence. Says before how long the tests take, and after them which did not run and for want of
 * what. With CI set, a test that was skipped although everything it could want is there fails the run.
 */
const { existsSync } = require('node:fs');
const { execFileSync } = require('node:child_process');
const path = require('node:path');

const ROOT = path.resolve(__dirname, '../..');
const SHARED = ['corpus', 'field', 'cases', 'contract.md'];

function hasOffice() {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}

/** Which tests want LibreOffice. The others want something of ../shared, or of the system they run on. */
const OF_OFFICE = /(?:office|soffice)\.test\.tsx?$/;

/** What some tests want and this machine lacks. */
function wanting() {
  const folders = SHARED.filter((name) => !existsSync(path.join(ROOT, '..', 'shared', name))).map((name) => `../shared/${name}`);
  return { folders, office: hasOffice() ? [] : ['LibreOffice'] };
}

/** Skipped although all that the test could want is there. */
const isWithoutReason = (file, { folders, office }) =>
  OF_OFFICE.test(file) ? office.length === 0 && folders.length === 0 : folders.length === 0;

class Untested {
  constructor(globalConfig) {
    // Tests picked by name leave the others out on purpose.
    this.isPicked = globalConfig.testNamePattern !== undefined && globalConfig.testNamePattern !== '';
    this.isWhole = globalConfig.testPathPatterns === undefined ? globalConfig.testPathPattern === '' : false;
  }

  onRunStart(results) {
    if (this.isWhole) process.stderr.write(`共 ${results.numTotalTestSuites} 组测试，两个处理器约需十来分钟。\n`);
  }

  onRunComplete(_contexts, { testResults }) {
    const skipped = testResults.flatMap(({ testFilePath, testResults: tests }) =>
      tests
        .filter(({ status }) => status === 'pending')
        .map(({ fullName }) => ({ file: path.relative(ROOT, testFilePath).split(path.sep).join('/'), fullName })),
    );
    if (skipped.length === 0 || this.isPicked) return;
    const wants = wanting();
    const lacks = [...wants.folders, ...wants.office];
    process.stderr.write(`有 ${skipped.length} 项测试没有运行${lacks.length === 0 ? '' : `（本机没有 ${lacks.join('、')}）`}：\n`);
    process.stderr.write(`${skipped.map(({ file, fullName }) => `  ${file}：${fullName}`).join('\n')}\n`);
    const unused = skipped.filter(({ file }) => isWithoutReason(file, wants));
    if (unused.length > 0 && process.env.CI)
      this.error = new Error(`Tests were skipped although all they could want is here: ${unused.map(({ file }) => file).join(', ')}`);
  }

  getLastError() {
    return this.error;
  }
}

module.exports = Untested;
module.exports.isWithoutReason = isWithoutReason;
