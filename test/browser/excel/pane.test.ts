import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { build, jihe } from '../../cli/program';
import { bookOf, sheetOf } from '../../support/sheets';
import { bookFrom } from '../../hosts/excel/double/model';
import { World, type Quirks } from '../../hosts/excel/double/world';
import { axe, inBrowser, ROOT, shot, until, type BrowserKit } from '../support/browser';
import { openInExcel, type ExcelPage } from '../support/excel';
import { builtExcel, contents, sample } from './support';

const SIZE = { viewport: { width: 320, height: 840 } };
const WRONG = '项目自评_有误.xlsx';
const CANNOT_TELL = ['external-link', 'evidence-missing'];

async function opened(kit: BrowserKit, world: World, more: object = {}): Promise<ExcelPage> {
  world.book.settings.set('jihe.mode', 'fill');
  const excel = await openInExcel(kit, world, 'taskpane.html', { ...SIZE, ...more });
  await until(excel.page, () => document.querySelector('.jh-verdict') !== null, null, 'the pane shows a verdict', 60_000);
  return excel;
}

const text = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);
const shows = (page: Page, wanted: string): Promise<void> =>
  until(page, (words) => document.body.innerText.includes(words), wanted, `「${wanted}」`, 60_000);
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const menu = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name }).click();
};
const quiet = ({ complaints, foreign }: ExcelPage): void => {
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
};

interface Entry {
  readonly findings: readonly { readonly code: string }[];
  readonly coverage: { readonly notApplicable: readonly { readonly code: string; readonly why?: string }[] };
}

/** The contract's entries, sorted, without the checks whose input Excel does not tell: links to other workbooks, pictures. */
function told(json: string): string {
  const entries = JSON.parse(json) as readonly Entry[];
  const text = entries.map(({ coverage, findings, ...rest }) => {
    const { notApplicable, ...ran } = coverage;
    return JSON.stringify({
      ...rest,
      findings: findings
        .filter(({ code }) => !CANNOT_TELL.includes(code))
        .map((one) => JSON.stringify(one))
        .sort(),
      notApplicable: notApplicable
        .filter(({ code }) => !CANNOT_TELL.includes(code))
        .map((one) => JSON.stringify(one))
        .sort(),
      ran: Object.keys(ran),
    });
  });
  return text.sort().join('\n');
}

