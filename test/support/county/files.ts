/** The files of a made-up county: the list, and what each unit handed in. */
import { docxOf } from '../../report/written/docx';
import { xlsxOf } from '../ooxml';
import { type County, type CountyUnit, writtenName } from './plan';

export interface CountyFile {
  /** Forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export type SheetCells = readonly (string | number | null)[];

export interface PlainSheet {
  readonly name: string;
  readonly rows: readonly SheetCells[];
  readonly merges?: readonly string[];
  /** 1-based. */
  readonly hiddenRows?: readonly number[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const letters = (col: number): string => String.fromCharCode(65 + col);

function cellXml(value: string | number | null, row: number, col: number): string {
  if (value === null) return '';
  const at = `${letters(col)}${row}`;
  return typeof value === 'number'
    ? `<c r="${at}"><v>${value}</v></c>`
    : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

function sheetXml({ rows, merges = [], hiddenRows = [] }: PlainSheet): string {
  const lines = rows.map((cells, index) => {
    const hidden = hiddenRows.includes(index + 1) ? ' hidden="1"' : '';
    return `<row r="${index + 1}"${hidden}>${cells.map((value, col) => cellXml(value, index + 1, col)).join('')}</row>`;
  });
  const merged = merges.length === 0 ? '' : `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  return `<sheetData>${lines.join('')}</sheetData>${merged}`;
}

/** A workbook of at most 26 columns, written without any library: 320 of them cost nothing. */
export function plainWorkbook(sheets: readonly PlainSheet[]): Uint8Array {
  const listed = sheets.map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  return xlsxOf({
    sheets: sheets.map(sheetXml),
    parts: { 'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${listed.join('')}</sheets></workbook>` },
  });
}

