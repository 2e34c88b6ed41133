import { readXlsx } from '../../src/hosts/file';
import { legacyBytes } from '../support/legacy-bytes';
import { xlsxOf } from '../support/ooxml';
import { unzipParts } from '../support/unzip';
import { axe, inBrowser, shot, until } from './support/browser';
import { builtWorkbench, openBench, sample, withHelpers, type Bench } from './support/workbench';

const FAULTY = '项目自评_有误.xlsx';

/** Whether the page keeps unsaved work on a file of that name. Runs in the page. */
const keptIs = (name: string): Promise<boolean> =>
  new Promise((resolve) => {
    const request = indexedDB.open('jihe');
    request.onerror = () => resolve(false);
    // Opened before the page made it, it is left as it was: without a version.
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onsuccess = () => {
      const database = request.result;
      const kept: IDBRequest<{ readonly name: string } | undefined> = database.transaction('kept').objectStore('kept').get('last');
      kept.onsuccess = () => {
        database.close();
        resolve(kept.result?.name === name);
      };
    };
  });

/** A1=1 A2=2 A3=SUM(A1:A2); B1 a function nobody here knows over A3; row 4 hidden; a merge C1:D2. */
const SMALL = xlsxOf({
  sheets: [
    `<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>NOTKNOWN(A3)</f><v>7</v></c><c r="C1" t="inlineStr"><is><t>合并</t></is></c></row>
   <row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><f>SUM(A1:A2)</f><v>3</v></c><c r="B3" t="inlineStr"><is><t>&lt;img src=x onerror="document.title=1"&gt;</t></is></c></row>
   <row r="4" hidden="1"><c r="A4"><v>4</v></c></row><row r="5"><c r="A5"><v>5</v></c></row></sheetData><mergeCells><mergeCell ref="C1:D2"/></mergeCells>`,
  ],
});

