/** Layouts in which it is easy to take one thing for another: two tables side by side, two columns of 分值, lines signed below a table. */
import { recognise } from '../../src/recognition';
import type { ScoreTable } from '../../src/score-table';
import { a1 } from '../../src/workbook';
import { sheet } from './field/field';
import { bookOf } from '../support/sheets';

const tablesOf = (text: string, name = '自评表'): readonly ScoreTable[] => recognise(bookOf(sheet(name, text))).tables;

/** 「产出/数量/里程 10 9.6 @H9」 */
const rowsOf = ({ rows, self }: ScoreTable): readonly string[] =>
  rows.map(({ path, name, weight, scores }) => {
    const score = self === null ? undefined : scores[self];
    const names = [...path.slice(0, path.at(-1) === name.value ? -1 : undefined), name.value].join('/');
    return `${names} ${weight?.value?.toString() ?? '-'} ${score?.value?.toString() ?? '-'} @${score === undefined ? '-' : a1(score.at.row, score.at.col)}`;
  });
const totalsOf = ({ totals, self }: ScoreTable): readonly string[] =>
  totals.map((one) => `${one.kind} ${one.weight?.value?.toString() ?? '-'} ${one.scores[self!]?.value?.toString() ?? '-'}`);

describe('two tables side by side', () => {
  const SIDES = `
2024年度项目支出绩效自评表||||||||||
序号|一级指标|三级指标|分值|得分||序号|一级指标|三级指标|分值|得分
1|产出指标|培训人次|40|38||1|产出指标|修路里程|50|50
2|产出指标|培训场次|30|30||2|效益指标|受益人口|30|29
3|效益指标|满意度|30|30||3|效益指标|满意度|20|20
总分|||100|98||总分|||100|99
`;
  test('with 序号 each keeps its own rows, scores and total', () => {
    const tables = tablesOf(SIDES);
    expect(tables.map(rowsOf)).toEqual([
      ['产出指标/培训人次 40 38 @E3', '产出指标/培训场次 30 30 @E4', '效益指标/满意度 30 30 @E5'],
      ['产出指标/修路里程 50 50 @K3', '效益指标/受益人口 30 29 @K4', '效益指标/满意度 20 20 @K5'],
    ]);
    expect(tables.map(totalsOf)).toEqual([['total 100 98'], ['total 100 99']]);
  });

  test('a 序号 is no 分值 and no score', () => {
    for (const table of tablesOf(SIDES)) expect(table.columns.filter(({ role }) => role === 'sequence')).toHaveLength(1);
  });
});

describe('two columns of 分值', () => {
  test('beside the first level: points of its group, not of its rows', () => {
    const [table] = tablesOf(`
2024年度部门整体支出绩效自评表||||||
一级指标|分值|二级指标|三级指标|分值|得分|扣分原因
投入|30|预算|预算编制|10|10|
^|^|^|预算调整|20|19|追加一次
产出|70|数量|培训场次|40|40|
^|^|质量|合格率|30|30|
合计|100|||100|99|
`);
    expect(rowsOf(table!)).toEqual([
      '投入/预算/预算编制 10 10 @F3',
      '投入/预算/预算调整 20 19 @F4',
      '产出/数量/培训场次 40 40 @F5',
      '产出/质量/合格率 30 30 @F6',
    ]);
    expect(
      table!.groups.map(({ name, weight }) => [name.value, weight?.value?.toString()]).filter(([, points]) => points !== undefined),
    ).toEqual([
      ['投入', '30'],
      ['产出', '70'],
    ]);
  });
});

describe('a level that is repeated on every row', () => {
  test.each([
    ['一级指标', '指标名称', '总分'],
    ['一级指标', '指标名称', '合计'],
    ['一级指标', '指标内容', '总分'],
  ])('%s before %s, closed by %s', (level, name, total) => {
    const [table] = tablesOf(`
2024年度项目支出绩效自评表||||||
${level}|${name}|年度指标值|实际完成值|分值|得分|扣分原因
产出指标|培训人次|≥100人|100人|40|40|
产出指标|培训场次|≥5场|5场|20|20|
产出指标|合格率|≥95%|96%|10|10|
效益指标|满意度|≥90%|88%|30|28|样本偏少
${total}||||100|98|
`);
    expect(rowsOf(table!)).toEqual([
      '产出指标/培训人次 40 40 @F3',
      '产出指标/培训场次 20 20 @F4',
      '产出指标/合格率 10 10 @F5',
      '效益指标/满意度 30 28 @F6',
    ]);
    expect(totalsOf(table!)).toEqual(['total 100 98']);
  });

  test('with a name merged over two rows', () => {
    const [table] = tablesOf(`
2024年度项目支出绩效自评表|||||
一级指标|指标名称|评价要点|分值|得分|扣分原因
产出指标|培训人次|人次达标(20分)|20|20|
产出指标|^|名册齐全(20分)|20|18|缺名册
产出指标|培训场次|场次达标(30分)|30|30|
效益指标|满意度|问卷齐全(30分)|30|30|
总分|||100|98|
`);
    expect(table!.columns.filter(({ role }) => role === 'level').map(({ header, level }) => [header.value, level])).toEqual([
      ['一级指标', 0],
      ['指标名称', 1],
      ['评价要点', 2],
    ]);
  });
});