/** Total one point too high where the unit is mistaken. */
function scoreSheet(unit: CountyUnit, year: number, stated: number, name: string | null): PlainSheet {
  const { project, namedAs, department, index } = unit;
  // Two out of three write no code: then the name has to tell.
  const owns = namedAs === 'code-only' || (index % 3 === 0 && namedAs !== 'folder-only') ? project.code : null;
  const rows: SheetCells[] = [
    [`项目支出绩效自评表（${year}年度）`],
    ['项目名称', project.name, null, ...(owns === null ? [] : ['项目编码', owns])],
    ['主管部门', department, null, ...(name === null ? [] : ['实施单位', name])],
    ['项目资金（万元）', '年初预算数', '全年预算数', null, '全年执行数', '分值', '得分', null, '执行率'],
    ['年度资金总额', project.budget, project.budget, null, project.executed, 10, 10, null, '100%'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
    ...project.indicators.map(({ path, name: indicator, target, actual, weight }) => [...path, indicator, target, actual, weight, weight]),
    ['总分', null, null, null, null, 100, stated],
  ];
  return { name: '项目自评表', rows };
}

function dataSheet({ index, project }: CountyUnit, name: string | null): PlainSheet {
  return {
    name: '基础数据表',
    rows: [
      ['基础数据表'],
      [name === null ? '' : `填报单位：${name}`],
      ['项目', '单位', '数值'],
      ['年末在职人数', '人', 20 + (index % 30)],
      ['年末车辆数', '辆', 1 + (index % 4)],
      ['项目支出', '万元', project.executed],
    ],
  };
}

function reportOf(unit: CountyUnit, year: number, name: string): Uint8Array {
  return docxOf(
    [
      `${name}${year}年度项目支出绩效自评报告`,
      '一、项目基本情况',
      `${name}实施${unit.project.name}，保障工作正常开展。`,
      '二、主要做法',
      '按照年初计划组织实施，加强过程管理。',
    ].join('\n'),
  );
}

/** The folder a unit's files lie in: by office, its number, for some its name. */
export function folderOf({ office, index, name, namedAs }: CountyUnit): string {
  return `${office}/${namedAs === 'folder-only' ? name : `第${index + 1}号`}`;
}

function filesOf(unit: CountyUnit, year: number): readonly CountyFile[] {
  if (!unit.handed) return [];
  const folder = folderOf(unit);
  const name = writtenName(unit);
  const table = scoreSheet(unit, year, unit.mistaken ? 101 : 100, name);
  const book = (sheets: readonly PlainSheet[], file: string): CountyFile => ({ path: `${folder}/${file}`, bytes: plainWorkbook(sheets) });
  return [
    book(unit.data === 'inside' ? [table, dataSheet(unit, name)] : [table], '附件2.xlsx'),
    ...(unit.data === 'apart' ? [book([dataSheet(unit, name ?? unit.name)], '附件3.xlsx')] : []),
    ...(unit.twice ? [book([table], '附件2（重报）.xlsx')] : []),
    ...(unit.report ? [{ path: `${folder}/绩效自评报告.docx`, bytes: reportOf(unit, year, name?.trim() ?? unit.name) }] : []),
  ];
}

/** 应报名单: grouped by merged cells, with lines of sums, a hidden line and notes below. */
export function listFile({ units, place, year }: County): CountyFile {
  const rows: (string | number | null)[][] = [
    [`${place}${year}年度绩效自评应报单位（项目）名单`],
    [null, null, null, null, '单位信息', null, null, '项目信息', null, '应报材料', null],
    ['序号', '归口科室', '主管部门', '单位编码', '单位名称', '曾用名', null, '项目名称', '项目编码', '数据表', '报告'],
  ];
  const merges = ['A1:K1', 'E2:F2', 'H2:I2', 'J2:K2'];
  const groups = new Map<string, CountyUnit[]>();
  for (const unit of units)
    groups.set(`${unit.office} ${unit.department}`, [...(groups.get(`${unit.office} ${unit.department}`) ?? []), unit]);
  let number = 0;
  for (const group of groups.values()) {
    const top = rows.length + 1;
    for (const unit of group) {
      number += 1;
      const first = unit === group[0];
      const { project } = unit;
      rows.push([
        number,
        first ? unit.office : null,
        first ? unit.department : null,
        unit.code,
        unit.name,
        unit.former,
        null,
        project.name,
        project.code,
        '√',
        unit.needsReport ? '√' : '—',
      ]);
    }
    if (group.length > 1) {
      merges.push(`B${top}:B${rows.length}`, `C${top}:C${rows.length}`);
      rows.push([null, null, null, null, '小计', null, null, `${group.length}个`, null, null, null]);
    }
  }
  rows.push(
    ['合计', null, null, null, `${units.length}家`],
    ['注：本名单由各归口科室核定。'],
    ['联系人：某某', null, '电话：0816-1234567'],
  );
  return { path: '应报名单.xlsx', bytes: plainWorkbook([{ name: '应报名单', rows, merges, hiddenRows: [5] }]) };
}

/** What the county's units handed in, and what strangers did, below no common folder. */
export function handedIn({ units, strangers, year }: County): readonly CountyFile[] {
  const foreign = strangers.map(({ unit, project, folder }): CountyFile => {
    const [first] = units;
    const like: CountyUnit = {
      ...first!,
      namedAs: 'as-listed',
      department: unit,
      project: { ...first!.project, name: project, code: '999000000001' },
    };
    return { path: `${folder}/附件2.xlsx`, bytes: plainWorkbook([scoreSheet(like, year, 100, unit)]) };
  });
  return [...units.flatMap((unit) => filesOf(unit, year)), ...foreign];
}

/** The second submission: of those with a mistake, under other names and in other folders. */
export function handedInAgain({ units, year }: County): readonly CountyFile[] {
  return units.flatMap((unit): readonly CountyFile[] => {
    if (unit.again === null || unit.again === 'not-yet') return [];
    const stated = unit.again === 'corrected' ? 100 : 101;
    return [{ path: `重报/${unit.code}.xlsx`, bytes: plainWorkbook([scoreSheet(unit, year, stated, writtenName(unit))]) }];
  });
}

/** Only what went back: the first submission as it was returned. */
export function returned({ units, year }: County): readonly CountyFile[] {
  return units.flatMap((unit) => (unit.mistaken && unit.handed ? filesOf({ ...unit, twice: false, report: false }, year) : []));
}
