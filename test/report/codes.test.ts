/** One table a code: what is found, what is not, and what lies between. */
import { readPlainText } from '../../src/hosts/file';
import { bookOf, sheetOf } from '../support/sheets';
import { held, heldText, told } from './support';

const DATA = sheetOf('基础数据表', [
  ['2024年度基础数据表'],
  ['单位名称：东江县农业农村局', null, '金额单位：元'],
  ['序号', '项目', '金额'],
  [1, '本年收入合计', 1200000],
  [2, '本年支出合计', 1000000],
]);

const FUNDS = [
  ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  [null, '年度资金总额', 80, 90, 81, 10, 0.9, 9],
  [null, '其中：当年财政拨款', 60, 70, 61],
] as const;

/** 培训人次 missed its target and lost 4 points, the execution rate lost 1. */
const FORM = sheetOf('自评表', [
  ['2024年度项目支出绩效自评表'],
  ['项目名称', '乡村培训项目', null, '实施单位', '东江县农业农村局'],
  ...FUNDS.map((row) => [...row]),
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
  ['产出指标', '数量指标', '培训学员人次', '≥100人次', '90人次', 40, 36, '台风停课，少培训10人次'],
  [null, '质量指标', '验收合格率', '≥95%', '98%', 20, 20],
  ['效益指标', '社会效益指标', '服务覆盖率', '≥90%', '93.5%', 20, 20],
  ['满意度指标', '服务对象满意度', '群众满意度', '≥90%', '95%', 10, 10],
  ['总分', null, null, null, null, 100, 95],
]);

const BOOK = bookOf([FORM, DATA]);

const REPORT = `东江县农业农村局2024年度乡村培训项目绩效自评报告
一、基本情况
@
二、自评情况
自评得分95分，评价等级为“优”。
三、存在问题
台风停课，少培训10人次，扣4分；资金执行率未达100%，扣1分。
四、改进措施
备好室内场地。`;

const asked = (text: string): readonly string[] => told(heldText(REPORT.replace('@', text), BOOK));

it('the report without the sentence asks nothing', () => {
  const read = heldText(REPORT.replace('@', '项目在全县开展。'), BOOK);
  expect([read.reading.judged, told(read)]).toEqual([true, []]);
});

type Rows = readonly (readonly [text: string, found: string | null])[];

/** null: nothing. */
const table = (code: string, rows: Rows): void => {
  it.each(rows)(`${code}: %s`, (text, found) => {
    expect(asked(text)).toEqual(found === null ? [] : [`advisory ${code} ${found}`]);
  });
};

table('report-count', [
  ['内设3个股室，即办公室、人事股。', '3'],
  ['项目由三家机构承接，分别为康乐、颐和、夕阳红、安心。', '三'],
  ['设2个工作组：工程组、资金组、监督组。', '2'],
  ['内设3个股室，即办公室、人事股、财务股。', null],
  ['内设3个股室，即办公室、人事股和财务股。', null],
  ['内设4个股室，即办公室、政策和法规股、人事股、财务股。', null],
  ['设3个组、2个中心，分别为一组、二组、三组、甲中心、乙中心。', null],
  ['内设6个股室，即办公室、人事股等。', null],
  ['覆盖12个乡镇，其中山区5个。', null],
  ['开展3项工作：一是调研；二是培训；三是验收。', null],
  ['内设2个股室，包括办公室、人事股、财务股。', null],
  ['设3个组：工程组（张、王）、资金组、监督组。', null],
  ['约3个村，即东村、西村、南村、北村。', null],
]);

table('report-deduction-sum', [
  ['甲扣1分，乙扣2分，共扣4分。', '4'],
  ['甲扣1分，乙扣2分，共扣3分。', null],
  ['甲扣4分，乙扣1分。以上共扣5分。', null],
  ['甲扣1分，乙扣2分，其余合计扣2分，共扣5分。', null],
  ['全年共扣5分。', null],
  ['某方面共扣2分。', null],
  ['上年共扣8分，其中甲扣3分、乙扣4分。', null],
]);

table('report-full-claim', [
  ['各项绩效指标均已完成。', '指标均已完成'],
  ['全部完成年度绩效目标。', '全部完成年度绩效目标'],
  ['本次自评无扣分。', '无扣分'],
  ['除培训外，各项指标均完成。', null],
  ['其余指标全部完成。', null],
  ['效益指标全部完成。', null],
  ['力争明年各项指标全部完成。', null],
  ['2023年绩效目标全部完成。', null],
  ['绩效目标未全部完成。', null],
  ['所有工程全部完成。', null],
  ['绩效目标基本完成。', null],
]);

table('report-data', [
  ['培训学员人次91人次。', '91'],
  ['服务覆盖率达到93%。', null],
  ['服务覆盖率达到94.5%。', '94.5'],
  ['全年执行数83万元。', '83'],
  ['2024年本年收入合计130万元，其中财政拨款等。', '130'],
  ['培训学员人次90人次。', null],
  ['培训学员人次目标100人次。', null],
  ['培训学员人次100人次。', null],
  ['约培训学员人次85人次。', null],
  ['2023年培训学员人次85人次。', null],
  ['2023年培训2期，培训学员人次85人次。', null],
  ['东山镇培训学员人次30人次。', null],
  ['上半年完成2期，培训学员人次40人次。', null],
  ['2025年力争服务覆盖率达到98%，群众满意度达到97%。', null],
  ['全省平均水平高，群众满意度92%。', null],
  ['全年执行数81万元。', null],
  ['全年执行数810000元。', null],
  ['全年执行数约83万元。', null],
]);

