/** Whose a table is: what is known, and what nobody may decide. */
import { heldAgainst, type ReceivedTable, type RosterEntry } from '../../src/roster';

/** 「单位|编码|项目|项目编码|曾用名」 */
function entry(text: string, row: number): RosterEntry {
  const [unit, unitCode, project, projectCode, former] = text.split('|').map((part) => (part === '' ? null : part));
  return {
    unit: unit ?? null,
    unitCode: unitCode ?? null,
    project: project ?? null,
    projectCode: projectCode ?? null,
    former: former == null ? [] : former.split('、'),
    department: null,
    office: null,
    needs: { data: null, report: null },
    at: { sheet: '名单', row: row + 2 },
  };
}

/** 「单位|编码|项目|项目编码」 */
function table(text: string, kind: ReceivedTable['kind'] = null): ReceivedTable {
  const { unit, unitCode, project, projectCode } = entry(text, 0);
  return {
    sheet: '评分表',
    kind: kind ?? (project === null ? 'whole' : 'project'),
    unit,
    unitCode,
    project,
    projectCode,
    year: 2024,
    unfilled: false,
  };
}

/** 「第几行 怎样知道的」, or why it is nobody's and of whom it may be. */
function told(list: readonly string[], one: ReceivedTable, file = '送审/附件2.xlsx'): string {
  const entries = list.map(entry);
  const result = heldAgainst(
    { entries, exempt: 0, notices: [] },
    [
      { is: 'book', file, tables: [one], data: false, units: [] },
      { is: 'unreadable', file: `${file.split('/')[0]!}/另一个.xlsx`, reason: '有密码' },
    ],
    false,
  );
  const index = result.states.findIndex(({ tables }) => tables.length > 0);
  if (index >= 0) return `${index} ${result.states[index]!.tables[0]!.by}${result.states[index]!.remarks.length > 0 ? ' !' : ''}`;
  const left = result.unassigned.find(({ is }) => is === 'table');
  return `${left!.why} ${left!.candidates.map((candidate) => entries.indexOf(candidate)).join()}`.trim();
}

const UNITS = [
  '清河县教育局|101',
  '清河县民政局|102',
  '清河县发展和改革局|103',
  '清河县第一小学|104',
  '清河县第二小学|105',
  '清河县乡村振兴局|106|||清河县扶贫开发局',
];
const PROJECTS = [
  '清河县教育局|101|校舍维修|51070001',
  '清河县教育局|101|设备购置项目|51070002',
  '清河县民政局|102|设备购置项目|51070003',
  '清河县民政局|102||',
  '清河县水利局|103|河道治理|51070004|小流域治理',
];
const MANY = '名单上有几行都可能是这个单位。';
const NOT_LISTED = '名单上没有这个单位。';

it.each([
  ['as listed', UNITS, table('清河县教育局'), '0 name'],
  ['blanks, full width, a stamp', UNITS, table(' 清河县　教育局（盖章）'), '0 name'],
  ['the place left out or more of it', UNITS, table('县教育局'), '0 name'],
  ['bare', UNITS, table('教育局'), '0 name'],
  ['the city before it', UNITS, table('东山市清河县教育局'), '0 name'],
  ['another county', UNITS, table('白水县教育局'), `${NOT_LISTED} 0`],
  ['itself in distinction from what belongs to it', UNITS, table('清河县教育局（本级）'), '0 name'],
  ['both are listed', [...UNITS, '清河县教育局（本级）|1011'], table('清河县教育局（本级）'), '6 name'],
  ['a bare name of two places', ['东山市教育局', ...UNITS], table('教育局'), `${MANY} 1,0`],
  ['sisters', UNITS, table('县第二小学'), '4 name'],
  ["an abbreviation is nobody's to decide", UNITS, table('县发改局'), `${NOT_LISTED} 2`],
  ['a former name', UNITS, table('县扶贫开发局'), '5 former !'],
  ['both names', UNITS, table('清河县乡村振兴局（原清河县扶贫开发局）'), '5 name'],
  ['a former name in brackets behind an unlisted one', UNITS, table('清河县农业办（原扶贫开发局）'), '5 former !'],
  ['the code of the unit', UNITS, table('清河县幼教中心|104'), '3 name'],
  ['the code of one, the name of another', UNITS, table('清河县教育局|104'), `${MANY} 0,3`],
  ['one name twice, told apart by the code', ['清河县教育局|101', '清河县教育局|201'], table('清河县教育局|201'), '1 name'],
  ['one name twice', ['清河县教育局|101', '清河县教育局|201'], table('清河县教育局'), `${MANY} 0,1`],
  ['any project of a unit that is listed as such', UNITS, table('清河县教育局||食堂改造'), '0 name'],
  ['市场 is no place', ['清河市市场监督管理局', '清河市教育局', '清河市民政局'], table('市场监督管理局'), '0 name'],
  ['nothing is said', UNITS, table(''), '表上没有写明单位和项目编码。'],
])('units: %s', (_, list, one, expected) => expect(told(list, one)).toBe(expected));

