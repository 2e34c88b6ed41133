/** Blank forms against filled and altered ones: every kind of change at its cell, and nothing where nothing was changed. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { assess } from '../../src/assessment/assess';
import { readWorkbook } from '../../src/hosts/file/read-workbook';
import { recognise } from '../../src/recognition';
import { recogniseByForms } from '../../src/standards/template/by-form';
import { matchForm } from '../../src/standards/template/compare';
import { formOf, type TemplateForm } from '../../src/standards/template/form';
import { a1 } from '../../src/workbook/address';
import type { WorkbookSnapshot } from '../../src/workbook/types';
import { CASE as DAZHOU } from '../conformance/cases/32-dazhou-agri-template-dept';
import { NAMED_LAYOUTS } from '../conformance/layout';
import { render } from '../conformance/render';
import { bookOfGrids } from '../conformance/sheet';
import { bookOf, sheetOf } from '../support/sheets';
import { Editable } from './editable';

const sample = (name: string): Promise<WorkbookSnapshot> => readWorkbook(readFileSync(path.resolve(__dirname, '../../samples', name)));

function formsOf(book: WorkbookSnapshot): readonly TemplateForm[] {
  const forms = recognise(book).tables.map((table) => formOf(table, book, '空白表.xlsx'));
  // As it goes to the workers.
  return structuredClone(forms);
}

/** «weight E9 4→5»: what was found, each with its cell. */
function changes(forms: readonly TemplateForm[], book: WorkbookSnapshot): string[] {
  return recognise(book).tables.flatMap((table) => {
    const match = matchForm(forms, table, book)!;
    return match.changes.map(
      (one) => `${one.kind} ${a1(one.at.row, one.at.col)}${one.was.length + one.is.length < 30 ? ` ${one.was}→${one.is}` : ''}`,
    );
  });
}

/** The same through the whole audit: severity and cell of template-changed alone. */
function found(forms: readonly TemplateForm[], book: WorkbookSnapshot): string[] {
  return recognise(book).tables.flatMap((table) =>
    assess(table, book, { standards: { template: forms } })
      .findings.filter((one) => one.code === 'template-changed')
      .map((one) => `${one.severity} ${a1(one.cell.row, one.cell.col)}`),
  );
}

type Spoil = readonly [name: string, spoil: (sheet: Editable) => Editable, changes: readonly string[], findings: readonly string[]];

function testForm(
  name: string,
  blankOf: () => Promise<Editable>,
  filledOf: (blank: Editable) => Promise<Editable>,
  spoils: readonly Spoil[],
): void {
  describe(name, () => {
    let blank: Editable;
    let filled: Editable;
    let forms: readonly TemplateForm[];
    beforeAll(async () => {
      blank = await blankOf();
      filled = await filledOf(blank);
      forms = formsOf(blank.book());
    });
    test('one form; as sent out and filled in correctly it yields nothing', () => {
      expect(forms).toHaveLength(1);
      expect(changes(forms, blank.book())).toEqual([]);
      expect(changes(forms, filled.book())).toEqual([]);
      expect(found(forms, filled.book())).toEqual([]);
    });
    test.each(spoils)('%s', (_name, spoil, expected, findings) => {
      const book = spoil(filled.copy()).book();
      expect(changes(forms, book)).toEqual(expected);
      expect(found(forms, book)).toEqual(findings);
    });
  });
}

testForm(
  'sample of a whole department',
  async () => Editable.of(await sample('部门整体自评_湛江2024.xlsx')).clear('G5:I40'),
  async () => Editable.of(await sample('部门整体自评_湛江2024.xlsx')),
  [
    ['a row deleted', (sheet) => sheet.deleteRow(10), ['row-deleted D9 5→'], ['mandatory D9']],
    ['a row renamed', (sheet) => sheet.set('D10', '财务管理规范性'), ['renamed D10 财务管理合规性→财务管理规范性'], ['mandatory D10']],
    [
      'a row under quite another name',
      (sheet) => sheet.set('D26', '工会经费使用'),
      ['renamed D26 食堂食材采购份额预留→工会经费使用'],
      ['mandatory D26'],
    ],
    [
      'a row added',
      (sheet) => sheet.insertRow(11, { A: 7, D: '内部审计开展情况', E: 1, F: '开展得1分，未开展不得分。', G: 1 }),
      ['added D11 →内部审计开展情况'],
      ['advisory D11'],
    ],
    ['two rows in another order', (sheet) => sheet.swapRows(9, 10, 'DEFGHI'), ['moved D10 9→10'], ['advisory D10']],
    ['a weight changed', (sheet) => sheet.set('E9', 5), ['weight E9 4→5'], ['mandatory E9']],
    ['a weight cleared', (sheet) => sheet.set('E9', null), ['weight E9 4→'], []],
    [
      'a criterion softened',
      (sheet) => sheet.set('F10', '支出范围、程序、用途、核算符合规定得5分；每发现一例不符合规定的扣0.5分，扣完为止。'),
      ['rule F10'],
      ['mandatory F10'],
    ],
    ['a criterion cleared', (sheet) => sheet.set('F9', null), ['rule F9'], ['mandatory F9']],
    ['a footnote altered', (sheet) => sheet.set('A43', '2.分值合计100分；自评得分可以超过该项分值。'), ['footnote A43'], ['mandatory A43']],
    ['a total typed', (sheet) => sheet.set('G41', 97.5), ['formula-typed G41 =SUM(G5:G40)→97.5'], ['mandatory G41']],
    [
      'a total that leaves out the last row',
      (sheet) => sheet.formula('G41', 'SUM(G5:G39)', 94),
      ['formula-changed G41 =SUM(G5:G40)→=SUM(G5:G39)'],
      ['mandatory G41'],
    ],
    ['a class renamed', (sheet) => sheet.set('B9', '预算执行管理'), ['class-renamed B9 预算执行→预算执行管理'], ['mandatory B9']],
    ['a heading renamed', (sheet) => sheet.set('G4', '得分'), ['header G4 自评得分→得分'], ['advisory G4']],
  ],
);

