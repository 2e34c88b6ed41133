/** @jest-environment jsdom */
import { act } from 'react';
import type { OpenState } from '../../src/open-workbook/state';
import type { ShellParts } from '../../src/taskpane';
import { FakeOpen } from './support/fake-open';
import { render, type Rendered } from './support/render';
import { SCENES } from './support/scenes';
import { ALL_CLEAR, FINDINGS, PLAN, SCORES, addr, audit, cell, finding, narrative, score, table } from './support/views';

let shown: Rendered;
let open: FakeOpen;

async function show(state: Partial<OpenState> = {}, parts: Partial<ShellParts> = {}): Promise<void> {
  open = new FakeOpen(state);
  shown = await render(open, parts);
}

const set = (change: Partial<OpenState>) => act(async () => open.set(change));
const openRow = () => shown.all('.jh-row.is-open .jh-row-head')[0];
const openAddress = () => openRow()?.querySelector('.jh-gutter')?.textContent ?? null;
const focused = () => document.activeElement?.querySelector('.jh-gutter')?.textContent ?? document.activeElement?.textContent ?? '';
const said = () => shown.all('[data-said]')[0]!.textContent!.trim();
const row = (a1: string) => shown.all('.jh-row-head').find((one) => one.querySelector('.jh-gutter')?.textContent === a1)!;

afterEach(() => shown.destroy());

describe('what stands there', () => {
  it('head, verdict, figures, note, tabs, groups, foot: in the words of the design', async () => {
    await show();
    expect(shown.all('h1').map((one) => one.textContent)).toEqual(['项目自评 · 2024']);
    expect(shown.all('.jh-unit')[0]!.textContent).toBe('示例市政务服务中心');
    expect(shown.all('.jh-verdict-sentence')[0]!.textContent).toBe('6 项需更正或补填');
    expect(shown.all('.jh-figures > div').map((one) => one.textContent)).toEqual(['自评分 · 优89.73', '重算分 · 良88.40', '差额−1.33']);
    expect(shown.all('.jh-note')[0]!.textContent).toBe('可计算 72 分，相差 −1.33；另 4 项（28 分）须人工评定，暂按自评分计入');
    expect(shown.all('.jh-tabs [role=tab]').map((one) => one.textContent)).toEqual(
      ['问题 8', '得分', '小结'].map((text) => expect.stringContaining(text)),
    );
    expect(shown.all('h2').map((one) => one.textContent)).toEqual(['必须更正 6', '需要说明 2', '参考 1', '已通过 3不适用 1']);
    expect(shown.all('.jh-foot-state')[0]!.textContent).toBe('改动后自动复查');
    expect(shown.text()).toContain('辅助核对结果，不作为评价结论，以财政部门复核为准');
    expect(shown.text()).toContain('对照「项目支出绩效自评表（全国通用版式）」（依公开资料整理，非官方文本）');
  });

  it('every scene is drawn, with something to press', async () => {
    for (const [name, { state }] of Object.entries(SCENES)) {
      open = new FakeOpen(state ?? {});
      const drawn = await render(state === null ? null : open, { openFile: () => undefined, saveAsXlsx: () => undefined });
      await drawn.wait(name === 'busy' ? 350 : 0);
      const buttons = drawn.all('button.fui-Button, button.jh-choice');
      expect([name, drawn.text().length > 10, buttons.length > 0]).toEqual([name, true, true]);
      drawn.destroy();
    }
    await show();
  });

  it('text of a file stays text', async () => {
    await show({ audit: audit(table({ unit: '<img src=x onerror=alert(1)>', findings: [finding('grade', 'I25', '<b>粗</b>')] })) });
    expect(shown.all('.jh-unit')[0]!.textContent).toBe('<img src=x onerror=alert(1)>');
    expect(shown.all('.jh-pane img, .jh-pane b')).toEqual([]);
  });

  it('in 审核 nothing that writes into the table is there', async () => {
    await show({ mode: 'review' });
    expect(shown.all('.jh-verdict-sentence')[0]!.textContent).toBe('6 项需单位更正，建议退回修改');
    expect(shown.text()).not.toContain('改为 9.47');
    expect(shown.all('.jh-foot button').map((one) => one.textContent)).toContain('标注');
    expect(shown.text()).toContain('以人工复核为准');
    openRow()!.focus();
    await shown.press('Ctrl+Enter');
    await shown.press('Ctrl+Z');
    await shown.click('小结');
    expect(shown.text()).not.toContain('写入「自评小结」表');
    expect(open.calls.filter((call) => /^(change|write|undo|recalc)/.test(call))).toEqual([]);
  });

  it('an old format is audited, and led to a kind that can be written', async () => {
    const saved: string[] = [];
    await show({ name: '甲.et', unwritable: 'old-format' }, { saveAsXlsx: () => saved.push('saved') });
    expect(shown.text()).toContain('这是 .et 文件：可以审核；要运算和写入，请先另存为 .xlsx。');
    expect(shown.text()).not.toContain('改为 9.47');
    await shown.click('另存为 .xlsx');
    expect(saved).toEqual(['saved']);
  });
});

