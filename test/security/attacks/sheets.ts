/** Attacks by what a sheet claims to hold. */
import { xlsxOf } from '../../support/ooxml';
import type { Attack } from './types';

const far = (address: string, row: number): string => `<row r="${row}"><c r="${address}"><v>1</v></c></row>`;
const sheet = (rows: string, after = ''): string => `<sheetData>${rows}</sheetData>${after}`;
const merges = (areas: readonly string[]): string =>
  `<mergeCells>${areas.map((area) => `<mergeCell ref="${area}"/>`).join('')}</mergeCells>`;
const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;

const HEADING = `<row>${['一级指标', '二级指标', '三级指标', '分值', '评分标准', '自评得分', '扣分说明'].map(text).join('')}</row>`;

/** The heading and one row of a score sheet with these texts in the row. */
export function scoreRows(criterion: string, reason = ''): string {
  const row = `${text('产出指标')}${text('数量指标')}${text('培训次数')}<c><v>10</v></c>${text(criterion)}<c><v>9</v></c>${text(reason)}`;
  return `${HEADING}<row>${row}</row><row>${text('合计')}<c/><c/><c><v>10</v></c><c/><c><v>9</v></c></row>`;
}

const criterion = (value: string): Uint8Array => xlsxOf({ sheets: [sheet(scoreRows(value))] });
const reason = (value: string): Uint8Array => xlsxOf({ sheets: [sheet(scoreRows('每少一次扣1分，扣完为止', value))] });
const styles = (xfs: number, formats: number): string =>
  `<numFmts>${Array.from({ length: formats }, (_, n) => `<numFmt numFmtId="${n + 200}" formatCode="${'0'.repeat(200)}.${'#'.repeat(n % 30)}"/>`).join('')}</numFmts><cellXfs>${'<xf numFmtId="200"/>'.repeat(xfs)}</cellXfs>`;

