import { approvedTables, assessedTables } from '../../src/approved';
import { book, goalForm, type Rows, scored, toldOf } from './books';

const differences = async (approved: Rows, now: Rows): Promise<readonly string[]> =>
  toldOf(await book({ 目标: goalForm(approved) }), await book({ 自评: scored(now) }));

describe('a 指标值 against the approved one', () => {
  it.each<[approved: string | number, now: string | number, state: 'same' | 'changed' | 'unclear']>([
    ['≥48次', '≥40次', 'changed'],
    ['≥48次', '≥48次', 'same'],
    ['≥48次', '48次', 'same'],
    ['48', '≥４８次', 'same'],
    ['＝48次', '≥48次', 'same'],
    ['≥48次', '≤48次', 'changed'],
    ['大于等于48次', '不少于48次', 'same'],
    ['48次', '48场', 'same'],
    ['48次', '40人', 'unclear'],
    ['≥90%', '90', 'same'],
    ['≥90%', 0.9, 'same'],
    ['100%', 1, 'same'],
    ['100%', '＝100％', 'same'],
    ['≥95%', '≥90%', 'changed'],
    ['≥95%', '≥95.0%', 'same'],
    ['≤12万元', '≤120000元', 'same'],
    ['≤12万元', '≤15万元', 'changed'],
    ['≤12万元', '≤150000元', 'changed'],
    ['1.2公里', '1200米', 'same'],
    ['≥2万人', '≥20000人', 'same'],
    ['80-100座', '80—100座', 'same'],
    ['80-100座', '60-100座', 'changed'],
    ['80-100座', '≥80座', 'unclear'],
    ['2024年12月底前', '12月31日前', 'same'],
    ['2024年12月底前', '2024年12月', 'same'],
    ['2024年10月底前', '2024年12月底前', 'changed'],
    ['2024年12月底前', '2023年12月底前', 'changed'],
    ['12月30日前', '12月31日前', 'changed'],
    ['显著提升', '有效提高', 'changed'],
    ['显著提升', '显著提升。', 'same'],
    ['提升', '有所提升', 'unclear'],
    ['优良中低差', '良', 'same'],
    ['培训48次以上', '≥48次', 'same'],
    ['补贴120户，每户1000元', '补贴100户，每户1000元', 'changed'],
    ['≥48次', '按计划开展', 'unclear'],
  ])('%s → %s: %s', async (approved, now, state) => {
    const found = await differences(
      [
        ['数量指标', '培训次数', approved],
        ['质量指标', '合格率', '≥99%'],
      ],
      [
        ['数量指标', '培训次数', now],
        ['质量指标', '合格率', '≥99%'],
      ],
    );
    expect(found.map((line) => line.split(' ')[0])).toEqual(state === 'same' ? [] : [state]);
  });

  it('reads sign and unit from columns of their own, and says what was approved as people write it', async () => {
    const goals = await book({
      目标: [
        ['项目绩效目标表'],
        ['项目名称', '培训经费'],
        ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位', '权重'],
        ['产出指标', '数量指标', '培训次数', '≥', 48, '次', 20],
        ['产出指标', '质量指标', '合格率', '≥', 95, '%', 20],
        ['产出指标', '质量指标', '及时率', '=', 100, '%', 20],
      ],
    });
    const now = await book({
      自评: scored([
        ['数量指标', '培训次数', '≥40次'],
        ['质量指标', '合格率', '≥95%'],
        ['质量指标', '及时率', 1],
      ]),
    });
    expect(toldOf(goals, now)).toEqual(['changed 培训次数: 指标值由批复的≥48次改为≥40次，请提供目标调整批复']);
  });
});