describe('rows', () => {
  it('the first is open on arrival and its cell selected; opening another selects it without taking the keyboard', async () => {
    await show();
    expect(openAddress()).toBe('I6');
    expect(open.calls).toEqual(['locate 0:5:8']);
    expect(shown.text()).toContain('454.69÷480×10=9.472708≈9.47');
    await shown.click(row('H14'));
    expect(shown.all('.jh-row.is-open')).toHaveLength(1);
    expect(openAddress()).toBe('H14');
    expect(open.calls.at(-1)).toBe('locate 0:13:7');
    await shown.click(row('H14'));
    expect(openAddress()).toBeNull();
  });

  it('arriving on a cell with a finding opens that one and leaves the selection', async () => {
    await show({ selected: addr('H19') });
    expect(openAddress()).toBe('H19');
    expect(open.calls).toEqual([]);
  });

  it('a cell selected in the sheet opens its finding; one without moves nothing; the keyboard stays', async () => {
    await show();
    await set({ selected: addr('F20') });
    expect(openAddress()).toBe('F16');
    await set({ selected: addr('A1') });
    expect(openAddress()).toBe('F16');
    expect(document.activeElement).toBe(document.body);
  });

  it('late echoes of our own selecting do not lead back', async () => {
    await show();
    open.echo = false;
    await shown.click(row('H14'));
    await shown.click(row('I18'));
    await set({ selected: addr('H14') });
    expect(openAddress()).toBe('I18');
    await set({ selected: addr('I18') });
    expect(openAddress()).toBe('I18');
    await set({ selected: addr('H14') });
    expect(openAddress()).toBe('H14');
  });

  it('定位 goes to the cell with the keyboard; 查看依据 tells what is checked and against what', async () => {
    await show();
    await shown.click(row('H14'));
    await shown.click('定位');
    expect(open.calls.at(-1)).toBe('locate 0:13:7 focus');
    await shown.click('查看依据');
    expect(shown.text()).toContain('对照的单元格E14F14');
    await shown.click('F14');
    expect(open.calls.at(-1)).toBe('locate 0:13:5');
  });

  it('the total waits for the scores below it', async () => {
    await show();
    await shown.click(row('H25'));
    expect(shown.all('.jh-row.is-open')[0]!.textContent).toContain('先更正得分，再更正总分');
    expect(shown.all('.jh-row.is-open .jh-act').map((one) => one.textContent)).toEqual(['定位', '查看依据']);
  });

  it('a mistake repeated down a column has its places', async () => {
    await show();
    await shown.click(row('F16'));
    await shown.click('共 3 处');
    await shown.click('F23');
    expect(open.calls.at(-1)).toBe('locate 0:22:5');
  });

  it('参考 and 已通过 are folded, and open', async () => {
    await show();
    expect(row('A30')).toBeUndefined();
    await shown.click('参考 1');
    expect(row('A30')).toBeDefined();
    await shown.click('已通过 3');
    expect(shown.text()).toContain('佐证材料表中没有佐证材料列');
  });
});

