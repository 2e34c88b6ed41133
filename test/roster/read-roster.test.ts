/** Lists as people keep them. */
import { readRoster, type RosterEntry } from '../../src/roster';
import { bookOf, sheetOf, type SheetOptions, type TestCell } from '../support/sheets';

type Rows = readonly (readonly TestCell[])[];

const entriesOf = (rows: Rows, options: SheetOptions = {}, name = '名单'): readonly RosterEntry[] => {
  const read = readRoster(bookOf(sheetOf(name, rows, options)));
  if (!read.ok) throw new Error(read.message);
  return read.roster.entries;
};
/** 「单位 项目 (编码) [科室/主管]」, what is not there left out. */
const told = ({ unit, unitCode, project, projectCode, department, office, former }: RosterEntry): string =>
  [
    unit,
    unitCode,
    project,
    projectCode,
    former.length > 0 ? `原${former.join('+')}` : null,
    department && `@${department}`,
    office && `#${office}`,
  ]
    .filter((one) => one !== null && one !== '')
    .join(' ');

const CASES: readonly (readonly [string, Rows, SheetOptions, readonly string[]])[] = [
  ['one column alone', [['单位名称'], ['县教育局'], ['县民政局']], {}, ['县教育局', '县民政局']],
  [
    'a title, a line about it, then the headings, notes and sums below',
    [
      ['2024年度绩效自评应报单位名单'],
      ['编制单位：县财政局', null, '2025年2月'],
      ['序号', '预算单位', '归口股室'],
      [1, '县教育局', '教科文股'],
      [2, '县民政局', '社保股'],
      ['合计', '2家'],
      ['注：1.名单以批复的预算为准。'],
      ['2.有变动的请告知。'],
    ],
    {},
    ['县教育局 #教科文股', '县民政局 #社保股'],
  ],
  [
    'groups by merged cells',
    [
      ['主管部门', '单位名称', '项目名称', '项目编码'],
      ['县教育局', '县一中', '校舍维修', '51070000001'],
      [null, '县二中', '设备购置', '51070000002'],
      [null, null, '食堂改造', '51070000003'],
    ],
    { merges: ['A2:A4', 'B3:B4'] },
    ['县一中 校舍维修 51070000001 @县教育局', '县二中 设备购置 51070000002 @县教育局', '县二中 食堂改造 51070000003 @县教育局'],
  ],
  [
    'a unit written once over its projects, 同上, and a department that is not carried down by itself',
    [
      ['单位', '项目名称', '主管部门'],
      ['县一中', '校舍维修', '县教育局'],
      [null, '设备购置', '同上'],
      ['县医院', '病房改造', null],
    ],
    {},
    ['县一中 校舍维修 @县教育局', '县一中 设备购置 @县教育局', '县医院 病房改造'],
  ],
  [
    'a unit alone on its line over its projects is no line of its own',
    [
      ['单位名称', '项目名称'],
      ['县教育局', null],
      [null, '校舍维修'],
      [null, '设备购置'],
      ['县民政局', null],
    ],
    {},
    ['县教育局 校舍维修', '县教育局 设备购置', '县民政局'],
  ],
  [
    'sections over the width of the list',
    [
      ['序号', '单位名称', '单位编码'],
      ['一、县教育局（2家）'],
      [1, '县一中', 101001],
      [2, '县二中', { v: 1002, format: '000000' }],
      ['二、农业农村股'],
      [1, '县农业农村局', 201],
      [null, '小计', null],
    ],
    { merges: ['A2:C2', 'A5:C5'] },
    ['县一中 101001 @县教育局', '县二中 001002 @县教育局', '县农业农村局 201 @县教育局 #农业农村股'],
  ],
  [
    'two lists side by side on a page',
    [
      ['序号', '单位名称', '序号', '单位名称'],
      [1, '县教育局', 3, '县水利局'],
      [2, '县民政局', null, null],
    ],
    {},
    ['县教育局', '县民政局', '县水利局'],
  ],
  [
    'codes before names, former names in brackets and in a column',
    [
      ['单位名称', '曾用名', '项目名称'],
      ['101001-县乡村振兴局（原县扶贫开发局）', null, '[51070000009]产业帮扶'],
      ['县文化广电旅游局', '县文化局、县旅游局', '场馆开放'],
      ['120急救中心', '/', '2024年急救培训'],
    ],
    {},
    [
      '县乡村振兴局(原县扶贫开发局) 101001 产业帮扶 51070000009 原县扶贫开发局',
      '县文化广电旅游局 场馆开放 原县文化局+县旅游局',
      '120急救中心 2024年急救培训',
    ],
  ],
  [
    'headings in two rows, and again on the next page',
    [
      ['序号', '单位', null, '备注'],
      [null, '名称', '编码', null],
      ['序号', '单位名称', '单位编码', '备注'],
      [1, '县教育局', '101', null],
      ['序号', '单位名称', '单位编码', '备注'],
      [2, '县民政局', '102', null],
    ],
    {},
    ['县教育局 101', '县民政局 102'],
  ],
  [
    'who is excused is not due',
    [
      ['单位名称', '是否应报'],
      ['县教育局', '是'],
      ['县档案馆', '否'],
    ],
    {},
    ['县教育局'],
  ],
  [
    'a department beside its units in other words',
    [
      ['部门名称', '单位名称'],
      ['县教育局', '县一中'],
    ],
    {},
    ['县一中 @县教育局'],
  ],
];