inBrowser('the sheet of the workbench', { folder: builtWorkbench, brief: true }, (kit) => {
  const bench = async (options: Parameters<typeof openBench>[1] = {}): Promise<Bench> =>
    openBench(kit, { before: withHelpers, fonts: false, ...options });

  /** One page in which each test opens a file of its own, as people do: nothing of the one before is left. */
  let shared: Promise<Bench> | undefined;
  let opened = 0;
  const opening = async (name: string, bytes: Uint8Array): Promise<Bench> => {
    shared ??= bench({ stays: true, permissions: ['clipboard-read', 'clipboard-write'] });
    const one = await shared;
    const isChanged = (await one.state()) === '已改动';
    const ready = one.file(name, bytes);
    if (isChanged) await one.page.getByRole('button', { name: '不另存，打开新文件' }).click();
    await ready;
    expect(await one.state()).not.toBe('已改动');
    expect(one.complaints).toEqual([]);
    return one;
  };
  /** Under a new name each time: what is drawn is known by it. */
  const small = (): Promise<Bench> => opening(`小${(opened += 1)}.xlsx`, SMALL);

  it('draws a file as it looks, and asks nobody for anything', async () => {
    const one = await bench({ fonts: true });
    await one.file(FAULTY, sample(FAULTY));
    expect(await one.text('A1')).toBe('项目支出绩效自评表');
    expect(await one.text('H14')).toBe('6.00');
    expect(await one.text('H6')).toMatch(/%$/);
    const fill = await one.page.evaluate(() => getComputedStyle(document.getElementById('cell-11-0') as HTMLElement).backgroundColor);
    expect(fill).toBe('rgb(220, 230, 241)');
    await shot(one.page, 'sheet-light');
    expect(await axe(one.page)).toEqual([]);
    expect(one.complaints).toEqual([]);
    expect(one.foreign).toEqual([]);
  });

  it('in the dark the page is dark and the sheet white', async () => {
    const one = await bench({ fonts: true, colorScheme: 'dark' });
    await one.file(FAULTY, sample(FAULTY));
    const colours = await one.page.evaluate(() =>
      ['.page-head', '.sheet-canvas'].map((name) => getComputedStyle(document.querySelector(name) as HTMLElement).backgroundColor),
    );
    expect(colours).toEqual(['rgb(31, 31, 31)', 'rgb(255, 255, 255)']);
    await shot(one.page, 'sheet-dark');
    expect(await axe(one.page)).toEqual([]);
  });

  it('takes what is typed: Enter, Tab, arrows, F2, Escape, Delete, undo, redo', async () => {
    const one = await small();
    expect(await one.state()).toBe('未改动');
    await one.click('A1');
    await one.type('10');
    await one.press('Enter');
    expect([await one.text('A1'), await one.text('A3'), await one.active(), await one.state()]).toEqual(['10', '12', 'A2', '已改动']);
    // A formula that only Excel can compute says so.
    expect(await one.text('B1')).toBe('待计算');
    await one.press('F2');
    await one.type('5');
    await one.press('Tab');
    expect([await one.text('A2'), await one.text('A3'), await one.active()]).toEqual(['25', '35', 'B2']);
    await one.press('ArrowLeft');
    await one.type('9');
    await one.press('Escape');
    expect([await one.text('A2'), await one.active()]).toEqual(['25', 'A2']);
    await one.press('Delete');
    expect([await one.text('A2'), await one.text('A3')]).toEqual(['', '10']);
    await one.press('Control+z');
    expect([await one.text('A2'), await one.text('A3')]).toEqual(['25', '35']);
    await one.press('Control+z', 'Control+z');
    expect([await one.text('A1'), await one.text('A3'), await one.text('B1')]).toEqual(['1', '3', '7']);
    await one.press('Control+z');
    expect(await one.page.locator('.sheet-said').textContent()).toContain('没有可撤销');
    await one.press('Control+y');
    expect([await one.text('A1'), await one.text('A3')]).toEqual(['10', '12']);
    expect(one.complaints).toEqual([]);
  });

  it('typing begins by itself, an arrow ends it; a second key does not lose the first', async () => {
    const one = await small();
    await one.click('E2');
    await one.type('优秀 ok');
    await one.press('ArrowDown');
    expect([await one.text('E2'), await one.active()]).toEqual(['优秀 ok', 'E3']);
    await one.type('1-2');
    await one.press('ArrowDown');
    expect(await one.text('E3')).toBe('1-2');
  });

  it('Chinese composed with an input method arrives whole', async () => {
    const one = await small();
    await one.click('E1');
    const session = await one.page.context().newCDPSession(one.page);
    for (const text of ['y', 'yu', 'yu su', 'yu suan'])
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    expect(await one.page.locator('.sheet-input').inputValue()).toBe('yu suan');
    // The key that picks a word does not end the cell.
    await one.page.evaluate(() =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true })),
    );
    await session.send('Input.insertText', { text: '预算执行率' });
    await one.type('95');
    await one.press('Enter');
    expect([await one.text('E1'), await one.active()]).toEqual(['预算执行率95', 'E2']);
  });

  it('moves as in Excel: over merges and hidden rows, to the edges, ranges, the rows’ ends', async () => {
    const one = await small();
    await one.click('B1');
    await one.press('ArrowRight');
    expect(await one.active()).toBe('C1');
    await one.press('ArrowRight');
    expect(await one.active()).toBe('E1');
    await one.press('Home');
    expect(await one.active()).toBe('A1');
    await one.press('Control+ArrowDown');
    expect(await one.active()).toBe('A5');
    await one.press('ArrowUp');
    expect(await one.active()).toBe('A3');
    await one.press('Control+Home', 'Shift+ArrowDown', 'Shift+ArrowRight');
    expect(await one.page.locator('td[aria-selected="true"]').count()).toBe(4);
    // A range never cuts a merge.
    await one.press('Shift+ArrowRight');
    expect(await one.page.evaluate(() => document.getElementById('cell-0-2')?.getAttribute('aria-selected'))).toBe('true');
    await one.press('Control+End');
    expect(await one.active()).toBe('C5');
    await one.click('A1');
    await one.press('F8');
    expect(await one.page.locator('.sheet-said').textContent()).toBe('表内没有标注。');
  });

  it('copies and pastes blocks: within the sheet values in full, from elsewhere what they mean', async () => {
    const one = await small();
    await one.click('A1');
    await one.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+c');
    await one.click('F1');
    await one.press('Control+v');
    expect([await one.text('F1'), await one.text('F2'), await one.text('F3')]).toEqual(['1', '2', '3']);
    await one.page.evaluate(() => navigator.clipboard.writeText('9.5\t已说明\n"两\n行"\t95%'));
    await one.click('E2');
    await one.press('Control+v');
    expect([await one.text('E2'), await one.text('F2'), await one.text('E3'), await one.text('F3')]).toEqual([
      '9.5',
      '已说明',
      '两\n行',
      '95%',
    ]);
    await one.press('Control+z');
    expect([await one.text('E2'), await one.text('F2')]).toEqual(['', '2']);
    // One value fills a range.
    await one.page.evaluate(() => navigator.clipboard.writeText('8'));
    await one.click('E1');
    await one.press('Shift+ArrowDown', 'Control+v');
    expect([await one.text('E1'), await one.text('E2')]).toEqual(['8', '8']);
    expect(one.complaints).toEqual([]);
  });

  it('saves a copy in which all that nobody touched is as it was, byte for byte', async () => {
    const before = sample(FAULTY);
    const one = await opening(FAULTY, before);
    await one.click('I6');
    await one.type('9.47');
    await one.press('Enter');
    const { name, bytes } = await one.saved();
    expect(name).toBe('项目自评_有误_副本.xlsx');
    const parts = unzipParts(bytes);
    const differing = [...unzipParts(before)]
      .filter(([part, content]) => !Buffer.from(content).equals(Buffer.from(parts.get(part) ?? [])))
      .map(([part]) => part);
    expect(differing.filter((part) => part !== 'xl/workbook.xml')).toEqual(['xl/worksheets/sheet1.xml']);
    expect(readXlsx(bytes).sheets[0]!.valueAt(5, 8)).toBe(9.47);
    expect(await one.state()).toBe('未改动');
  });

  it('texts of a file are texts', async () => {
    const one = await small();
    expect(await one.text('B3')).toContain('<img src=x');
    expect(await one.page.locator('.sheet-canvas img').count()).toBe(0);
  });

  it('shows old formats plainly and never edits them', async () => {
    const one = await opening('旧.xls', legacyBytes('biff8'));
    expect(await one.page.locator('.page-note').textContent()).toContain('旧格式只能查看，请另存为 .xlsx 后修改');
    await one.click('A1');
    const was = await one.text('A1');
    await one.type('7');
    expect(await one.page.locator('.sheet-said').textContent()).toContain('旧格式只能查看');
    await one.press('Enter');
    expect(await one.text('A1')).toBe(was);
    expect(one.complaints).toEqual([]);
  });

  it('in 审核 nobody types into the unit’s cells, by any path', async () => {
    const one = await bench();
    await one.page.getByRole('button', { name: /收到的表/ }).click();
    await one.file(FAULTY, sample(FAULTY));
    await until(one.page, () => document.querySelector('td[data-mark]') !== null, null, 'the first audit');
    for (const a1 of ['H14', 'I18', 'D13']) {
      const was = await one.text(a1);
      await one.click(a1);
      await one.type('3');
      await one.press('Enter');
      await one.click(a1);
      await one.press('Delete', 'F2', 'Enter');
      expect([a1, await one.text(a1)]).toEqual([a1, was]);
    }
    expect(await one.state()).toBe('未改动');
    await one.click('H14');
    await one.type('3');
    expect(await one.page.locator('.sheet-said').textContent()).toContain('审核模式');
  });

  it('says what is wrong with a file that is no workbook, and keeps the one that is open', async () => {
    const one = await small();
    const [chooser] = await Promise.all([
      one.page.waitForEvent('filechooser'),
      one.page.getByRole('button', { name: '打开', exact: true }).click(),
    ]);
    await chooser.setFiles({ name: '报告.xlsx', mimeType: '', buffer: Buffer.from('PK\x03\x04 half a file') });
    await until(one.page, () => document.querySelector('.page-note p')?.textContent?.includes('没有打开') === true, null);
    expect(await one.page.locator('.page-note').textContent()).toContain('报告.xlsx');
    expect(await one.text('A1')).not.toBe('');
  });

  it('asks before changes are lost, and gives back what a crash took', async () => {
    const one = await bench();
    await one.file('小.xlsx', SMALL);
    await one.click('A1');
    await one.type('77');
    await one.press('Enter');
    await until(one.page, keptIs, '小.xlsx', 'what was typed is kept');
    await one.page.goto('about:blank');
    await one.page.goto(`${one.origin}/`);
    await until(one.page, () => document.querySelector('.page-note p')?.textContent?.includes('没有另存') === true, null);
    expect(await one.page.locator('.page-note').textContent()).toContain('只留在本机浏览器中');
    await one.page.getByRole('button', { name: '恢复', exact: true }).click();
    await until(one.page, () => document.querySelector('.page-file')?.textContent === '小.xlsx', null);
    expect([await one.text('A1'), await one.text('A3'), await one.state()]).toEqual(['77', '79', '已改动']);
    const [chooser] = await Promise.all([
      one.page.waitForEvent('filechooser'),
      one.page.getByRole('button', { name: '打开', exact: true }).click(),
    ]);
    await chooser.setFiles({ name: '另一份.xlsx', mimeType: '', buffer: Buffer.from(SMALL) });
    await one.page.getByRole('button', { name: '留在这里' }).click();
    expect(await one.text('A1')).toBe('77');
  });
});