describe('改为', () => {
  it('writes; the row goes, the keyboard goes on to the next, the foot says so', async () => {
    await show();
    shown.button('改为 9.47').focus();
    await shown.click('改为 9.47');
    await shown.wait(200);
    expect(open.calls).toContain('change execution-score 0!I6');
    expect(row('I6')).toBeUndefined();
    expect(openAddress()).toBe('H14');
    expect(focused()).toBe('H14');
    expect(shown.all('.jh-foot-state')[0]!.textContent).toBe('已复查，少 1 项 · 撤销');
    expect(said()).toBe('已复查，少 1 项');
    await shown.click('撤销');
    expect(open.calls.at(-1)).toBe('undo');
  });

  it('what fails leaves everything as it is', async () => {
    await show();
    open.works = false;
    await shown.click('改为 9.47');
    await set({ trouble: { sentence: '没有写入：I6 已锁定。其余未动。', detail: null } });
    expect(openAddress()).toBe('I6');
    expect(shown.text()).toContain('没有写入：I6 已锁定。其余未动。');
  });

  it('the last one settled: 未发现问题, with the keyboard on its button', async () => {
    await show({ audit: audit(table({ findings: FINDINGS.slice(0, 1) })) });
    await shown.click('改为 9.47');
    await shown.wait(200);
    expect(shown.text()).toContain('未发现问题');
    expect(document.activeElement!.textContent).toBe('写小结');
  });

  it('a re-check keeps the open row while its finding is there, and the selection of the sheet', async () => {
    await show();
    await shown.click(row('I18'));
    const before = open.calls.length;
    await set({ audit: audit(table({ findings: FINDINGS.slice(1).map((one) => ({ ...one })) })) });
    expect(openAddress()).toBe('I18');
    await set({ audit: audit(table({ findings: FINDINGS.filter(({ code }) => code !== 'deduction-unexplained') })) });
    expect(openAddress()).toBe('H19');
    expect(open.calls).toHaveLength(before);
  });
});

describe('keys', () => {
  const start = async () => {
    await show();
    await act(async () => shown.pane.focus());
  };

  it('arrows, Home and End walk; the cell goes along and the keyboard stays', async () => {
    await start();
    await shown.press('ArrowDown');
    expect([openAddress(), focused(), open.calls.at(-1)]).toEqual(['H14', 'H14', 'locate 0:13:7']);
    await shown.press('End');
    expect([openAddress(), focused()]).toEqual(['F17', 'F17']);
    await shown.press('ArrowDown');
    expect(focused()).toBe('F17');
    await shown.press('Home');
    expect(focused()).toBe('I6');
    await shown.press('ArrowUp');
    expect(focused()).toBe('I6');
  });

  it('Space and the side arrows open and close, Enter goes to the cell', async () => {
    await start();
    await shown.press('ArrowLeft');
    expect(openAddress()).toBeNull();
    await shown.press('ArrowRight');
    expect(openAddress()).toBe('I6');
    await shown.press('Space');
    expect(openAddress()).toBeNull();
    await shown.press('Enter');
    expect(open.calls.at(-1)).toBe('locate 0:5:8 focus');
  });

  it('one tab stop for the list', async () => {
    await start();
    expect(shown.all('.jh-row-head').filter((one) => one.tabIndex === 0)).toHaveLength(1);
    await shown.press('ArrowDown');
    expect(
      shown
        .all('.jh-row-head')
        .filter((one) => one.tabIndex === 0)
        .map((one) => one.querySelector('.jh-gutter')!.textContent),
    ).toEqual(['H14']);
  });

  it('F8 goes on from the cell selected in the sheet and says where it is; ⇧F8 goes back', async () => {
    await start();
    await set({ selected: addr('A17') });
    await shown.press('F8');
    expect([openAddress(), said()]).toEqual(['F17', '第 4 项，共 8 项']);
    await shown.press('F8');
    expect(openAddress()).toBe('I18');
    await shown.press('Shift+F8');
    expect(openAddress()).toBe('F17');
  });

  it('F8 from another tab comes back to the list; from outside it leaves the keyboard', async () => {
    await start();
    await shown.click('得分');
    shown.all('.jh-row-head')[0]!.focus();
    await shown.press('F8');
    expect(openAddress()).toBe('H14');
    (document.activeElement as HTMLElement).blur();
    await act(async () => shown.pane.step(1));
    expect(openAddress()).toBe('F16');
    expect(document.activeElement).toBe(document.body);
  });

  it('Ctrl+Enter does 改为, Ctrl+Z takes it back', async () => {
    await start();
    await shown.press('Ctrl+Enter');
    expect(open.calls).toContain('change execution-score 0!I6');
    await shown.wait(200);
    await shown.press('Ctrl+Z');
    expect(open.calls.at(-1)).toBe('undo');
  });

  it('Esc closes the row, and nothing of it is left for the host until then', async () => {
    await start();
    await shown.press('Escape');
    expect(openAddress()).toBeNull();
  });

  it('letters do nothing', async () => {
    await start();
    const before = [...open.calls];
    for (const letter of ['a', 'n', 'j', 'k', 'f', 'z']) await shown.press(letter);
    expect(open.calls).toEqual(before);
    expect(openAddress()).toBe('I6');
  });
});