it.each(CASES)('%s', (_, rows, options, expected) => {
  expect(entriesOf(rows, options).map(told)).toEqual(expected);
});

it('what is needed of whom', () => {
  const needs = entriesOf([
    ['单位名称', '是否需要数据表', '自评报告'],
    ['县教育局', '是', '√'],
    ['县民政局', '否', '——'],
    ['县水利局', null, '待定'],
  ]).map((entry) => entry.needs);
  expect(needs).toEqual([
    { data: true, report: true },
    { data: false, report: false },
    { data: null, report: null },
  ]);
});

it('several sheets, the same line once; hidden rows count, hidden lists are told, sheets of other things are passed over', () => {
  const read = readRoster(
    bookOf([
      sheetOf('说明', [['请各科室核对名单。']]),
      sheetOf('教科文科', [['单位名称', '项目编码'], ['县教育局', 5.107002400000001e19], ['县体育馆']], { hiddenRows: [2] }),
      sheetOf('社保科', [['单位名称'], ['县民政局'], ['县教育局']]),
      sheetOf('去年', [['单位名称'], ['县旧局']], { state: 'hidden' }),
    ]),
  );
  if (!read.ok) throw new Error(read.message);
  expect(read.roster.entries.map(told)).toEqual(['县教育局 #教科文科', '县体育馆 #教科文科', '县民政局 #社保科']);
  expect(read.roster.notices).toEqual([
    '名单「教科文科」第 2 行的编码存成了数字，后几位已丢失，没有使用。请把编码设为文本后重新填写。',
    '名单有 1 行是隐藏的，也计入应报。',
    '名单有 1 行与前面的重复，只计一次：县教育局。',
    '隐藏的工作表「去年」没有读。',
  ]);
});

it.each([
  ['no heading', [sheetOf('表1', [['县教育局'], ['县民政局']])], '没有找到「单位名称」或「项目名称」这一列'],
  [
    'a list of evidence',
    [
      sheetOf('清单', [
        ['序号', '材料名称'],
        [1, '合同'],
      ]),
    ],
    '看过的工作表：「清单」（最上面是「序号」）',
  ],
  ['headings and nothing below', [sheetOf('名单', [['名单'], ['单位名称', '项目名称']])], '「名单」第 2 行是表头，下面没有单位或项目'],
  ['hidden', [sheetOf('说明', [['说明']]), sheetOf('名单', [['单位名称'], ['县教育局']], { state: 'hidden' })], '名单在隐藏的工作表里'],
  ['empty', [sheetOf('Sheet1', [])], '名单是空的'],
])('%s: says what, where and what to do', (_, sheets, said) => {
  const read = readRoster(bookOf(sheets));
  expect(read.ok ? '' : read.message).toContain(said);
});