testForm(
  'sample of a project',
  async () =>
    Editable.of(await sample('项目自评_正确.xlsx'))
      .clear('C3:I4')
      .clear('D6:F9')
      .clear('B11:I11')
      .clear('F13:F24')
      .clear('H13:I24')
      .clear('I25:I25'),
  async () => Editable.of(await sample('项目自评_正确.xlsx')),
  [
    ['a row deleted', (sheet) => sheet.deleteRow(15), ['row-deleted D14 8→'], ['mandatory D14']],
    ['the last row of a class of its own deleted', (sheet) => sheet.deleteRow(24), ['row-deleted D23 10→'], ['mandatory D23']],
    ['a row renamed', (sheet) => sheet.set('D17', '设备正常运行率'), ['renamed D17 设备完好率→设备正常运行率'], ['mandatory D17']],
    [
      'a row added',
      (sheet) => sheet.insertRow(16, { D: '新增窗口数量', E: '≥2个', F: '2个', G: 2, H: 2 }),
      ['added D16 →新增窗口数量'],
      ['advisory D16'],
    ],
    ['two rows in another order', (sheet) => sheet.swapRows(13, 14, 'DEFGHI'), ['moved D14 13→14'], ['advisory D14']],
    ['a weight changed', (sheet) => sheet.set('G13', 8), ['weight G13 6→8'], ['mandatory G13']],
    ['the weight of the execution rate changed', (sheet) => sheet.set('G6', 20), ['weight G6 10→20'], ['mandatory G6']],
    ['a target lowered', (sheet) => sheet.set('E14', '≥40次'), ['target E14 ≥48次→≥40次'], ['advisory E14']],
    ['the execution score typed', (sheet) => sheet.set('I6', 10), ['formula-typed I6 =ROUND(G6*H6,2)→10'], ['mandatory I6']],
    [
      'the rate computed otherwise',
      (sheet) => sheet.formula('H6', 'F6/D6', 0.9264),
      ['formula-changed H6 =F6/E6→=F6/D6'],
      ['mandatory H6'],
    ],
    ['the total typed', (sheet) => sheet.set('H25', 99.15), ['formula-typed H25'.concat(' =I6+SUM(H13:H24)→99.15')], ['mandatory H25']],
    ['a line of the funding table deleted', (sheet) => sheet.deleteRow(8), ['label-deleted A8 上年结转资金→'], ['mandatory A8']],
  ],
);

testForm(
  'the blank form of case 32, with 分值 in the names',
  () => Promise.resolve(Editable.of(dazhou())),
  (blank) => {
    const sheet = blank.copy();
    const [table] = recognise(blank.book()).tables;
    for (const row of table!.rows)
      if (row.weight?.value != null && row.scores[0] !== undefined)
        sheet.set(a1(row.scores[0].at.row, row.scores[0].at.col), row.weight.value.toNumber());
    return Promise.resolve(sheet);
  },
  dazhouSpoils(),
);

function dazhou(): WorkbookSnapshot {
  const rendered = render(DAZHOU, NAMED_LAYOUTS[0]!);
  return bookOfGrids([rendered.grids[rendered.sheet]!]);
}

/** The row in which a name stands in the form as printed, 1-based. */
function rowOf(name: string): number {
  const [table] = recognise(dazhou()).tables;
  return table!.rows.find((row) => row.name.value === name)!.top + 1;
}