table('report-unit-scale', [
  ['全年执行数81元。', '81'],
  ['全年执行数810000万元。', '810000'],
  ['全年执行数0.0081亿元。', null],
  ['人均执行数81元。', null],
]);

table('report-score', [
  ['群众满意度得9分。', '9'],
  ['培训学员人次扣3分。', '3'],
  ['培训学员人次扣4分，得36分。', null],
  ['群众满意度10分。', null],
  ['群众满意度每低1个百分点扣1分。', null],
  ['群众满意度满分8分。', null],
  ['培训学员人次和验收合格率共得56分。', null],
  ['2023年群众满意度得9分。', null],
]);

table('report-balance', [
  ['总里程126.8公里，其中县道21公里、乡道38.6公里、村道72.4公里。', '126.8'],
  ['总里程126.8公里，其中县道21公里、乡道38.6公里、村道61.7公里。', null],
  ['总里程126.8公里，其中县道21公里、乡道38.6公里、村道67.2公里。', null],
  ['总里程126.8公里，其中县道21公里、乡道38.6公里、村道62.7公里。', '126.8'],
  ['学员90人次，其中女性50人次、党员45人次。', null],
  ['学员90人次，其中甲班50人次、乙班45人次等。', null],
  ['学员90人次，其中甲班50人次、乙班45人次。', '90'],
  ['学员90人次，其中甲班50人次、乙班40人次。', null],
  ['学员90人次，其中甲班50人次，乙班30人次。', null],
  ['学员约90人次，其中甲班50人次、乙班45人次。', null],
  ['学员90人次，其中甲班50人次（占55.6%）、乙班40人次（占44.4%）。', null],
]);

table('report-rate', [
  ['2.“平台运维”项目绩效自评综述：全年预算数为320万元，全年执行数为311.4万元。预算执行率97.3%。', null],
  ['1—6月执行210万元，预算执行率43.7%；1—9月执行345.6万元，预算执行率72%。', null],
  ['公用经费87650元，比2023年98000元下降15.56%。', '15.56'],
  ['公用经费87650元，比2023年98000元下降10.56%。', null],
  ['公用经费87650元，比2023年98000元减少10350元，下降10.56%。', null],
  ['公用经费8.77万元，较上年9.8万元下降10.5%。', null],
  ['公用经费87650元、会议费5000元，比上年98000元下降10.56%。', null],
  ['公用经费98000元，比上年87650元增长11.81%。', null],
  ['公用经费98000元，比上年87650元增长18.11%。', '18.11'],
]);

table('report-unit-name', [
  ['北山县农业农村局将加强管理。', '北山县农业农村局'],
  ['学习借鉴北山县农业农村局的做法。', null],
  ['我县农业农村局组织实施。', null],
  ['东江县农业农村局组织实施。', null],
  ['江南市农业农村局下达资金。', null],
  ['与北山县农业农村局配合开展。', null],
]);

table('report-placeholder', [
  ['涉及【待填】个村。', '【待填】'],
  ['涉及XX村。', 'XX'],
  ['支出____万元。', '____'],
  ['20XX年实施。', '20XX'],
  ['负责人张××。', null],
  ['面积3×4米。', null],
  ['时间待定。', null],
  ['型号XX-200。', null],
]);

it.each([
  ['满意度99.698.5%。', 1],
  ['支出12..5万元。', 1],
  ['按1.2.3节执行。', 0],
  ['2024.12.31前完成。', 0],
  ['占98.5%。', 0],
])('report-unreadable-number: %s', (text, count) => {
  const { findings } = heldText(REPORT.replace('@', text), BOOK).reading;
  expect(findings.filter(({ code }) => code === 'report-unreadable-number')).toHaveLength(count);
});

it.each([
  ['2023年度乡村培训项目绩效自评报告', '2024年度自评得分95分。2024年收入合计120万元。', ['advisory report-year 2023']],
  ['2023年度乡村培训项目绩效自评报告', '2024年度自评得分95分。', []],
  ['2024年度乡村培训项目绩效自评报告', '2023年度自评得分96分。2023年收入合计110万元。', []],
  ['2023年度乡村培训项目绩效自评报告', '2023年度自评得分94分。2024年收入合计120万元。', []],
])('report-year: %s, %s', (title, text, found) => {
  const report = REPORT.replace('东江县农业农村局2024年度乡村培训项目绩效自评报告', title).replace('@', text);
  expect(told(heldText(report, BOOK)).filter((one) => one.includes('report-year'))).toEqual(found);
});

it.each([
  ['自评总分95分。', '自评总分96分。', ['advisory report-inconsistent 96']],
  ['自评总分95分。', '自评总分95.0分。', []],
  ['自评总分95分。', '2023年自评总分96分。', []],
  ['收入合计120万元。', '收入合计1200000元。', []],
  ['收入合计120万元。', '甲项目收入合计30万元。', []],
])('report-inconsistent, without a sheet: %s and %s', (one, other, found) => {
  const read = heldText(`2024年度绩效自评报告\n一、情况\n${one}\n二、其他\n${other}`, bookOf([sheetOf('清单', [['材料']])]));
  expect(told(read)).toEqual(found);
});

it.each([
  [{ revisions: 2, hidden: 0 }, ['advisory report-unresolved-revisions -']],
  [{ revisions: 0, hidden: 5 }, ['advisory report-hidden-text -']],
  [{ revisions: 0, hidden: 0 }, []],
])('revisions and hidden text: %j', (of, found) => {
  expect(told(held({ ...readPlainText(REPORT.replace('@', '')), ...of }, BOOK))).toEqual(found);
});

it('a rate of all twelve months is the year’s', () => {
  expect(asked('1—12月按进度支付，预算执行率43.7%。')).toEqual(['mandatory report-rate 43.7']);
});