it.each([
  ['by its code', table('|||51070003'), '2 code'],
  ['by its code, under another name', table('县社会事务中心||设备购置项目|51070003'), '2 code !'],
  [
    'the code of one line, the names of another',
    table('清河县教育局||设备购置项目|51070003'),
    '项目编码与单位、项目名称在名单上不是同一行。 2,1',
  ],
  [
    'the code of one line, the project of another of its unit',
    table('清河县教育局||校舍维修|51070002'),
    '项目编码与单位、项目名称在名单上不是同一行。 1,0',
  ],
  ['a project of two units, by its unit', table('县民政局||设备购置项目'), '2 name'],
  ['a project of two units, and no unit', table('||设备购置项目'), '表上没有写明单位和项目编码。 1,2'],
  ['a project of one unit, and no unit', table('||校舍维修'), '0 name'],
  ['of a unit that is not listed', table('白水县教育局||校舍维修'), `${NOT_LISTED} 0`.replace(' 0', ' 0,1')],
  ['a year and 项目 more', table('清河县教育局||2024年校舍维修项目'), '0 name'],
  ['another project', table('清河县教育局||操场改造'), '名单上这个单位没有这个项目。 0,1'],
  ['another code', table('清河县教育局||校舍维修|51079999'), '项目编码与名单不同'],
  ['the whole unit, where it is listed', table('清河县民政局'), '3 name'],
  ['the whole unit, where only projects are', table('清河县教育局'), '是部门（单位）整体自评表'],
  ['a former name of the project', table('清河县水利局||小流域治理'), '4 former !'],
  ['which project is not said', table('清河县教育局', 'project'), '表上没有写明是哪个项目'],
])('projects: %s', (_, one, expected) => expect(told(PROJECTS, one)).toContain(expected));

it.each([
  ['a folder of exactly that name, where the sheet says none', '送审/清河县教育局/附件2.xlsx', table(''), '0 path'],
  ['numbered', '送审/01-清河县教育局/附件2.xlsx', table(''), '0 path'],
  ['the file', '送审/清河县教育局.xlsx', table(''), '0 path'],
  ['the code', '送审/104/附件2.xlsx', table(''), '3 path'],
  ['whose desk it lies on', '清河县民政局/附件2.xlsx', table(''), '表上没有写明单位和项目编码。'],
  ['something like it', '送审/教育/附件2.xlsx', table(''), '表上没有写明单位和项目编码。'],
  ['what the sheet says counts, and the other is told', '送审/清河县民政局/附件2.xlsx', table('清河县教育局'), '0 name !'],
])('paths: %s', (_, file, one, expected) => expect(told(UNITS, one, file)).toBe(expected));

describe('a folder by the name of a department', () => {
  const at = (file: string, one: ReceivedTable) => ({ is: 'book', file, tables: [one], data: false, units: [] }) as const;
  const under = UNITS.map(entry).map((one, index) => ({ ...one, department: index === 3 ? '县教育局' : null }));

  it.each([
    [
      'the list says that others are under it',
      under,
      [at('送审/清河县教育局/1.xlsx', table('')), at('送审/清河县民政局/1.xlsx', table(''))],
      [null, 1],
    ],
    [
      'tables of others lie in it',
      UNITS.map(entry),
      [at('送审/清河县教育局/1.xlsx', table('')), at('送审/清河县教育局/2.xlsx', table('县第一小学'))],
      [null, 3],
    ],
    [
      'its own name on the file',
      under,
      [at('送审/清河县教育局/清河县教育局.xlsx', table('')), at('送审/x.xlsx', table('县民政局'))],
      [0, 1],
    ],
  ] as const)("%s: a table there that names nobody is nobody's", (_, entries, received, expected) => {
    const { states, unassigned } = heldAgainst({ entries, exempt: 0, notices: [] }, received, false);
    const of = (file: string): number | null => {
      const index = states.findIndex(({ tables }) => tables.some((one) => one.file === file));
      return index < 0 ? null : index;
    };
    expect(received.map(({ file }) => of(file))).toEqual(expected);
    expect(unassigned).toHaveLength(expected.filter((one) => one === null).length);
    expect(states.flatMap(({ remarks }) => remarks)).toEqual([]);
  });
});