describe('lines signed below a table', () => {
  const TABLE = `一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|培训人次|≥100人|100人|60|60
效益指标|社会效益|满意度|≥90%|88%|40|38
总分|||||100|98`;
  test.each([
    '填报人：张三|||联系电话：12345678|||',
    '填表人：张三|||负责人：李四||填报日期：2025年3月1日|',
    '单位负责人：李四||填报人：张三|||联系电话：12345678|',
    '经办人|张三||审核人|李四||',
    '填报人|张三||电话|12345678||',
  ])('「%s」 is no row of it', (line) => {
    const [table] = tablesOf(`2024年度项目支出绩效自评表||||||\n${TABLE}\n${line}`);
    expect(rowsOf(table!)).toEqual(['产出指标/数量指标/培训人次 60 60 @G3', '效益指标/社会效益/满意度 40 38 @G4']);
    expect(totalsOf(table!)).toEqual(['total 100 98']);
  });

  test('without a total row the signed line ends the table as well', () => {
    const rows = TABLE.split('\n').slice(0, 3).join('\n');
    const [table] = tablesOf(`2024年度项目支出绩效自评表||||||\n${rows}\n填报人：张三|||电话：12345678|||`);
    expect(rowsOf(table!)).toHaveLength(2);
  });

  test('between two tables it belongs to the upper: the lower begins at its own title', () => {
    const tables = tablesOf(
      `项目支出绩效自评表||||||\n项目名称|甲项目|||||\n${TABLE}\n填报人：张三|||填报日期：2025年3月1日|||\n||||||\n项目支出绩效自评表||||||\n项目名称|乙项目|||||\n${TABLE}\n填报人：李四|||填报日期：2025年4月2日|||`,
    );
    expect(tables.map(({ project, filledOn, rows }) => [project?.value, filledOn?.value.month, rows.length])).toEqual([
      ['甲项目', 3, 2],
      ['乙项目', 4, 2],
    ]);
  });
});

describe('data sheets', () => {
  const figures = (text: string): readonly string[] =>
    recognise(
      bookOf([
        sheet('自评表', '项目支出绩效自评表||||\n一级指标|三级指标|分值|得分\n产出|场次|60|60\n效益|满意度|40|40\n总分||100|100'),
        sheet('基础数据表', text),
      ]),
    ).tables[0]!.data.map(
      ({ path, column, value, period, unit, percent }) =>
        `${path.join('/')}${column === undefined ? '' : `|${column}`} ${value.value!.toString()}${percent === true ? ' %' : ''} ${period} ${unit ?? '-'}`,
    );

  test('columns 本年 and 上年', () => {
    expect(
      figures(`
2024年度部门整体支出基础数据表|||
项目|单位|本年|上年
三公经费|万元|12.5|15
在职人数|人|40|42
`),
    ).toEqual(['三公经费|本年 12.5 this 万元', '三公经费|上年 15 last 万元', '在职人数|本年 40 this 人', '在职人数|上年 42 last 人']);
  });

  test('rows 本年 and 上年 under one label', () => {
    expect(
      figures(`
2024年度部门整体支出基础数据表||
三公经费（万元）|本年|12.5
^|上年|15
结转结余（万元）|本年数|3
^|上年数|4
`),
    ).toEqual([
      '三公经费(万元)/本年 12.5 this 万元',
      '三公经费(万元)/上年 15 last 万元',
      '结转结余(万元)/本年数 3 this 万元',
      '结转结余(万元)/上年数 4 last 万元',
    ]);
  });

  test('labels that say 本年 or 上年 themselves; what is carried over from last year is this year’s', () => {
    expect(
      figures(`
2024年度部门整体支出基础数据表|
本年收入合计（元）|5200000
上年收入合计（元）|5100000
上年结转（元）|3000
三公经费变动率|-16.67%
`),
    ).toEqual([
      '本年收入合计(元) 5200000 this 元',
      '上年收入合计(元) 5100000 last 元',
      '上年结转(元) 3000 2024 元',
      '三公经费变动率 -0.1667 % 2024 率',
    ]);
  });
});