inBrowser('the pane in Excel', { folder: process.env['JIHE_FOLDER'] ?? builtExcel, brief: true }, (kit) => {
  test('open → audit → locate → fix → 运算 → 撤销 → 小结 → 清除绩核痕迹', async () => {
    const world = sample(WRONG);
    const before = contents(world);
    const excel = await opened(kit, world);
    const { page } = excel;
    await shows(page, '6 项需更正或补填');
    await shot(page, 'excel-pane');
    expect(await axe(page)).toEqual([]);

    await button(page, '定位').first().click();
    await until(page, () => true, null);
    await expectSoon(() => world.book.selection?.address === 'I6', 'I6 is selected');

    await button(page, '改为 9.47').click();
    await shows(page, '已复查，少 1 项');
    expect(world.book.sheets[0]!.at(5, 8)!.value).toBe(9.47);

    await button(page, '运算').click();
    await shows(page, '写入后可以撤销');
    await shot(page, 'excel-plan');
    await page.getByRole('button', { name: /^写入 \d+ 处$/ }).click();
    await shows(page, '已写入');
    const written = contents(world);
    expect(written).not.toEqual(before);
    await shot(page, 'excel-written');
    await button(page, '撤销写入').click();
    await expectSoon(() => world.book.sheets[0]!.at(24, 7)!.value === 89.73, 'the total is what it was');

    await page.getByRole('tab', { name: '小结' }).click();
    await shows(page, '填报框');
    await page.getByRole('button', { name: '写入「自评小结」表' }).click();
    await expectSoon(() => world.book.sheet('自评小结') !== undefined, 'the sheet 自评小结 is there');

    await page.getByRole('tab', { name: /^问题/ }).click();
    await menu(page, '标注到表内');
    await expectSoon(() => world.book.sheets[0]!.rules.length > 0, 'cells are marked');
    await menu(page, '清除绩核痕迹…');
    await button(page, '清除绩核痕迹').click();
    await button(page, '清除').click();
    await expectSoon(
      () => world.book.sheet('自评小结') === undefined && world.book.sheets.every((sheet) => sheet.rules.length === 0),
      'our traces are gone',
    );
    expect(world.book.sheets[0]!.at(5, 8)!.value).toBe(9.47);
    quiet(excel);
  });

  test('what the pane exports is what `check --format json` says, byte for byte', async () => {
    build();
    for (const name of [WRONG, '部门整体自评_湛江2024.xlsx']) {
      const excel = await opened(kit, sample(name));
      const saved = excel.page.waitForEvent('download');
      await menu(excel.page, '导出审核数据（JSON）');
      const exported = readFileSync(await (await saved).path(), 'utf8');
      const { stdout } = jihe(['check', name, '--format', 'json', '--quiet'], path.join(ROOT, 'samples'));
      expect(told(exported)).toBe(told(stdout));
      expect(exported).toContain('看不到外部链接，未检查');
      quiet(excel);
    }
  });

  test('Microsoft’s library is handed on as it came, byte for byte; licences of all that is built in can be read', async () => {
    const folder = process.env['JIHE_FOLDER'] ?? path.join(ROOT, 'dist/excel');
    const { LIBRARY_FILES } = createRequire(__filename)(path.join(ROOT, 'scripts/webpack/excel.cjs')) as {
      LIBRARY_FILES: readonly string[];
    };
    expect(LIBRARY_FILES).toContain('office.js');
    for (const name of LIBRARY_FILES) {
      const [ours, theirs] = [path.join(folder, 'office', name), path.join(ROOT, 'node_modules/@microsoft/office-js/dist', name)];
      expect([name, readFileSync(ours).equals(readFileSync(theirs))]).toEqual([name, true]);
    }
    const { page } = await opened(kit, sample(WRONG));
    await menu(page, '设置');
    await button(page, '许可').click();
    await until(page, () => document.querySelector('.jh-licences') !== null, null, 'the licences');
    const licences = (await page.locator('.jh-licences').textContent()) ?? '';
    for (const name of ['react ', 'react-dom ', '@fluentui/react-components ', 'decimal.js ', 'fflate ', '@microsoft/office-js '])
      expect([name, licences.includes(`\n${name}`)]).toEqual([name, true]);
  });

  test('what a person types is checked anew; the selection in the sheet opens its row', async () => {
    const world = sample(WRONG);
    const excel = await opened(kit, world);
    await shows(excel.page, '6 项需更正或补填');
    world.type(world.book.sheets[0]!.name, 5, 8, 9.47);
    await shows(excel.page, '已复查，少 1 项');
    world.selectByHand(world.book.sheets[0]!.name, 'H14');
    await until(
      excel.page,
      () => document.querySelector('.jh-row.is-open')?.textContent?.includes('H14') === true,
      null,
      'the row of H14 is open',
    );
    quiet(excel);
  });

  test('the workbook changed under us: nothing is written, and it is said', async () => {
    const world = sample(WRONG);
    const excel = await opened(kit, world);
    await shows(excel.page, '6 项需更正或补填');
    // Somebody whose change Excel does not tell of.
    world.book.sheets[0]!.cell(5, 8).value = 9.1;
    await button(excel.page, '改为 9.47').click();
    await shows(excel.page, '没有写入');
    expect(world.book.sheets[0]!.at(5, 8)!.value).toBe(9.1);
  });

  test('somebody is typing in a cell: it is said, and works afterwards', async () => {
    const world = sample(WRONG);
    const excel = await opened(kit, world);
    await shows(excel.page, '6 项需更正或补填');
    world.quirks.cellEdit = true;
    await button(excel.page, '改为 9.47').click();
    await shows(excel.page, '回车');
    await shot(excel.page, 'excel-editing');
    world.quirks.cellEdit = false;
    await button(excel.page, '改为 9.47').click();
    await expectSoon(() => world.book.sheets[0]!.at(5, 8)!.value === 9.47, 'it is written');
  });

  test('a protected form: audited, open cells written, locked ones listed, marks left to the pane', async () => {
    const world = sample(WRONG);
    const { name } = world.book.sheets[0]!;
    world.unlock(name, { top: 5, left: 8, bottom: 5, right: 8 });
    world.protect(name);
    const excel = await opened(kit, world);
    const { page } = excel;
    await shows(page, '6 项需更正或补填');
    await button(page, '改为 9.47').click();
    await expectSoon(() => world.book.sheets[0]!.at(5, 8)!.value === 9.47, 'the open cell is written');
    await button(page, '运算').click();
    await shows(page, '未写');
    expect(await page.locator('.jh-plan h1').textContent()).toBe('没有能写入的');
    await shot(page, 'excel-protected');
    await button(page, '返回').click();
    await menu(page, '标注到表内');
    await shows(page, '受保护');
    expect(world.book.sheets[0]!.rules).toEqual([]);
    expect(world.book.sheets[0]!.protection.protected).toBe(true);
    quiet(excel);
  });

  test.each([['1.8'], ['1.12']])('Excel at ExcelApi %s: what else there is', async (api) => {
    const excel = await openInExcel(kit, worldAt(WRONG, { api }), 'taskpane.html', SIZE);
    await shows(excel.page, '工作台');
    expect(await text(excel.page)).toMatch(/这里不能使用绩核.*Excel 2021.*工作台.*WPS.*命令行/s);
    expect(await button(excel.page, '重新审核').count()).toBe(0);
    await shot(excel.page, 'excel-too-old');
    quiet(excel);
  });

  test('several hundred findings: the list stands, keys work, marks go in two syncs', async () => {
    const world = new World(bookFrom(bookOf([sheetOf('评分表', manyWrong(300))])));
    const excel = await opened(kit, world);
    const { page } = excel;
    await until(page, () => document.querySelectorAll('.jh-row').length > 200, null, 'more than 200 rows', 60_000);
    excel.bridge.reset();
    await menu(page, '标注到表内');
    await expectSoon(() => world.book.sheets[0]!.rules.length > 0, 'cells are marked');
    const marking = excel.bridge.exchanges.filter((one) => one.members.some((member) => member.startsWith('ConditionalFormatRule')));
    expect(marking).toHaveLength(1);
    expect(Math.max(...excel.bridge.exchanges.map((one) => one.request))).toBeLessThan(2_000_000);
    await shot(page, 'excel-many');
    quiet(excel);
  });

  test('dark as Excel is dark; where Excel fails at telling, the system decides', async () => {
    const dark = await opened(kit, sample(WRONG), { theme: 'dark', colorScheme: 'light' });
    await shows(dark.page, '6 项需更正或补填');
    await shot(dark.page, 'excel-pane-dark');
    expect(await background(dark.page)).toBeLessThan(80);
    const system = await opened(kit, sample(WRONG), { theme: null, colorScheme: 'dark' });
    await shows(system.page, '6 项需更正或补填');
    expect(await background(system.page)).toBeLessThan(80);
  });

  test('a write from the ribbon is followed by the open pane', async () => {
    const world = sample(WRONG);
    const excel = await opened(kit, world);
    await shows(excel.page, '6 项需更正或补填');
    const ribbon = await openInExcel(kit, world, 'commands.html');
    world.book.sheets[0]!.cell(5, 8).value = 9.8;
    await until(ribbon.page, () => 'Excel' in window, null);
    await ribbon.page.evaluate(async () => {
      const { Excel } = window as unknown as { Excel: { run(work: (context: RibbonContext) => Promise<void>): Promise<void> } };
      interface RibbonContext {
        readonly workbook: { readonly worksheets: { getActiveWorksheet(): { getRange(address: string): { values: unknown } } } };
        sync(): Promise<void>;
      }
      await Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange('I6').values = [[9.47]];
        await context.sync();
      });
    });
    await shows(excel.page, '已复查，少 1 项');
  });
});

