import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { addressOf, messageIn, type Message } from '../../../src/entries/excel-message';
import { bookOf, sheetOf } from '../../support/sheets';
import { bookFrom, snapshotOf } from '../../hosts/excel/double/model';
import { World } from '../../hosts/excel/double/world';
import { inBrowser, ROOT, until } from '../support/browser';
import { openInExcel, type ExcelPage } from '../support/excel';
import { builtExcel, contents, sample } from './support';

const PICTURES = path.join(ROOT, '.tmp/excel');
mkdirSync(PICTURES, { recursive: true });

/** A form whose subtotal and total are blank. */
const blankTotals = (): World => new World(bookFrom(bookOf([sheetOf('评分表', blankLines())])));

function blankLines(): (string | number | null)[][] {
  return [
    ['项目支出绩效自评表'],
    ['一级指标', '二级指标', '三级指标', '分值', '年度指标值', '实际完成值', '得分'],
    ['产出指标', '数量指标', '培训人数', 50, '≥100人', '100人', 50],
    ['满意度指标', '服务对象满意度', '满意度', 40, '≥90%', '95%', 40],
    ['预算执行率', null, null, 10, null, '100%', 10],
    ['总分', null, null, 100, null, null, null],
  ];
}

interface OfficeWindow {
  readonly Office: {
    readonly actions: { readonly _association: { readonly m_mappings: Record<string, (event: { completed(): void }) => void> } };
  };
  done?: boolean;
}

/** Presses a button of the ribbon, as Excel does: by the name that the page has associated. */
async function press(excel: ExcelPage, name: string): Promise<void> {
  const key = name.toUpperCase();
  await until(
    excel.page,
    (wanted) => (window as unknown as Partial<OfficeWindow>).Office?.actions?._association.m_mappings[wanted] !== undefined,
    key,
    'the page has associated its functions',
  );
  await excel.page.evaluate((wanted) => {
    const here = window as unknown as OfficeWindow;
    here.done = false;
    here.Office.actions._association.m_mappings[wanted]!({
      completed: () => {
        here.done = true;
      },
    });
  }, key);
}

const completed = (excel: ExcelPage): Promise<void> =>
  until(excel.page, () => (window as unknown as OfficeWindow).done === true, null, 'the command has told Excel that it is done', 60_000);

/** What the nth dialog says. */
async function dialog(excel: ExcelPage, nth = 1): Promise<Message> {
  for (const end = Date.now() + 60_000; excel.dialogs.length < nth; await excel.page.waitForTimeout(40)) {
    if (Date.now() > end) throw new Error(`no dialog; the page says: ${excel.complaints.join('; ')}`);
  }
  return messageIn(excel.dialogs[nth - 1]!);
}

/** Presses a button, reads what it says, closes the dialog. */
async function run(excel: ExcelPage, name: string): Promise<Message> {
  const nth = excel.dialogs.length + 1;
  await press(excel, name);
  const message = await dialog(excel, nth);
  await excel.answer('no');
  await completed(excel);
  return message;
}

const quiet = ({ complaints, foreign }: ExcelPage): void => {
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
};

