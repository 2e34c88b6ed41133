/** Two forms with nearly everything in them: merged cells, subtotals, review columns, signs and units in columns, sources of money, a data sheet. */
import type { WorkbookSnapshot } from '../../src/workbook/types';
import { sheet } from '../recognition/field/field';
import { bookOf } from './sheets';
import type { Variation, VariedForm } from './variations';

const PROJECT = `
项目支出绩效自评表|<|<|<|<|<|<|<|<|<|<|<
（2024年度）||||||||||金额单位：万元|
项目名称|农村饮水安全项目|<|主管部门|某县水利局|<|实施单位|某县水利站|<|||
项目资金|资金来源|年初预算数|全年预算数|到位数|全年执行数|分值|执行率|得分|||
^|年度资金总额|200|210|205|189|10|90%|9|||
^|其中：当年财政拨款|150|150|150|140|—|93.33%|—|||
^|上年结转资金|30|40|40|35|—|87.5%|—|||
^|其他资金|20|20|15|14|—|70%|—|||
一级指标|二级指标|三级指标|指标性质|年度指标值|计量单位|实际完成值|分值|得分|复核得分|评分标准|偏差原因分析及改进措施
产出指标（50分）|数量指标|维修泵站|≥|12|座|12|10|10|10|按完成比例计分|
^|^|铺设管道|≥|30|公里|27|10|9|9|按完成比例计分|汛期停工，2025年3月补完
^|质量指标|验收合格率|≥|95|%|93|10|8|8|每低1个百分点扣1分|返修两处，已整改
^|^|抽检次数|=|4|次|4|^|^|^||
^|时效指标|完工时间||11月前||10月|10|10|10|按期完成得满分，否则不得分|
^|成本指标|项目总成本|≤|210|万元|189|10|10|10|不超预算得满分，否则不得分|
小计|||||||50|=SUM(I10:I15)~47|47||
效益指标（30分）|社会效益指标|受益人口|≥|3000|人|3100|15|15|15|按完成比例计分|
^|可持续影响指标|管护机制||健全||基本健全|15|13|12|达成预期指标的得100%-80%（含），部分达成的得80%-60%（含），未达成的得60%-0%|管护资金不足，拟列入下年预算
小计|||||||30|=SUM(I17:I18)~28|27||
满意度指标（10分）|服务对象满意度指标|用水户满意度|≥|90|%|92|10|10|10|满意度≥90%得满分，每低1个百分点扣1分|
总分|||||||100|=I5+I16+I19+I20~94|93||
评价等级|优|<|||||||||
注：预算执行率得分=执行率×分值。|<|<|<|<|<|<|<|<|<|<|<
`;

const WHOLE = `
2024年度部门整体支出绩效自评表||||||||
单位名称：示例市民政局||||||填报日期：2025年3月10日||
一级指标|二级指标|三级指标|分值|评分标准|指标值|完成值|自评得分|扣分说明
投入（20分）|预算配置|在职人员控制率|10|在职人员控制率≤100%得满分，每超过1个百分点扣1分，扣完为止。|≤100%|95.24%|10|
^|^|三公经费变动率|10|三公经费变动率≤0得满分，每超过1个百分点扣1分，扣完为止。|≤0|-16.67%|10|
过程（30分）|预算执行|预算完成率|10|得分=预算完成率×分值。|100%|96.15%|9.62|追加资金下达晚
^|^|结转结余率|5|结转结余率≤5%得满分，每超1个百分点扣0.5分。|≤5%|3.85%|5|
^|预算管理|制度健全性|5|①有制度得2分；②制度合规得2分；③执行到位得1分。|健全|健全|5|
^|^|资金使用合规性|10|每发现1例不符合规定的扣2分，扣完为止。|合规|发现1例|8|报销附件不全
产出（30分）|职责履行|走访户数|15|按完成比例计分。|≥1000户|1020户|15|
^|^|救助资金发放及时率|15|每低1个百分点扣1分。|100%|99%|14|一批次因系统故障延迟
效果（20分）|社会效益|政策知晓率|10|≥90%得满分；80%-90%得8分；80%以下不得分。|≥90%|91%|10|
^|满意度|群众满意度|10|≥90%得满分，每低1个百分点扣1分。|≥90%|88%|8|样本偏少
总分|||100||||94.62|
评价等级|优|||||||
其他需要说明的问题|无|||||||
`;
const DATA = `
2024年度部门整体支出基础数据表||
项目|单位|2024年|2023年
一、本年收入合计|元|5200000|5100000
二、本年支出合计|元|5000000|5000000
其中：基本支出|元|3000000|3100000
项目支出|元|2000000|1900000
预算完成率||96.15%|98%
编制人数|人|42|42
在职人数|人|40|41
三公经费|元|125000|150000
其中：公务接待费|元|25000|30000
公务用车费|元|100000|120000
`;

const MARKS = new Set(['<', '^', '—', '']);
type Otherwise = readonly [name: string, to: (cell: string) => string];
const OTHERWISE: readonly Otherwise[] = [
  ['emptied', () => ''],
  ['has other figures', (cell) => (/\d/.test(cell) ? cell.replace(/\d+/g, (digits) => String(Number(digits) + 1)) : `${cell}等`)],
  ['is half', (cell) => (/^\d+$/.test(cell) ? String(Number(cell) / 2) : cell.slice(0, Math.ceil(cell.length / 2)))],
  ['is a dash', () => '—'],
  ['is text', (cell) => (/^-?\d/.test(cell) ? `${cell}左右` : '不涉及')],
  ['has ten times its figures', (cell) => (/\d/.test(cell) ? cell.replace(/\d+/g, '$&0') : '0')],
  ['is 0', () => '0'],
];

/** Each cell with one change in turn; a merge ends above it, or it stands for the one above. */
function* textsOf(text: string, every: number, from: number): Iterable<readonly [string, string]> {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => line.split('|'));
  let turn = 0;
  for (const [r, cells] of lines.entries())
    for (const [c, cell] of cells.entries()) {
      if (cell === '') continue;
      turn += 1;
      if (turn % every !== from) continue;
      const ways: readonly Otherwise[] = MARKS.has(cell) ? [['stands alone', () => '5']] : OTHERWISE;
      const [name, to] = ways[Math.floor(turn / every) % ways.length]!;
      const put = (other: string): string =>
        lines.map((all, row) => all.map((one, col) => (row === r && col === c ? other : one)).join('|')).join('\n');
      yield [`${r + 1}.${c + 1} «${cell.slice(0, 8)}» ${name}`, put(to(cell))];
    }
}

const projectBook = (text: string): WorkbookSnapshot => bookOf(sheet('项目自评表', text));
const wholeBook = (text: string, data: string): WorkbookSnapshot => bookOf([sheet('自评表', text), sheet('基础数据表', data)]);

/** Rooms take other cells each, so that all together all are taken. */
export const RICH: Readonly<Record<string, (every: number, from: number) => VariedForm>> = {
  'rich project': (every, from) => ({
    name: 'rich project',
    base: projectBook(PROJECT),
    variations: [...textsOf(PROJECT, every, from)].map(([what, text]): Variation => ({ what, book: projectBook(text) })),
  }),
  'rich whole': (every, from) => ({
    name: 'rich whole',
    base: wholeBook(WHOLE, DATA),
    variations: [
      ...[...textsOf(WHOLE, every, from)].map(([what, text]): Variation => ({ what, book: wholeBook(text, DATA) })),
      ...[...textsOf(DATA, every, from)].map(([what, text]): Variation => ({ what: `data ${what}`, book: wholeBook(WHOLE, text) })),
    ],
  }),
};