describe('indicators', () => {
  const two: Rows = [
    ['数量指标', '培训次数', '≥48次'],
    ['质量指标', '合格率', '≥95%'],
  ];
  it.each<[what: string, approved: Rows, now: Rows, said: readonly string[]]>([
    ['dropped', two, [two[0]!], ['removed 合格率: 批复的指标（指标值≥95%）在自评表中没有找到，请提供目标调整批复或说明原因']],
    ['added', [two[0]!], two, ['added 合格率: 批复的绩效目标中没有这项指标（指标值≥95%），请提供目标调整批复或说明原因']],
    ['in another order', two, [two[1]!, two[0]!], []],
    [
      'numbered and marked',
      [
        ['数量指标', '指标1：培训次数', '≥48次'],
        ['质量', '合格率（%）', '≥95%'],
      ],
      [
        ['数量指标', '1.培训次数', '≥48次'],
        ['质量指标', '★合格率', '≥95%'],
      ],
      [],
    ],
    ['moved to another 二级指标', two, [two[0]!, ['时效指标', '合格率', '≥95%']], []],
    [
      'one lost and one new in a class: perhaps renamed, never said to be one',
      two,
      [two[0]!, ['质量指标', '优良率', '≥95%']],
      [
        'added 优良率: 批复的绩效目标中没有这项指标（指标值≥95%），请提供目标调整批复或说明原因',
        'removed 合格率: 批复的指标（指标值≥95%）在自评表中没有找到，请提供目标调整批复或说明原因；自评表同类中的「优良率」是批复中没有的，如是改名请说明',
      ],
    ],
    [
      'two of one name, one of them changed',
      [
        ['数量指标', '完成量', '≥10个'],
        ['数量指标', '完成量', '≥20个'],
      ],
      [
        ['数量指标', '完成量', '≥20个'],
        ['数量指标', '完成量', '≥8个'],
      ],
      ['changed 完成量: 指标值由批复的≥10个改为≥8个，请提供目标调整批复'],
    ],
    [
      'two of one name and both otherwise: not guessed',
      [['数量指标', '完成量', '≥10个'], ['数量指标', '完成量', '≥20个'], two[0]!],
      [['数量指标', '完成量', '≥9个'], ['数量指标', '完成量', '≥8个'], two[0]!],
      Array.from({ length: 4 }, () => 'unclear 完成量: 同名的指标不止一项，没有逐项核对，请核对'),
    ],
    [
      'not filled in',
      two,
      [two[0]!, ['质量指标', '合格率', '', '96%']],
      ['blank 合格率: 批复的指标值是≥95%，自评表没有填写指标值，请补填'],
    ],
    [
      'of another table',
      two,
      [['数量指标', '修路里程', '≥3公里']],
      ['批复的目标与自评表没有一项同名的指标，没有逐项核对，请核对是否拿错了表。'],
    ],
  ])('%s', async (_, approved, now, said) => {
    expect(await differences(approved, now)).toEqual(said);
  });

  it('does not call 决策 and 过程, which the form asks of everybody, added', async () => {
    const now = await book({
      自评: [
        ...scored([['数量指标', '培训次数', '≥48次']]).slice(0, -1),
        ['过程', '资金管理', '资金使用合规性', '合规', '合规', 10, 10, null],
      ],
    });
    expect(toldOf(await book({ 目标: goalForm([['数量指标', '培训次数', '≥48次']]) }), now)).toEqual([]);
  });

  it('says nothing of a 自评表 without a place for 指标值', async () => {
    const now = await book({
      自评: [
        ['项目支出绩效自评表'],
        ['项目名称', '培训经费'],
        ['一级指标', '二级指标', '三级指标', '评分标准', '分值', '得分'],
        ['产出指标', '数量指标', '培训次数', '完成得满分', 50, 50],
        ['产出指标', '质量指标', '合格率', '完成得满分', 50, 50],
      ],
    });
    expect(toldOf(await book({ 目标: goalForm([['数量指标', '培训次数', '≥48次']]) }), now)).toEqual([
      '自评表没有指标值一栏，没有核对指标值。',
    ]);
  });
});