describe('what is lacking and what came twice', () => {
  const list = ['清河县教育局', '清河县民政局', '清河县水利局'].map(entry);
  const roster = { entries: list, exempt: 0, notices: [] };
  const book = (file: string, tables: readonly ReceivedTable[], data = false, units: readonly string[] = []) =>
    ({ is: 'book', file, tables, data, units }) as const;

  it('the same table in two files is twice; different projects of a unit, copies in one file and blank forms are not', () => {
    const result = heldAgainst(
      roster,
      [
        book('a.xlsx', [table('清河县教育局'), table('清河县教育局')]),
        book('b.xlsx', [table('县教育局')]),
        book('c.xlsx', [table('清河县民政局||甲')]),
        book('d.xlsx', [table('清河县民政局||乙'), { ...table('清河县民政局||甲'), unfilled: true }]),
      ],
      true,
    );
    expect(result.states.map(({ twice }) => twice)).toEqual([['a.xlsx', 'b.xlsx'], [], []]);
    expect(result.counts).toMatchObject({ due: 3, received: 2, missing: 1, twice: 1, withoutData: null, withoutReport: null });
  });

  it('a table of another year than nearly all is pointed at, and is no second copy', () => {
    const years = [2024, 2024, 2024, 2024, 2024, 2023].map((year, index) =>
      book(`${index}.xlsx`, [{ ...table(index % 2 === 0 ? '清河县教育局' : `清河县民政局||项目${index}`), year }]),
    );
    const result = heldAgainst(roster, years, false);
    expect(result.states[1]!.remarks).toEqual(['「5.xlsx」是2023年度的，其他表多是2024年度的，请核对。']);
    expect(result.states[0]!.remarks).toEqual([]);
  });

  it('data sheets and reports in files of their own belong to the unit they name, or to whose tables lie beside them alone', () => {
    const result = heldAgainst(
      roster,
      [
        book('甲/评分表.xlsx', [table('清河县教育局')]),
        book('甲/数据.xlsx', [], true),
        book('乙/评分表.xlsx', [table('清河县民政局')]),
        book('乙/别人的.xlsx', [table('白水县教育局')]),
        book('乙/数据.xlsx', [], true),
        book('丙/数据.xlsx', [], true, ['县水利局']),
        { is: 'report', file: '甲/自评报告.pdf', with: null, unit: null },
        { is: 'report', file: '乙/自评报告.docx', with: '乙/评分表.xlsx', unit: null },
        { is: 'report', file: '丁/自评报告.docx', with: null, unit: '白水县水利局' },
        { is: 'unreadable', file: '送审/清河县水利局/附件2.xlsx', reason: '有打开密码' },
        { is: 'unreadable', file: '送审/谁的.xlsx', reason: '有打开密码' },
      ],
      true,
    );
    expect(
      result.states.map(({ lacks, data, reports, unreadable }) => [lacks.join(), data.length, reports.length, unreadable.length]),
    ).toEqual([
      ['', 1, 1, 0],
      ['data', 0, 1, 0],
      ['', 1, 0, 1],
    ]);
    expect(result.unassigned.map(({ is, file }) => `${is} ${file}`)).toEqual([
      'table 乙/别人的.xlsx',
      'data 乙/数据.xlsx',
      'report 丁/自评报告.docx',
      'unreadable 送审/谁的.xlsx',
    ]);
    expect(result.counts).toMatchObject({ received: 2, withoutData: 1, withoutReport: 0, unassigned: 4 });
    expect(result.notices).toHaveLength(2);
  });
});

it('a list of thousands held against thousands of strangers comes to an end', () => {
  const size = 1500;
  const list = Array.from({ length: size }, (_, index) => entry(`清河县第${index}小学|${index + 1000}|校舍维修项目${index}`, index));
  const received = Array.from({ length: size }, (_, index) => ({
    is: 'book' as const,
    file: `送审/${index}.xlsx`,
    tables: [table(index % 2 === 0 ? `白水县第${index}小学||校舍改造项目${index}` : `||食堂改造${index}`)],
    data: false,
    units: [],
  }));
  const from = performance.now();
  const { counts } = heldAgainst({ entries: list, exempt: 0, notices: [] }, received, false);
  expect([counts.received, counts.unassigned]).toEqual([0, size]);
  expect(performance.now() - from).toBeLessThan(20_000);
});