inBrowser('the ribbon of Excel without the pane', { folder: process.env['JIHE_FOLDER'] ?? builtExcel, brief: true }, (kit) => {
  test('审核 marks the cells in question and says how many; no value changes', async () => {
    const world = sample('项目自评_有误.xlsx');
    const before = contents(world);
    const excel = await openInExcel(kit, world, 'commands.html');
    const { headline, lines, buttons } = await run(excel, 'audit');
    expect(headline).toMatch(/^\d+ 项需更正或补填/);
    expect(lines.join()).toMatch(/已标注 \d+ 处单元格/);
    expect(buttons).toEqual(['关闭']);
    expect(world.book.sheets.flatMap((sheet) => sheet.rules).length).toBeGreaterThan(0);
    expect(contents(world)).toEqual(before);
    quiet(excel);
  });

  test('一键运算 fills blanks, touches no stated score, keeps the way back with the workbook; 清除 takes our traces away', async () => {
    const world = sample('部门整体自评_湛江2024.xlsx');
    const book = snapshotOf(world.book);
    const excel = await openInExcel(kit, world, 'commands.html');
    const { headline, lines } = await run(excel, 'recalc');
    expect([headline, lines.join()]).toEqual([expect.stringMatching(/^已写入 \d+ 处$|^没有需要补填的内容$/), expect.any(String)]);
    const after = snapshotOf(world.book);
    for (const [index, sheet] of book.sheets.entries()) {
      for (let row = 0; row < sheet.rows; row += 1) {
        for (const [col, cell] of sheet.cellsOfRow(row)) {
          if (cell.formula === undefined) expect([row, col, after.sheets[index]!.valueAt(row, col)]).toEqual([row, col, cell.value]);
        }
      }
    }
    quiet(excel);
  });

  test('一键运算 fills every score table of the workbook, whichever sheet is in front, and says where', async () => {
    const world = new World(
      bookFrom(bookOf([sheetOf('项目一', blankLines()), sheetOf('说明', [['填报说明']]), sheetOf('项目二', blankLines())])),
    );
    const excel = await openInExcel(kit, world, 'commands.html');
    const { headline, lines } = await run(excel, 'recalc');
    expect(headline).toBe('已写入 2 处');
    for (const name of ['项目一', '项目二'])
      expect([
        name,
        snapshotOf(world.book)
          .sheets.find((one) => one.name === name)!
          .valueAt(5, 6),
      ]).toEqual([name, 100]);
    expect(lines.join()).toMatch(/G6　总分：空白 → 100.*项目二!G6　总分：空白 → 100/);
    expect(lines.join()).not.toContain('没有运算');
    quiet(excel);
  });

  test('a protected form: open cells are written, locked ones named', async () => {
    const world = blankTotals();
    world.protect('评分表');
    const excel = await openInExcel(kit, world, 'commands.html');
    const { headline, lines } = await run(excel, 'recalc');
    expect(headline).toBe('没有写入');
    expect(lines.join()).toMatch(/锁定|保护/);
    quiet(excel);
  });

  test('in 审核 mode 一键运算 refuses with a sentence', async () => {
    const world = sample('项目自评_有误.xlsx');
    world.book.settings.set('jihe.mode', 'review');
    const before = contents(world);
    const excel = await openInExcel(kit, world, 'commands.html');
    const { headline, lines } = await run(excel, 'recalc');
    expect([headline, lines.join()]).toEqual(['没有写入', expect.stringContaining('审核模式')]);
    expect(contents(world)).toEqual(before);
  });

  test('清除绩核痕迹: nothing there; marks and settings; replies are asked about and kept on no', async () => {
    const world = sample('项目自评_有误.xlsx');
    const excel = await openInExcel(kit, world, 'commands.html');
    expect((await run(excel, 'clear')).headline).toBe('没有绩核留下的内容');
    await run(excel, 'audit');
    world.book.settings.set('jihe.mode', 'fill');
    const sheet = world.book.add('审核结果');
    sheet.names.set('_jihe_sheet', { formula: '="JIHE:1:审核结果:审核结果"', visible: false });
    ['序号', '单元格', '处理'].forEach((text, col) => (sheet.cell(0, col).value = text));
    ['1', 'H14', '□已更正'].forEach((text, col) => (sheet.cell(1, col).value = text));
    ['2', 'H15', '已更正为4.5'].forEach((text, col) => (sheet.cell(2, col).value = text));
    const asked = await (async () => {
      const nth = excel.dialogs.length + 1;
      await press(excel, 'clear');
      const question = await dialog(excel, nth);
      await excel.answer('no');
      expect((await dialog(excel, nth + 1)).headline).toBe('没有清除');
      await excel.answer('no');
      await completed(excel);
      return question;
    })();
    expect(asked).toMatchObject({ headline: '「审核结果」里有 1 处填写的内容，清除后不能恢复', buttons: ['清除', '保留'] });
    expect(world.book.sheet('审核结果')).toBeDefined();
    const nth = excel.dialogs.length + 1;
    await press(excel, 'clear');
    await dialog(excel, nth);
    await excel.answer('yes');
    const { headline, lines } = await dialog(excel, nth + 1);
    await excel.answer('no');
    await completed(excel);
    expect([headline, lines.join()]).toEqual(['已清除绩核痕迹', expect.stringMatching(/标注 \d+ 处.*「审核结果」.*已写入的数据没有改动/)]);
    expect(world.book.sheet('审核结果')).toBeUndefined();
    expect(world.book.settings.size).toBe(0);
    expect(world.book.sheets.flatMap((one) => one.rules)).toEqual([]);
    quiet(excel);
  });

  test('an Excel that is too old is told what else there is', async () => {
    const world = new World(sample('项目自评_有误.xlsx').book, { api: '1.8' });
    const excel = await openInExcel(kit, world, 'commands.html');
    const { headline, lines } = await run(excel, 'audit');
    expect([headline, lines.join()]).toEqual(['没有完成', expect.stringMatching(/工作台.*WPS.*命令行/)]);
  });

  test('somebody is typing in a cell', async () => {
    const world = sample('项目自评_有误.xlsx');
    const excel = await openInExcel(kit, world, 'commands.html');
    world.quirks.cellEdit = true;
    const { headline, lines } = await run(excel, 'audit');
    expect([headline, lines.join()]).toEqual(['没有完成', expect.stringContaining('正在编辑单元格')]);
  });

  test('the dialog: text stays text, Enter keeps, buttons answer', async () => {
    const address = addressOf(
      { headline: '<b>已写入 3 处</b>', lines: ['C5　数量：空 → 4.5', '另有 2 处'], buttons: ['清除', '保留'] },
      `${kit.origin()}/commands.html`,
    );
    const { page, complaints } = await kit.open(address, { viewport: { width: 400, height: 320 } });
    expect(await page.locator('h1').textContent()).toBe('<b>已写入 3 处</b>');
    expect(await page.locator('li').count()).toBe(2);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('保留');
    await page.screenshot({ path: path.join(PICTURES, 'dialog.png') });
    expect(complaints.filter((one) => !one.includes('Office'))).toEqual([]);
  });
});