describe('the forms goals come in', () => {
  it('reads the national form: goals of several years on the left, those of the year on the right', async () => {
    const goals = await book(
      {
        申报: [
          ['项目支出绩效目标申报表'],
          ['项目名称', null, '培训经费'],
          ['总体目标', '中期目标（2023年—2025年）', null, null, null, '年度目标'],
          ['绩效指标', '一级指标', '二级指标', '三级指标', '指标值', '二级指标', '三级指标', '指标值'],
          [null, '产出指标', '数量指标', '指标1：培训次数', '≥150次', '数量指标', '指标1：培训次数', '≥48次'],
          [null, null, '质量指标', '指标1：合格率', '≥90%', '质量指标', '指标1：合格率', '≥95%'],
          [null, null, null, '指标2：', null, null, '指标2：', null],
          [null, '满意度指标', '服务对象满意度指标', '学员满意度', '≥90%', '服务对象满意度指标', '学员满意度', '≥92%'],
        ],
      },
      ['A4:A8', 'B5:B7'],
    );
    const [form] = approvedTables(goals);
    expect(form!.lines.map(({ path, target }) => [...path, target?.shown])).toEqual([
      ['产出指标', '数量指标', '指标1:培训次数', '≥48次'],
      ['产出指标', '质量指标', '指标1:合格率', '≥95%'],
      ['满意度指标', '服务对象满意度指标', '学员满意度', '≥92%'],
    ]);
    const now = await book({
      自评: scored([
        ['数量指标', '培训次数', '≥48次'],
        ['质量指标', '合格率', '≥95%'],
        ['满意度指标', '学员满意度', '≥90%'],
      ]),
    });
    expect(toldOf(goals, now)).toEqual(['changed 学员满意度: 指标值由批复的≥92%改为≥90%，请提供目标调整批复']);
  });

  it('reads one list for all projects, by code or name, merged or filled down', async () => {
    const head = ['项目编码', '项目名称', '预算单位', '一级指标', '二级指标', '三级指标', '计算符号', '指标值', '计量单位'];
    const list = (name: string, code: string | null, unit: string | null, rows: Rows): Rows =>
      rows.map((row, index) => (index === 0 ? [code, name, unit, ...row] : [null, null, null, ...row]));
    const goals = await book({
      批复: [
        ['2024年县级项目绩效目标批复表'],
        head,
        ...list('培训经费', '51000024T000000000001', '甲局', [
          ['产出指标', '数量指标', '培训次数', '≥', 48, '次'],
          ['产出指标', '质量指标', '合格率', '≥', 95, '%'],
        ]),
        ...list('培训经费', '51000024T000000000002', '乙局', [
          ['产出指标', '数量指标', '培训次数', '≥', 30, '次'],
          ['产出指标', '质量指标', '合格率', '≥', 95, '%'],
        ]),
        ...list('修路经费', '51000024T000000000003', '丙局', [['产出指标', '数量指标', '修路里程', '≥', 3, '公里']]),
      ],
    });
    expect(approvedTables(goals).map(({ code, project, unit, lines }) => [code, project, unit, lines.length])).toEqual([
      ['51000024T000000000001', '培训经费', '甲局', 2],
      ['51000024T000000000002', '培训经费', '乙局', 2],
      ['51000024T000000000003', '修路经费', '丙局', 1],
    ]);
    const sheet = (times: string, head: Rows): Rows =>
      scored(
        [
          ['数量指标', '培训次数', times],
          ['质量指标', '合格率', '≥95%'],
        ],
        head,
      );
    const now = await book({
      // By code, though the name was put right and the unit is another.
      一: sheet('≥30次', [
        ['项目名称', '干部培训经费', '项目编码', '51000024T000000000002'],
        ['实施单位', '丁局'],
      ]),
      // By name and unit.
      二: sheet('≥40次', [
        ['项目名称', '培训经费'],
        ['实施单位', '甲局'],
      ]),
      // A name that two have, and no unit to tell.
      三: sheet('≥40次', [['项目名称', '培训经费']]),
      // The code before the name; approved for nobody.
      四: sheet('≥40次', [
        ['项目名称', '51000024T000000000009-培训经费'],
        ['实施单位', '甲局'],
      ]),
    });
    expect(toldOf(goals, now)).toEqual([
      'changed 培训次数: 指标值由批复的≥48次改为≥40次，请提供目标调整批复',
      '自评 培训经费: 同名的项目不止一个，没有项目编码可以区分，没有核对',
      '自评 培训经费: 没有找到这个项目批复的绩效目标',
      '批复 修路经费: 批复了绩效目标，没有找到自评表',
    ]);
    expect(assessedTables(now)[3]!.code).toBe('51000024T000000000009');
  });

  it.each<[what: string, approved: Rows, now: Rows, said: readonly string[]]>([
    [
      'the unit with the county before its name',
      [
        ['项目名称', '培训经费'],
        ['实施单位', '教育局'],
      ],
      [
        ['项目名称', '“培训经费”'],
        ['实施单位', '某县教育局'],
      ],
      [],
    ],
    [
      'a unit of its own',
      [
        ['项目名称', '培训经费'],
        ['实施单位', '某县教育局'],
      ],
      [
        ['项目名称', '培训经费'],
        ['实施单位', '某县财政局'],
      ],
      [],
    ],
  ])('two tables put side by side are one: %s', async (_, approved, now, said) => {
    const rows: Rows = [['数量指标', '培训次数', '≥48次']];
    expect(toldOf(await book({ 目标: goalForm(rows, approved) }), await book({ 自评: scored(rows, now) }))).toEqual(said);
  });

  it('never holds another unit, another code or another year against it where there are several', async () => {
    const rows: Rows = [['数量指标', '培训次数', '≥48次']];
    const goals = await book({
      甲: goalForm(rows, [
        ['项目名称', '培训经费'],
        ['实施单位', '某县教育局'],
        ['项目编码', '510000240001'],
      ]),
      乙: goalForm(rows, [
        ['项目名称', '修路经费'],
        ['实施单位', '某县交通局'],
      ]),
    });
    const now = await book({
      甲: scored(
        [['数量指标', '培训次数', '≥40次']],
        [
          ['项目名称', '培训经费'],
          ['实施单位', '某县财政局'],
        ],
      ),
      乙: scored(
        [['数量指标', '培训次数', '≥40次']],
        [
          ['项目名称', '培训经费'],
          ['实施单位', '某县教育局'],
          ['项目编码', '510000240002'],
        ],
      ),
      丙: [
        ['项目支出绩效自评表'],
        ['（2023年度）'],
        ...scored(
          [['数量指标', '培训次数', '≥40次']],
          [
            ['项目名称', '修路经费'],
            ['实施单位', '某县交通局'],
          ],
        ).slice(2),
      ],
    });
    expect(toldOf(goals, now)).toEqual([
      '自评 培训经费: 没有找到这个项目批复的绩效目标',
      '自评 培训经费: 没有找到这个项目批复的绩效目标',
      '自评 修路经费: 只找到其他年度的，没有核对',
      '批复 培训经费: 批复了绩效目标，没有找到自评表',
      '批复 修路经费: 批复了绩效目标，没有找到自评表',
    ]);
  });
});