function dazhouSpoils(): readonly Spoil[] {
  const clear = rowOf('明确性');
  const open = rowOf('预算公开');
  return [
    ['a row deleted', (sheet) => sheet.deleteRow(clear), [`row-deleted C${clear - 1} 5→`], [`mandatory C${clear - 1}`]],
    ['a row renamed', (sheet) => sheet.set(`C${clear}`, '清晰程度(5分)'), [`renamed C${clear} 明确性→清晰程度`], [`mandatory C${clear}`]],
    ['a weight changed in the name', (sheet) => sheet.set(`C${clear}`, '明确性(8分)'), [`weight C${clear} 5→8`], [`mandatory C${clear}`]],
    [
      'a row added',
      (sheet) => sheet.insertRow(open + 1, { C: '信息公开及时性(1分)', D: 1 }),
      [`added C${open + 1} →信息公开及时性`],
      [`advisory C${open + 1}`],
    ],
    [
      'two rows in another order',
      (sheet) => sheet.swapRows(open, open + 1, 'CD'),
      [`moved C${open + 1} ${open}→${open + 1}`],
      [`advisory C${open + 1}`],
    ],
  ];
}

describe('the form’s reading serves the sheets made from it', () => {
  const helped = (forms: readonly TemplateForm[], book: WorkbookSnapshot): string[] =>
    recogniseByForms(recognise, book, forms).tables.flatMap((table) =>
      matchForm(forms, table, book)!.changes.map((one) => `${one.kind} ${a1(one.at.row, one.at.col)} ${one.was}→${one.is}`),
    );

  test('headings altered or cleared: the columns are still known, and the headings are what is told', async () => {
    const book = await sample('项目自评_正确.xlsx');
    const forms = formsOf(Editable.of(book).clear('F13:F24').clear('H13:I24').book());
    const spoiled = Editable.of(book).set('G12', '甲').set('E12', null).book();
    expect(changes(forms, spoiled)).not.toEqual(helped(forms, spoiled));
    expect(helped(forms, spoiled)).toEqual(['header E12 年度指标值→', 'header G12 分值→甲']);
  });

  test('a line more above the table, and a weight changed as well', async () => {
    const book = await sample('部门整体自评_湛江2024.xlsx');
    const forms = formsOf(Editable.of(book).clear('G5:I40').book());
    const spoiled = Editable.of(book).set('E4', '乙').set('E9', 5).insertRow(1, { A: '附件3' }).book();
    expect(helped(forms, spoiled)).toEqual(['weight E10 4→5', 'header E5 分值→乙']);
  });

  test('headings as sent out: the sheet reads itself', async () => {
    const book = await sample('部门整体自评_湛江2024.xlsx');
    expect(recogniseByForms(recognise, book, formsOf(book)).tables).toEqual(recognise(book).tables);
  });
});

test('another form altogether: one question, and no list of differences', async () => {
  const whole = await sample('部门整体自评_湛江2024.xlsx');
  const project = await sample('项目自评_正确.xlsx');
  expect(changes(formsOf(whole), project)).toEqual(['other-form A5 2024年度整体绩效自评指标评分表→项目支出绩效自评表']);
  expect(found(formsOf(whole), project)).toEqual(['advisory A5']);
});

test('a form whose units name their indicators: their rows are no additions', () => {
  const rows = [
    ['项目支出绩效自评表', null, null, null, null, null],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['产出指标(50分)', '数量指标', '指标1：', null, null, null, null],
    [null, null, '指标2：', null, null, null, null],
    [null, '质量指标', '指标1：', null, null, null, null],
    ['效益指标(40分)', '社会效益指标', '指标1：', null, null, null, null],
    ['满意度指标(10分)', '服务对象满意度指标', '指标1：', null, null, null, null],
    ['总分', null, null, null, null, 100, null],
  ];
  const book = bookOfRows(rows);
  const forms = formsOf(book);
  const own = rows.map((row) => [...row]);
  own[2]!.splice(2, 5, '培训人次', '≥200人次', '210人次', 30, 30);
  own[3]!.splice(2, 5, '培训场次', '≥4场', '4场', 10, 10);
  own[4]!.splice(2, 5, '合格率', '≥95%', '96%', 10, 10);
  own[5]!.splice(2, 5, '服务水平', '提升', '提升', 40, 40);
  own[6]!.splice(2, 5, '满意度', '≥90%', '92%', 10, 10);
  own[7]![6] = 100;
  expect(changes(forms, bookOfRows(own))).toEqual([]);
  own[5]![0] = '效益指标(30分)';
  expect(changes(forms, bookOfRows(own))).toEqual(['weight A6 40→30']);
});

function bookOfRows(rows: readonly (readonly (string | number | null)[])[]): WorkbookSnapshot {
  return bookOf(sheetOf('自评表', rows, { merges: ['A1:G1'] }));
}
