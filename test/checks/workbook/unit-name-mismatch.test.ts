import { unitNameMismatch } from '../../../src/checks/workbook/unit-name-mismatch';
import { isNearlySame, isWithin } from '../../../src/score-table/unit-names';
import { testCheck } from '../support/check-tester';
import { briefly, form, GOOD_ROWS, saidOf } from '../support/published-form';

const named = (name: string, unit: string, title?: string) =>
  form({ name, rows: GOOD_ROWS, head: [['单位名称', unit]], ...(title === undefined ? {} : { title }) });

testCheck(unitNameMismatch, {
  passing: [
    { name: 'the same in the title', sheet: { title: '成安县民政局2024年度项目支出绩效自评表', unit: '成安县民政局', rows: [{}] } },
    { name: 'a short form in the title', sheet: { title: '科技局2024年度部门整体支出绩效自评表', unit: '岳阳市科学技术局', rows: [{}] } },
    { name: 'the department above in the title', sheet: { title: '永德县教育局2024年度绩效自评表', unit: '永德县明朗中学', rows: [{}] } },
    { name: 'a year before the name', sheet: { title: '2024年度科技局整体支出绩效自评表', unit: '岳阳市科技局', rows: [{}] } },
    { name: 'no unit line', sheet: { title: '成安县民政局2024年度绩效自评表', unit: null, rows: [{}] } },
  ],
  failing: [
    {
      name: 'one character apart',
      sheet: { title: '永德县明朗中学2024年度绩效自评表', unit: '永德县明郎中学', rows: [{}] },
      findings: [
        {
          severity: 'advisory',
          cell: 'B2',
          related: ['A1'],
          message: 'B2 的单位名称「永德县明郎中学」与标题（A1）中的「永德县明朗中学」不一致。请核实单位全称，改正写错的一处。',
          fix: null,
          accused: { row: 'head:unit', aspect: 'text' },
        },
      ],
    },
  ],
  boundary: [
    {
      name: 'a town for a town',
      sheet: { title: '麻埠镇2024年度部门整体支出绩效自评表', unit: '金寨县白塔畈镇人民政府', rows: [{}] },
      findings: [
        {
          severity: 'advisory',
          cell: 'B2',
          related: ['A1'],
          message: 'B2 的单位名称「金寨县白塔畈镇人民政府」与标题（A1）中的「麻埠镇」不一致。请核实单位全称，改正写错的一处。',
          fix: null,
        },
      ],
    },
    { name: 'its own town', sheet: { title: '麻埠镇2024年度部门整体支出绩效自评表', unit: '金寨县麻埠镇人民政府', rows: [{}] } },
  ],
});

describe('names that are nearly the same', () => {
  it.each([
    ['永德县明朗中学', '永德县明郎中学'],
    ['岳阳市科学技术局', '岳阳市科学枝术局'],
  ])('%s, %s', (a, b) => expect([isNearlySame(a, b), isNearlySame(b, a)]).toEqual([true, true]));
  it.each([
    ['银川市第一小学', '银川市第二小学'],
    ['城东街道办事处', '城西街道办事处'],
    ['市科技局', '岳阳市科技局'],
    ['永德县财政局', '永德县民政局'].map((name) => name.slice(2)),
    ['成安县民政局', '永德县教育局'],
  ])('not %s, %s', (a, b) => expect(isNearlySame(a!, b!)).toBe(false));
  it('knows an abbreviation', () => expect(isWithin('市发改委', '岳阳市发展和改革委员会')).toBe(true));
});

describe('across the sheets of a workbook', () => {
  it('finds the one sheet that writes the name otherwise', () => {
    expect(
      briefly(
        saidOf('unit-name-mismatch', [named('一', '某某县水利局机关'), named('二', '某某县水利局机关'), named('三', '某某县水力局机关')]),
      ),
    ).toEqual(['advisory B2']);
  });
  it('takes sub-units of a department for normal', () => {
    expect(
      saidOf('unit-name-mismatch', [
        named('一', '某某县第一小学'),
        named('二', '某某县第二小学'),
        named('三', '某某县实验幼儿园'),
        named('四', '某某县教育局'),
      ]),
    ).toEqual([]);
  });
});