function worldAt(name: string, quirks: Partial<Quirks>): World {
  return new World(sample(name).book, quirks);
}

async function expectSoon(holds: () => boolean, what: string): Promise<void> {
  for (const end = Date.now() + 60_000; !holds(); await new Promise((resolve) => setTimeout(resolve, 30))) {
    if (Date.now() > end) throw new Error(`not within 20 s: ${what}`);
  }
}

/** How light the page is: 0 black, 255 white. */
function background(page: Page): Promise<number> {
  return page.evaluate(() => {
    const color = getComputedStyle(document.querySelector('.jh-pane')!).backgroundColor;
    const [red = 255, green = 255, blue = 255] = (color.match(/\d+/g) ?? []).map(Number);
    return (red + green + blue) / 3;
  });
}

/** Indicators of which every other one has full marks without meeting its target, and the rest too few without a reason. */
function manyWrong(count: number): (string | number | null)[][] {
  const rows = Array.from({ length: count }, (_, n) => {
    const met = n % 2 === 0;
    return [
      '产出指标',
      '数量指标',
      `第${n + 1}项任务`,
      0.3,
      `≥${100 + n}人`,
      `${(met ? 120 : 90) + n}人`,
      met ? 0.1 + (n % 7) / 100 : 0.3,
      null,
    ];
  });
  const head = ['一级指标', '二级指标', '三级指标', '分值', '年度指标值', '实际完成值', '得分', '偏差原因分析及改进措施'];
  return [['项目支出绩效自评表'], head, ...rows, ['总分', null, null, 90, null, null, 300, null]];
}