describe('search', () => {
  const many = Array.from({ length: 12 }, (_, i) => finding(i < 3 ? 'grade' : 'score-missing', `H${i + 10}`, `指标${i + 10}`));

  it('only from twelve findings on', async () => {
    await show({ audit: audit(table({ findings: many.slice(1) })) });
    expect(shown.all('[aria-label="查找和筛选"]')).toEqual([]);
    await act(async () => shown.pane.focus());
    await shown.press('Ctrl+F');
    expect(shown.all('.jh-search')).toEqual([]);
  });

  it('filters by text and check, says how many, shows all again; Esc closes it', async () => {
    await show({ audit: audit(table({ findings: many })) });
    await act(async () => shown.pane.focus());
    await shown.press('Ctrl+F');
    expect(document.activeElement!.getAttribute('aria-label')).toBe('查找指标或单元格');
    await shown.type(document.activeElement!, '指标1');
    expect(shown.text()).toContain('显示 10 项，共 12 项');
    await shown.type(document.activeElement!, 'h12');
    expect(shown.text()).toContain('显示 1 项，共 12 项');
    expect(openAddress()).toBe('H12');
    await shown.click('全部显示');
    await shown.click('全部检查项');
    await shown.click('等级与总分不对应（3）');
    expect(shown.text()).toContain('显示 3 项，共 12 项');
    shown.all('.jh-search-box input')[0]!.focus();
    await shown.press('Escape');
    expect(shown.all('.jh-search')).toEqual([]);
    await shown.wait(250);
    expect(shown.all('.jh-row-head')).toHaveLength(12);
  });

  it('a cell selected in the sheet that the filter hides ends the filter', async () => {
    await show({ audit: audit(table({ findings: many })) });
    await shown.click('查找和筛选');
    await shown.type(shown.all('.jh-search-box input')[0]!, 'h12');
    await set({ selected: addr('H15') });
    expect(openAddress()).toBe('H15');
  });
});

