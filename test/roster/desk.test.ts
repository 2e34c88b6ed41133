/** The made-up county over the desk: every count right, nobody assigned to another's line. */
import { readDocument, readXlsx } from '../../src/hosts/file';
import { coverText } from '../../src/report';
import { heldAgainst, readRoster, receivedBook, type Received, reminderText, rosterLine, type RosterResult } from '../../src/roster';
import { isNamedIn } from '../../src/report';
import { type County, countyOf, folderOf, handedIn, listFile } from '../support/county';
import { inWholeRuns } from '../support/whole-run';

/** Reports are given to the workbook beside them, as `check --reports` does. */
function receivedOf(county: County): readonly Received[] {
  return handedIn(county).map(({ path, bytes }): Received => {
    if (path.endsWith('.xlsx')) return receivedBook(path, readXlsx(bytes));
    const cover = coverText(readDocument(bytes)!);
    expect(isNamedIn(cover, '自评报告')).toBe(true);
    return { is: 'report', file: path, with: path.replace('绩效自评报告.docx', '附件2.xlsx'), unit: null };
  });
}

function heldOf(county: County): RosterResult {
  const read = readRoster(readXlsx(listFile(county).bytes));
  if (!read.ok) throw new Error(read.message);
  return heldAgainst(read.roster, receivedOf(county), true);
}

describe.each([40, 100, ...inWholeRuns(320)])('a county of %i', (size) => {
  const county = countyOf({ units: size });
  const result = heldOf(county);

  it('has a line for every unit, with its office, department, codes and former name', () => {
    expect(result.states.map(({ entry }) => [entry.unit, entry.unitCode, entry.project, entry.projectCode, entry.former.join()])).toEqual(
      expect.arrayContaining(county.units.map((unit) => [unit.name, unit.code, unit.project.name, unit.project.code, unit.former ?? ''])),
    );
    expect(result.states).toHaveLength(size);
    for (const { entry } of result.states) {
      const unit = county.units.find(({ name }) => name === entry.unit)!;
      expect([entry.department, entry.office, entry.needs]).toEqual([
        unit.department,
        unit.office,
        { data: true, report: unit.needsReport },
      ]);
    }
  });

  it('counts right, and every file belongs to its own line', () => {
    const count = (test: (unit: County['units'][number]) => boolean): number => county.units.filter(test).length;
    const missing = count(({ handed }) => !handed);
    expect(result.counts).toEqual({
      due: size,
      received: size - missing,
      missing,
      withoutData: count(({ handed, data }) => handed && data === 'none'),
      withoutReport: count(({ handed, needsReport, report }) => handed && needsReport && !report),
      twice: count(({ twice }) => twice),
      unassigned: 2,
      units: 0,
      projects: size,
    });
    for (const { entry, tables, data, reports, lacks, twice } of result.states) {
      const unit = county.units.find(({ name }) => name === entry.unit)!;
      const folder = `${folderOf(unit)}/`;
      for (const file of [...tables.map((table) => table.file), ...data, ...reports]) expect(`${unit.name} ${file}`).toContain(folder);
      expect([tables.length, twice.length]).toEqual([unit.handed ? (unit.twice ? 2 : 1) : 0, unit.twice ? 2 : 0]);
      if (unit.handed)
        expect([lacks.includes('data'), lacks.includes('report')]).toEqual([unit.data === 'none', unit.needsReport && !unit.report]);
    }
  });

  it('lists strangers with the lines they might belong to, and assigns them to nobody', () => {
    expect(
      result.unassigned.map(({ unit, why, candidates }) => [unit, why, candidates.map((one) => one.unit).includes('清河县发展和改革局')]),
    ).toEqual([
      ['白水县教育局', '名单上没有这个单位。', false],
      ['县发改委', '名单上没有这个单位。', true],
    ]);
  });
});

it('says it in one line, and makes the list to remind by', () => {
  const result = heldOf(countyOf({ units: 40 }));
  expect(rosterLine(result.counts)).toBe('应报 40 个项目，已报 38，未报 2；缺数据表 2，缺报告 2，重复报送 2，未能对应 2');
  expect(reminderText(result, 'office').split('\n')).toEqual([
    '应报 40 个项目，已报 38，未报 2；缺数据表 2，缺报告 2，重复报送 2，未能对应 2。',
    '',
    '未报送 2：',
    '社会保障科（2）',
    '  1. 清河县卫生健康局 设备购置经费',
    '  2. 清河县信访局 信访局人员培训项目',
    '',
    '已报评分表，缺数据表 2：',
    '行政政法科（2）',
    '  1. 清河县民政局 民政局环境整治项目',
    '  2. 清河县科学技术局 安全管理经费',
    '',
    '已报评分表，缺报告 2：',
    '经济建设科（2）',
    '  1. 清河县财政局 服务保障经费',
    '  2. 清河县工业和信息化局 工业和信息化局运行维护项目',
    '',
  ]);
  expect(result.notices).toEqual(['名单有 1 行是隐藏的，也计入应报。']);
});