export const SHEETS: readonly Attack[] = [
  {
    kind: '远处的单元格',
    variant: '5,000 行一直到底，各在末列',
    file: 'far-rows.xlsx',
    bytes: () => xlsxOf({ sheets: [sheet(Array.from({ length: 5000 }, (_, n) => far(`XFD${(n + 1) * 200}`, (n + 1) * 200)).join(''))] }),
    answer: 'any',
  },
  {
    kind: '远处的单元格',
    variant: '一个值在 XFD1048576',
    file: 'far.xlsx',
    bytes: () => xlsxOf({ sheets: [sheet(scoreRows('酌情') + far('XFD1048576', 1_048_576))] }),
    answer: 'read',
  },
  {
    kind: '远处的单元格',
    variant: '300 张表各一个',
    file: 'far-300.xlsx',
    bytes: () => xlsxOf({ sheets: Array.from({ length: 300 }, () => sheet(far('XFD1048576', 1_048_576))) }),
    answer: 'any',
  },
  {
    kind: '合并单元格',
    variant: '整张表合并成一格',
    file: 'merge-all.xlsx',
    bytes: () => xlsxOf({ sheets: [sheet(scoreRows('酌情'), merges(['A1:XFD1048576']))] }),
    answer: 'any',
  },
  {
    kind: '合并单元格',
    variant: '250,000 个，各一百万行高',
    file: 'merge-tall.xlsx',
    bytes: () => xlsxOf({ sheets: [sheet(scoreRows('酌情'), merges(Array.from({ length: 250_000 }, () => 'B1:B1048576')))] }),
    answer: 'refused',
  },
  {
    kind: '合并单元格',
    variant: '600,000 个小的',
    file: 'merge-small.xlsx',
    bytes: () => xlsxOf({ sheets: [sheet(scoreRows('酌情'), merges(Array.from({ length: 600_000 }, (_, n) => `A${n + 5}:B${n + 5}`)))] }),
    answer: 'refused',
  },
  {
    kind: '文字过长',
    variant: '评分标准 1,000,000 字',
    file: 'criterion.xlsx',
    bytes: () => criterion('每少一次扣1分，'.repeat(125_000)),
    answer: 'read',
  },
  {
    kind: '文字过长',
    variant: '扣分说明全是「、」和数字',
    file: 'reason.xlsx',
    bytes: () => reason('1、2.5、'.repeat(5_000)),
    answer: 'read',
  },
  {
    kind: '文字过长',
    variant: '评分标准 15,000 层括号',
    file: 'brackets.xlsx',
    bytes: () => criterion(`${'（'.repeat(15_000)}扣1分${'）'.repeat(15_000)}`),
    answer: 'read',
  },
  {
    kind: '评分表过多',
    variant: '10,000 行表头',
    file: 'heads.xlsx',
    bytes: () =>
      xlsxOf({ sheets: [sheet(Array.from({ length: 10_000 }, (_, n) => HEADING.replace('<row>', `<row ht="${n % 97}.5">`)).join(''))] }),
    answer: 'refused',
  },
  {
    kind: '评分表过多',
    variant: '5,000 张，每张两行',
    file: 'tables.xlsx',
    bytes: () => xlsxOf({ sheets: [sheet(Array.from({ length: 5000 }, (_, n) => scoreRows(`少${n}次扣1分`)).join(''))] }),
    answer: 'refused',
  },
  {
    kind: '样式',
    variant: '100,000 种',
    file: 'styles.xlsx',
    bytes: () => xlsxOf({ sheets: [sheet(scoreRows('酌情'))], styles: styles(100_000, 1) }),
    answer: 'any',
  },
  {
    kind: '样式',
    variant: '20,000 种数字格式，各 200 字',
    file: 'formats.xlsx',
    bytes: () => xlsxOf({ sheets: [sheet(scoreRows('酌情'))], styles: styles(1, 20_000) }),
    answer: 'any',
  },
  {
    kind: '样式',
    variant: '样式号 4,000,000,000',
    file: 'style-number.xlsx',
    bytes: () => xlsxOf({ sheets: [sheet(`<row><c s="4000000000"><v>1</v></c></row>${scoreRows('酌情')}`)], styles: styles(1, 1) }),
    answer: 'any',
  },
  {
    kind: '公式',
    variant: '3,000 格各引用前一格',
    file: 'chain.xlsx',
    bytes: () =>
      xlsxOf({
        sheets: [
          sheet(
            scoreRows('酌情') +
              Array.from({ length: 3000 }, (_, n) => `<row r="${n + 10}"><c r="A${n + 10}"><f>A${n + 9}+1</f><v>1</v></c></row>`).join(''),
          ),
        ],
      }),
    answer: 'read',
  },
  {
    kind: '公式',
    variant: '60,000 格共用一个 8,000 字的公式',
    file: 'shared.xlsx',
    bytes: () =>
      xlsxOf({
        sheets: [
          sheet(
            `<row r="1"><c r="A1"><f t="shared" ref="A1:A60000" si="0">${'SUM(B1:XFD1048576)+'.repeat(420)}1</f><v>1</v></c></row>${Array.from({ length: 60_000 }, (_, n) => `<row r="${n + 2}"><c r="A${n + 2}"><f t="shared" si="0"/><v>${(n * 7919) % 10_007}</v></c></row>`).join('')}`,
          ),
        ],
      }),
    answer: 'refused',
  },
  {
    kind: '公式',
    variant: '循环引用',
    file: 'circle.xlsx',
    bytes: () => xlsxOf({ sheets: [sheet(`${scoreRows('酌情')}<row r="9"><c r="A9"><f>SUM(A9:XFD1048576)</f><v>1</v></c></row>`)] }),
    answer: 'read',
  },
  {
    kind: '公式',
    variant: '5,000 层括号',
    file: 'nested.xlsx',
    bytes: () =>
      xlsxOf({
        sheets: [sheet(`${scoreRows('酌情')}<row r="9"><c r="F9"><f>${'('.repeat(5000)}1${')'.repeat(5000)}</f><v>1</v></c></row>`)],
      }),
    answer: 'read',
  },
];