describe('得分', () => {
  const start = async () => {
    await show({ audit: audit(table({ scores: SCORES })) });
    await shown.click('得分');
  };
  const name = (text: string) => shown.all('.jh-row-head').find((one) => one.textContent!.includes(text))!;

  it('groups with their sums, rows with their state', async () => {
    await start();
    expect(shown.all('.jh-group-head').map((one) => one.textContent)).toEqual(['预算编制10 / 10', '预算执行9 / 9', '产出指标17.5 / 20']);
    expect(name('大厅设备巡检次数').textContent).toBe('应为 5.5大厅设备巡检次数5.5 ← 6');
    expect(name('政策宣传活动场次').textContent).toBe('未能判定政策宣传活动场次6 / 8');
    expect(name('绩效目标合理性').textContent).toBe('判断项绩效目标合理性2 / 2');
  });

  it('opens one row, selects its cell, shows what was read and what was not', async () => {
    await start();
    await shown.click(name('财务管理合规性'));
    expect(open.calls.at(-1)).toBe('locate 0:9:6');
    expect(shown.all('.jh-criterion .is-unread').map((one) => one.textContent)).toEqual(['情节特别严重的另行研究；']);
    expect(shown.text()).toContain('未能读懂，不参与计算');
    await shown.click(name('预算编制约束性'));
    expect(shown.all('.jh-row.is-open')).toHaveLength(1);
    await shown.click('评分标准 F9');
    expect(open.calls.at(-1)).toBe('locate 0:8:5');
  });

  it('tick boxes stand as the self-score has them; the first tick settles them all', async () => {
    await start();
    await shown.click(name('预算编制合理性'));
    const boxes = () => shown.all('.jh-items input') as HTMLInputElement[];
    expect(boxes().map((one) => one.checked)).toEqual([true, true, true]);
    await shown.click(boxes()[1]!);
    expect(open.calls.slice(-3)).toEqual(['answer row G5 1 true', 'answer row G5 2 false', 'answer row G5 3 true']);
    expect(boxes().map((one) => one.checked)).toEqual([true, false, true]);
  });

  it('a count is typed, and counts after half a second or with Enter', async () => {
    await start();
    await shown.click(name('财务管理合规性'));
    const field = shown.all('.jh-ask-field input')[0]!;
    await shown.type(field, '2');
    expect(open.calls.some((call) => call.startsWith('answer'))).toBe(false);
    await shown.wait(550);
    expect(open.calls.at(-1)).toBe('answer row G10 count 2');
    await shown.type(field, '');
    field.focus();
    await shown.press('Enter');
    expect(open.calls.at(-1)).toBe('answer row G10 count null');
  });

  it('a level is chosen, yes or no is a pair, a rate is typed in percent', async () => {
    await start();
    await shown.click(name('政策宣传活动场次'));
    await shown.type(shown.all('.jh-ask select')[0]!, '较好');
    expect(open.calls.at(-1)).toBe('answer row H15 level 较好');
    await shown.click(shown.all('input[type=radio]')[1]!);
    expect(open.calls.at(-1)).toBe('answer row H15 yes false');
    expect(shown.all('.jh-ask')[2]!.textContent).toBe('覆盖率%');
  });

  it('改为 and the keys', async () => {
    await start();
    name('预算编制合理性').focus();
    await shown.press('End');
    await shown.press('ArrowUp');
    expect(shown.all('.jh-row.is-open .jh-score-name')[0]!.textContent).toBe('大厅设备巡检次数');
    await shown.press('Enter');
    expect(open.calls.at(-1)).toBe('locate 0:13:7 focus');
    await shown.click('改为 5.5');
    expect(open.calls.at(-1)).toBe('change row H14');
  });

  it('a form without score cells', async () => {
    await show({
      audit: audit(
        table({
          scores: [
            { name: '组', score: null, weight: null, rows: [score('G5', '指标', '', '', { cell: null, weight: null, score: null })] },
          ],
        }),
      ),
    });
    await shown.click('得分');
    await shown.click(name('指标'));
    expect(shown.all('.jh-row.is-open')[0]!.textContent).toBe('判断项指标未填');
  });
});

describe('小结', () => {
  it('boxes with their characters, open places counted, numbers lead to cells', async () => {
    await show();
    await shown.click('小结');
    await shown.wait();
    expect(shown.text()).toContain('还有 3 处待填、1 处待核。');
    expect(shown.text()).toContain('字数 108/200');
    await shown.click(shown.all('.jh-piece').find((one) => one.textContent === '454.69')!);
    expect(open.calls.at(-1)).toBe('locate 0:5:5');
    expect(shown.text()).toContain('按填写的情况计入财务管理合规性：不符合规定 0例');
  });

  it('one tab stop for a text, → ← and Enter within', async () => {
    await show();
    await shown.click('小结');
    await shown.wait();
    const stops = shown.all('.jh-box:first-of-type .jh-piece').filter((one) => one.tabIndex === 0);
    expect(stops.map((one) => one.textContent)).toEqual(['89.73']);
    stops[0]!.focus();
    await shown.press('ArrowRight');
    expect(document.activeElement!.textContent).toBe('优');
    await shown.press('Enter');
    expect(open.calls.at(-1)).toBe('locate 0:24:8');
  });

  it('copies as text, and says when it could not', async () => {
    const copied: string[] = [];
    let works = true;
    await show({}, { copy: async (text) => (copied.push(text), works) });
    await shown.click('小结');
    await shown.wait();
    await shown.click('复制');
    expect(copied[0]).toBe(
      narrative('box')
        .boxes[0]!.pieces.map(({ text }) => text)
        .join(''),
    );
    expect(shown.text()).toContain('已复制');
    works = false;
    await shown.click('复制');
    expect(shown.text()).toContain('没有复制成功');
    await shown.click('全文');
    await shown.wait();
    await shown.click('复制');
    expect(copied.at(-1)).toBe(narrative('full').text);
    await shown.click('写入「自评小结」表');
    expect(open.calls.at(-1)).toBe('writeSummary');
  });

  it('a Word report where the page makes documents', async () => {
    const files: string[] = [];
    await show({}, { download: ({ name }) => files.push(name) });
    await shown.click('小结');
    await shown.wait();
    expect(() => shown.button('下载 Word 报告')).toThrow();
    open.exportReport = async () => new Uint8Array([2]);
    await shown.click('全文');
    await shown.wait();
    await shown.click('下载 Word 报告');
    expect(files).toEqual(['项目自评_有误_自评报告.docx']);
  });
});

