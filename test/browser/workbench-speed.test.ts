/** What a check costs the page: its thread is never held, whatever the sheet. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { Workbook } from 'exceljs';
import type { Page } from 'playwright-core';
import { inBrowser, longestTask, ROOT, until } from './support/browser';
import { builtWorkbench, openBench, type Bench } from './support/workbench';

/**
 * Milliseconds of a task of the page's thread; people feel 100. Processor time grows twofold with what else the machine does: only a halt
 * fails here, the figure is printed.
 */
const HALT = 250;
const ATTEMPTS = 3;

/** Long tasks by the browser's own word, from the first script on. */
async function watchTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: number[] = [];
    Object.assign(window, { longTasks: seen });
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => seen.push(duration))).observe({ type: 'longtask' });
  });
}

const tasks = (page: Page): Promise<number[]> => page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks.splice(0));

/** Scores of rows that go wrong in turn: over the 分值, no text, an unexplained deduction, blank. */
const SCORES: readonly unknown[] = [5, 6, 4, '合格', null, 5, 5.5];

/** A score table of many rows, half of them with something to say. */
async function longBook(rows: number): Promise<Uint8Array> {
  const book = new Workbook();
  const sheet = book.addWorksheet('评分表');
  sheet.columns = [8, 14, 16, 30, 10, 12, 12, 10, 30].map((width) => ({ width }));
  sheet.addRow(['序号', '一级指标', '二级指标', '三级指标', '分值', '指标值', '完成值', '得分', '偏差原因分析及改进措施']);
  for (let row = 1; row <= rows; row += 1) {
    sheet.addRow([
      row,
      '产出指标',
      row % 2 === 0 ? '数量指标' : '质量指标',
      `第${row}项工作完成数`,
      5,
      `≥${row + 7}件`,
      `${row + (row % 3) * 4}件`,
      SCORES[row % 7],
      row % 11 === 0 ? '无' : '',
    ]);
  }
  sheet.addRow(['总分', null, null, null, rows * 5, null, null, rows * 4]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** What the head of the pane counts; null before the first check. */
const counted = (page: Page): Promise<number | null> =>
  page.evaluate(() => {
    const counts = /(\d+) 项需更正或补填(?:另有 (\d+) 项)?/.exec(document.querySelector('.jh-verdict')?.textContent ?? '');
    return counts === null ? null : Number(counts[1]) + Number(counts[2] ?? 0);
  });

async function counting(page: Page, other: number | null, what: string): Promise<number> {
  for (const end = Date.now() + 60_000; Date.now() < end; await page.waitForTimeout(20)) {
    const now = await counted(page);
    if (now !== null && now !== other) return now;
  }
  throw new Error(`not within a minute: ${what}`);
}

/** Bytes of the page's own script as they travel; the core is in its worker and nowhere else. */
const MOST_BYTES = 320_000;

inBrowser('what a check costs the page', { folder: builtWorkbench }, (kit) => {
  /** Opens the page and asks for the mode; what is still going on then is not what is measured. */
  async function opened(): Promise<Bench> {
    const bench = await openBench(kit, { before: watchTasks, fonts: false });
    await bench.page.getByText('我填的表').click();
    await bench.page.waitForTimeout(500);
    await tasks(bench.page);
    return bench;
  }

  test('the page’s own script does not hold the core', () => {
    const bytes = gzipSync(readFileSync(path.join(ROOT, 'dist/workbench/workbench.js'))).length;
    process.stdout.write(`workbench.js ${Math.round(bytes / 1000)} KB gzip\n`);
    expect(bytes).toBeLessThan(MOST_BYTES);
  });

  test('the first check of the page holds it for less than is felt', async () => {
    const longest = await best(async () => {
      const { page } = await opened();
      const task = await longestTask(page, async () => {
        await page.reload();
        await until(page, () => document.querySelector('.jh-verdict') !== null, null, 'the first verdict');
        await page.waitForTimeout(300);
      });
      const walls = await tasks(page);
      await page.context().close();
      return { task, say: `from the first script to the verdict ${Math.round(task)} ms (long by the clock: ${rounded(walls)})` };
    });
    expect(longest).toBeLessThan(HALT);
  });

  test('the first check of 2,000 rows with 2,000 findings, and a correction in them, hold the page for less than is felt', async () => {
    const bytes = await longBook(2000);
    const longest = await best(async () => {
      const bench = await opened();
      const { page } = bench;
      const sampleCount = await counted(page);
      const task = await longestTask(page, async () => {
        await bench.file('大.xlsx', bytes);
        const found = await counting(page, sampleCount, 'the verdict');
        expect(found).toBeGreaterThan(1500);
        await until(page, (all) => document.querySelectorAll('.jh-row').length >= all, found, 'all rows are drawn', 60_000);
        // Row 3 met its target and has 4 of 5 points without a word of why.
        await bench.click('H3');
        await bench.type('5');
        await bench.press('Enter');
        expect(await counting(page, found, 'checked again')).toBeLessThan(found);
        await page.waitForTimeout(300);
      });
      const walls = await tasks(page);
      await page.context().close();
      return { task, say: `2,000 rows opened, checked, corrected ${Math.round(task)} ms (long by the clock: ${rounded(walls)})` };
    });
    expect(longest).toBeLessThan(HALT);
  });

  test('two thousand rows are opened, drawn, scrolled through and walked in without being felt', async () => {
    const bytes = await largeBook(2000);
    let longest = Infinity;
    // Processor time grows twofold with what else the machine does, so here only what would be felt as a halt fails; the goal of 100 ms on a
    // quiet machine is read from the line below.
    for (let attempt = 0; attempt < 2 && longest > 200; attempt += 1) longest = Math.min(longest, await walkThrough(bytes));
    process.stdout.write(`longest task over 2,000 rows: ${Math.round(longest)} ms of processor time\n`);
    expect(longest).toBeLessThanOrEqual(200);
  });

  async function walkThrough(bytes: Uint8Array): Promise<number> {
    const one = await openBench(kit);
    const { page } = one;
    const longest = await longestTask(page, async () => {
      await one.file('大.xlsx', bytes);
      await until(page, () => document.querySelectorAll('.sheet-canvas tr').length > 2000, null, 'all rows are drawn', 60_000);
      for (let at = 0; at <= 10; at += 1) {
        await page.evaluate((share) => {
          const scroller = document.querySelector('.sheet-scroll') as HTMLElement;
          scroller.scrollTop = scroller.scrollHeight * share;
        }, at / 10);
        await page.waitForTimeout(60);
      }
      await one.press('Control+End', 'ArrowUp', 'PageUp', 'Control+Home', 'ArrowDown', 'ArrowDown');
      await one.click('G10');
      await one.type('3.5');
      await one.press('Enter');
      await page.waitForTimeout(200);
    });
    expect(await one.text('G2001')).toBe(String(4.5 * 1999 - 1));
    await page.context().close();
    return longest;
  }
});

const rounded = (walls: readonly number[]): string => walls.map((one) => Math.round(one)).join(' ') || 'none';

/** Processor time grows with what else the machine does, too: the best of a few attempts counts. */
async function best(attempt: () => Promise<{ readonly task: number; readonly say: string }>): Promise<number> {
  let least = Infinity;
  for (let at = 0; at < ATTEMPTS && least >= HALT; at += 1) {
    const { task, say } = await attempt();
    process.stdout.write(`longest task, ${say}\n`);
    least = Math.min(least, task);
  }
  return least;
}

/** A score table of many rows: merges down the first columns, wrapped texts, borders, a formula a row, a total. */
async function largeBook(rows: number): Promise<Uint8Array> {
  const book = new Workbook();
  const sheet = book.addWorksheet('评分表');
  const line = { style: 'thin' as const };
  const border = { top: line, right: line, bottom: line, left: line };
  sheet.columns = [8, 14, 16, 30, 10, 40, 10, 40, 16].map((width) => ({ width }));
  sheet.addRow(['序号', '一级指标', '二级指标', '三级指标', '分值', '评分标准', '得分', '说明', '占比']);
  for (let row = 2; row <= rows; row += 1) {
    sheet.addRow([
      row - 1,
      '产出',
      '数量指标',
      `指标${row}`,
      5,
      '①按期完成得3分；②质量合格得2分，每发现一例扣0.5分，扣完为止。',
      4.5,
      '已按计划完成，材料齐全。',
      { formula: `G${row}/E${row}`, result: 0.9 },
    ]);
  }
  for (let row = 2; row + 4 <= rows; row += 5) sheet.mergeCells(`C${row}:C${row + 4}`);
  sheet.addRow(['合计', null, null, null, null, null, { formula: `SUM(G2:G${rows})`, result: 4.5 * (rows - 1) }]);
  sheet.eachRow((row) =>
    row.eachCell({ includeEmpty: true }, (cell) => {
      cell.border = border;
      cell.alignment = { wrapText: true, vertical: 'middle' };
      cell.font = { name: '宋体', size: 10 };
    }),
  );
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
  return new Uint8Array(await book.xlsx.writeBuffer());
}