describe('the 写入 list', () => {
  it('comes before anything is written; ticks, outcome, what is kept', async () => {
    await show();
    await shown.click('运算');
    expect(shown.all('h1')[0]!.textContent).toBe('写入 2 处');
    expect(document.activeElement).toBe(shown.all('h1')[0]);
    expect(shown.all('h2').map((one) => one.textContent)).toEqual(['补填和合计 2 处', '更正已填得分 2 处']);
    expect(shown.text()).toContain('写入后总分为89.23，等级由“优”变为“良”。');
    expect(shown.text()).toContain('未写 1 处');
    expect(shown.text()).toContain('写入后可以撤销；其他单元格不动。');
    const boxes = shown.all('.jh-planned-line input') as HTMLInputElement[];
    expect(boxes.map((one) => one.checked)).toEqual([true, true, false, false]);
    await shown.click(boxes[2]!);
    expect(open.calls.at(-1)).toBe('tick I6 true');
    expect(shown.all('h1')[0]!.textContent).toBe('写入 3 处');
    await shown.click('H14');
    expect(open.calls.at(-1)).toBe('locate 0:13:7');
    expect(open.calls.some((call) => call === 'write')).toBe(false);
  });

  it('written: the bar, and 撤销写入 at the foot until somebody changed a cell', async () => {
    await show();
    await shown.click('运算');
    await shown.click('写入 2 处');
    expect(shown.text()).toContain('已写入 2 处');
    expect((shown.button('撤销写入') as HTMLButtonElement).disabled).toBe(false);
    await set({ last: { ...open.state.last!, blocked: '写入之后又改动过 H14' } });
    expect(shown.text()).toContain('写入之后又改动过 H14');
    expect((shown.button('撤销写入') as HTMLButtonElement).disabled).toBe(true);
  });

  it('Esc and 暂不写入 leave it; nothing ticked cannot be written', async () => {
    await show();
    await shown.click('运算');
    await shown.press('Escape');
    expect(open.calls.at(-1)).toBe('dismissPlan');
    await set({ plan: { view: PLAN, ticked: new Set() } });
    expect((shown.button('写入 0 处') as HTMLButtonElement).disabled).toBe(true);
    await shown.click('暂不写入');
    expect(shown.all('.jh-verdict')).toHaveLength(1);
  });

  it('nothing to write is said', async () => {
    const none = { ...PLAN, fill: [], lower: [], raise: [], outcome: null };
    await show({ plan: { view: none, ticked: new Set() } });
    // Something is left open: not that all is well.
    expect(shown.all('h1')[0]!.textContent).toBe('没有能写入的');
    expect(shown.all('.jh-kept li')).toHaveLength(none.kept.length);
    await set({ plan: { view: { ...none, kept: [] }, ticked: new Set() } });
    expect(shown.all('h1')[0]!.textContent).toBe('没有要写入的');
    await shown.click('返回');
    expect(open.calls.at(-1)).toBe('dismissPlan');
  });
});

describe('states', () => {
  it('asks once whose table it is', async () => {
    await show({ mode: null });
    await shown.click('收到的表');
    expect(open.calls[0]).toBe('setMode review');
    expect(shown.all('.jh-verdict')).toHaveLength(1);
  });

  it('draws nothing for 0.3 s, then progress that can be cancelled; cancelled says so', async () => {
    await show({ phase: 'auditing', audit: null, busy: { doing: 'auditing', share: 0.4 } });
    expect(shown.text().trim()).toBe('');
    await shown.wait(350);
    expect(shown.text()).toContain('正在审核');
    expect(shown.all('[role=progressbar]')[0]!.getAttribute('aria-valuenow')).toBe('0.4');
    await shown.click('取消');
    expect(open.calls).toEqual(['cancel']);
    await set({ phase: 'ready', busy: null });
    expect(shown.text()).toContain('已取消审核');
    await shown.click('审核');
    expect(open.calls.at(-1)).toBe('audit');
  });

  it('未识别: what was looked for, and the user says where the headings are', async () => {
    await show(SCENES['unrecognised']!.state!);
    expect(shown.text()).toContain('没有找到评分表');
    expect(shown.all('.jh-sheets li').map((one) => one.textContent)).toEqual([
      '汇总指标名称 缺分值、得分',
      '基础数据表 没有指标表头',
      '说明 没有指标表头',
    ]);
    await shown.click('指定表头');
    await shown.click('按此审核');
    expect(shown.text()).toContain('请填写行号');
    await set({ selected: addr('B4', 1) });
    await shown.click('按此审核');
    expect(open.calls.at(-1)).toBe('useHeading 1 3');
  });

  it('refused: why and what to do', async () => {
    const opened: string[] = [];
    await show(SCENES['refused']!.state!, { openFile: () => opened.push('file') });
    expect(shown.text()).toContain('这个文件打不开文件有打开密码。');
    await shown.click('换一份文件');
    expect(opened).toEqual(['file']);
  });

  it('a program that is too old: what else there is, and nothing to press that cannot help', async () => {
    const trouble = { sentence: '这个版本缺少需要的功能。可以改用浏览器里的绩核工作台。', detail: null, program: true } as const;
    await show({ ...SCENES['refused']!.state!, trouble });
    expect(shown.text()).toContain('这里不能使用绩核这个版本缺少需要的功能。');
    expect(shown.text()).not.toContain('打不开');
    expect(shown.all('button').filter((one) => one.textContent === '重新审核')).toEqual([]);
  });

  it('nothing open: choose a file or see the sample', async () => {
    const done: string[] = [];
    shown = await render(null, { openFile: () => done.push('file'), openSample: () => done.push('sample') });
    await shown.click('选择文件');
    await shown.click('看样例');
    expect(done).toEqual(['file', 'sample']);
    expect(shown.text()).toContain('只在本机处理，不上传');
  });

  it('all clear: what was checked, then 小结 or the details', async () => {
    await show({ audit: audit(ALL_CLEAR) });
    expect(shown.text()).toContain(
      '未发现问题57 项检查全部完成，4 项不适用。自评 99.15 分，重算 99.15 分，等级「优」。可计算 90 分，核算一致；',
    );
    await shown.click('查看明细');
    expect(shown.text()).toContain('没有需要更正或说明的问题。');
  });

  it('a crashed check is said, never a pass; the error can be copied', async () => {
    const copied: string[] = [];
    const failed = [{ code: 'total-score', title: '总分与得分合计', why: 'TypeError' }];
    await show({ audit: audit(table({ findings: [], failed })) }, { copy: async (text) => copied.push(text) > 0 });
    expect(shown.text()).not.toContain('未发现问题');
    expect(shown.text()).toContain('1 项未能检查：「总分与得分合计」检查时出错，请人工核对这一项。这是程序的问题，不是表的问题。');
    await shown.click('复制错误信息');
    expect(copied).toEqual(['total-score: TypeError']);
  });

  it('an old result is kept and said to be old', async () => {
    await show({ stale: true });
    expect(shown.text()).toContain('表格在别处改动过，以下是改动前的结果。');
    await shown.click('重新审核');
    expect(shown.text()).not.toContain('改动前的结果');
  });

  it('a re-check that lasts shows progress and can be cancelled; the result stays', async () => {
    await show();
    await set({ busy: { doing: 'auditing', share: null } });
    expect(shown.all('[role=progressbar]')).toEqual([]);
    await shown.wait(350);
    expect(shown.all('[role=progressbar]')).toHaveLength(1);
    expect(shown.all('.jh-row-head').length).toBeGreaterThan(5);
    await shown.click('取消');
    expect(open.calls.at(-1)).toBe('cancel');
  });

  it('several tables: a menu, and it follows the sheet', async () => {
    const second = table({
      sheet: 1,
      sheetKey: '项目二',
      entry: { ...table().entry, sheet: '项目二' },
      findings: [finding('grade', 'C3', '评价等级', { cell: cell('C3', 1) })],
    });
    await show({ audit: audit(table(), second) });
    await set({ selected: addr('A1', 1) });
    expect(open.calls.at(-1)).toBe('showTable 1');
    await shown.click('项目二（共 2 张表）');
    await shown.click('项目支出绩效自评表');
    expect(open.calls).toContain('showTable 0');
  });
});

describe('menus and 设置', () => {
  it('the mode is changed at the head', async () => {
    await show();
    await shown.click('模式：填报');
    await shown.click('收到的表');
    expect(open.calls.at(-1)).toBe('setMode review');
  });

  it('⋯: 标注, export, settings; 收起面板 only where a host has it', async () => {
    const files: string[] = [];
    await show({}, { download: ({ name }) => files.push(name) });
    for (const entry of ['标注到表内', '导出审核结果', '导出审核数据']) {
      await shown.click('更多');
      await shown.click(entry);
    }
    expect(open.calls).toContain('mark');
    expect(files).toEqual(['项目自评_有误_审核结果.xlsx', '项目自评_有误_审核数据.json']);
    await shown.click('更多');
    expect(() => shown.button('收起面板')).toThrow();
    await shown.click('换标准或空白表');
    expect(shown.all('h1')[0]!.textContent).toBe('设置');
  });

  it("the standard: chosen, or one's own with its mistakes by line", async () => {
    await show();
    await shown.click('换');
    await shown.type(shown.all('select')[0]!, 'zhanjiang-whole-2024');
    expect(open.calls.at(-1)).toBe('setStandard {"builtin":"zhanjiang-whole-2024"}');
    await shown.type(shown.all('select')[0]!, '*');
    open.problems = ['第 3 行：没有 weight'];
    await shown.type(shown.all('textarea')[0]!, 'title: 我的标准\nrows: []');
    await shown.click('使用这份标准');
    expect(open.calls.at(-1)).toBe('setStandard {"yaml":"title: 我的标准\\nrows: []","title":"我的标准"}');
    expect(shown.text()).toContain('有 1 处要改：第 3 行：没有 weight');
  });

  it('清除绩核痕迹 says what goes and asks in place', async () => {
    await show({ traces: { marks: 6, notes: 0, sheets: ['审核结果'], settings: true } });
    await shown.click('更多');
    await shown.click('清除绩核痕迹…');
    expect(shown.text()).toContain('这个工作簿里有：标注 6 处、工作表「审核结果」、绩核的设置。单元格的数不受影响。');
    await shown.click(shown.all('.jh-setting .jh-act').find((one) => one.textContent === '清除绩核痕迹')!);
    expect(open.calls).not.toContain('removeTraces');
    await shown.click(shown.all('.jh-act').find((one) => one.textContent === '清除')!);
    expect(open.calls).toContain('removeTraces');
  });

  it('the theme, re-checking, extra settings and the self check', async () => {
    const asked: string[] = [];
    await show(
      {},
      { selfCheck: async () => ['剪贴板不可用'], changeSetting: (key, on) => asked.push(`${key} ${on}`), licences: async () => 'MIT' },
    );
    await act(async () => shown.shell.update({ settings: [{ key: 'restore', label: '保留上次的内容', hint: '只存在本机', on: true }] }));
    await shown.click('更多');
    await shown.click('设置');
    await shown.click(shown.all('input[type=radio][value=dark]')[0]!);
    expect(shown.all('.jh-theme')[0]!.className).toContain('is-dark');
    await shown.click(shown.all('input[type=checkbox]')[0]!);
    expect(open.calls.at(-1)).toBe('setRecheck false');
    await shown.click(shown.all('input[type=checkbox]')[1]!);
    expect(asked).toEqual(['restore false']);
    await shown.click('自检');
    expect(shown.text()).toContain('剪贴板不可用');
    await shown.click('许可');
    expect(shown.all('.jh-licences')[0]!.textContent).toBe('MIT');
    await shown.press('Escape');
    expect(shown.all('.jh-verdict')).toHaveLength(1);
  });

  it('comes back as it was: tab and open row', async () => {
    await show();
    await shown.click(row('H19'));
    await shown.wait();
    const kept = { ...window.localStorage } as Record<string, string>;
    expect(Object.values(kept).join()).toContain('score-without-values');
    act(() => shown.pane.show(open));
    await shown.wait();
    expect(openAddress()).toBe('H19');
  });
});
