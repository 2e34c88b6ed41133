import { MONEY, SCORE, box, fitRow, header, line, page, title, widths } from './style.mjs';

const WIDTHS = [10, 12, 15, 26, 15, 15, 9, 10, 38];
const PERCENT = '0.00%';
const RATE = '0.0%';

const HEAD = {
  project: '政务服务大厅运行维护经费',
  department: '示例市政务服务和数据管理局',
  unit: '示例市政务服务中心',
  date: '2025年3月10日',
  expected: '保障政务服务大厅全年正常运行，办理窗口服务事项12万件以上，做好设备巡检和政策宣传，服务对象满意度达到90%以上。',
};

/** A correct form: 96.5% spent, one target missed and explained, scores in proportion. */
export const RIGHT = {
  ...HEAD,
  attained: '大厅全年正常运行，办理窗口服务事项126540件，开展政策宣传12场，服务对象满意度93.2%；设备巡检完成44次，比目标少4次。',
  funding: [
    ['其中：当年财政拨款', 460, 440, 425.7],
    ['上年结转资金', 40, 40, 37.5],
    ['其他资金', 0, 0, 0],
  ],
  rate: (row) => ({ formula: `F${row}/E${row}`, result: 0.965 }),
  fundingScore: (row) => ({ formula: `ROUND(G${row}*H${row},2)`, result: 9.65 }),
  rows: [
    ['产出指标', '数量指标', '窗口服务事项办件量', '≥120000件', '126540件', 6, 6, null],
    ['产出指标', '数量指标', '大厅设备巡检次数', '≥48次', '44次', 6, 5.5, '8月更换运维服务商，交接期间少巡检4次；已在新合同中约定每周至少巡检一次，并按月核对记录。'],
    ['产出指标', '数量指标', '政策宣传活动场次', '≥12场', '12场', 8, 8, null],
    ['产出指标', '质量指标', '窗口服务规范达标率', '≥95%', 0.968, 8, 8, null],
    ['产出指标', '质量指标', '设备完好率', '≥98%', 0.986, 5, 5, null],
    ['产出指标', '时效指标', '工单按时办结率', '≥98%', 0.984, 8, 8, null],
    ['产出指标', '时效指标', '维护项目验收及时率', '≥95%', 1, 5, 5, null],
    ['产出指标', '成本指标', '项目总成本', '≤480万元', '463.20万元', 4, 4, null],
    ['效益指标', '社会效益指标', '群众办事平均等候时间', '≤15分钟', '13分钟', 10, 10, null],
    ['效益指标', '社会效益指标', '一窗受理事项覆盖率', '≥90%', 0.925, 10, 10, null],
    ['效益指标', '可持续影响指标', '大厅运行维护管理制度', '健全', '健全', 10, 10, null],
    ['满意度指标', '服务对象满意度指标', '办事群众满意度', '≥90%', 0.932, 10, 10, null],
  ],
  total: (fundingRow, from, to) => ({ formula: `I${fundingRow}+SUM(H${from}:H${to})`, result: 99.15 }),
  grade: '优',
};

/** The same form with the usual mistakes, each in a place of its own; samples/README.md lists them. */
export const WRONG = {
  ...HEAD,
  attained: '大厅全年正常运行，办理窗口服务事项126540件，开展政策宣传9场，设备巡检44次，服务对象满意度81%。',
  funding: [
    ['其中：当年财政拨款', 460, 440, 420.69],
    ['上年结转资金', 40, 40, 34],
    ['其他资金', 0, 0, 0],
  ],
  rate: () => 0.9473,
  fundingScore: () => 9.8,
  rows: [
    ['产出指标', '数量指标', '窗口服务事项办件量', '≥120000件', '126540件', 6, 6, null],
    ['产出指标', '数量指标', '大厅设备巡检次数', '≥48次', '44次', 6, 6, null],
    ['产出指标', '数量指标', '政策宣传活动场次', '≥12场', '9场', 8, 6, '第四季度场地改造，少开展3场；已改为线上直播，列入2025年度第一季度计划补办。'],
    ['产出指标', '质量指标', '窗口服务规范达标率', '≥95%', '≥95%', 8, 8, null],
    ['产出指标', '质量指标', '设备完好率', '≥98%', '完成', 5, 5, null],
    ['产出指标', '时效指标', '工单按时办结率', '≥98%', 0.972, 8, 7.93, null],
    ['产出指标', '时效指标', '维护项目验收及时率', null, null, 5, 5, null],
    ['产出指标', '成本指标', '项目总成本', '≤480万元', '454.69万元', 4, 4, null],
    ['效益指标', '社会效益指标', '群众办事平均等候时间', '≤15分钟', '20分钟', 10, 7.5, '社保业务集中办理月份窗口不足，等候变长；已增设2个潮汐窗口并开放预约。'],
    ['效益指标', '社会效益指标', '一窗受理事项覆盖率', '≥90%', 0.45, 10, 5, '市级专网系统未完成对接，部分事项仍在专窗受理；计划2025年6月底前完成对接。'],
    ['效益指标', '可持续影响指标', '大厅运行维护管理制度', '健全', '健全', 10, 10, null],
    ['满意度指标', '服务对象满意度指标', '办事群众满意度', '≥90%', 0.81, 10, 9, '等候时间偏长影响评价；已同步优化取号分流，按季度回访。'],
  ],
  total: () => 89.73,
  grade: '优',
};

/** The national project form on one sheet. */
export function project(book, form) {
  const sheet = book.addWorksheet('项目支出绩效自评表');
  widths(sheet, WIDTHS);
  page(sheet);
  title(sheet, 'A1:I1', '项目支出绩效自评表');
  line(sheet, 'A2:I2', '（2024年度）', 'center');
  heading(sheet, form);
  const fundingRow = funding(sheet, 6, form);
  goals(sheet, 10, form);
  const last = indicators(sheet, 12, form);
  total(sheet, last + 1, form.total(fundingRow, 13, last), form.grade);
  line(sheet, `A${last + 2}:C${last + 2}`, '填报人：');
  line(sheet, `D${last + 2}:F${last + 2}`, '联系电话：');
  line(sheet, `G${last + 2}:I${last + 2}`, `填报日期：${form.date}`);
}

function heading(sheet, form) {
  header(sheet, 'A3:B3', '项目名称');
  box(sheet, 'C3:I3', form.project);
  header(sheet, 'A4:B4', '主管部门');
  box(sheet, 'C4:E4', form.department);
  header(sheet, 'F4:G4', '实施单位');
  box(sheet, 'H4:I4', form.unit);
  for (const row of [3, 4]) sheet.getRow(row).height = 22;
}

/** Row 5 is the block's header; gives the row of 年度资金总额. */
function funding(sheet, first, form) {
  header(sheet, `A${first - 1}:B${first + 3}`, '项目资金\n（万元）');
  ['', '年初预算数', '全年预算数（A）', '全年执行数（B）', '分值', '执行率（B/A）', '得分（执行率×分值）'].forEach((text, index) =>
    header(sheet, `${'CDEFGHI'[index]}${first - 1}`, text === '' ? null : text),
  );
  sheet.getRow(first - 1).height = 30;
  const sums = [1, 2, 3].map((place) => rounded(form.funding.reduce((sum, part) => sum + part[place], 0)));
  box(sheet, `C${first}`, '年度资金总额');
  sums.forEach((sum, index) => box(sheet, `${'DEF'[index]}${first}`, sum, { format: MONEY }));
  box(sheet, `G${first}`, 10);
  box(sheet, `H${first}`, form.rate(first), { format: PERCENT });
  box(sheet, `I${first}`, form.fundingScore(first), { format: SCORE });
  form.funding.forEach(([label, ...amounts], index) => {
    const row = first + 1 + index;
    box(sheet, `C${row}`, label);
    amounts.forEach((amount, place) => box(sheet, `${'DEF'[place]}${row}`, amount, { format: MONEY }));
    for (const column of 'GHI') box(sheet, `${column}${row}`, '—');
    sheet.getRow(row).height = 28;
  });
  sheet.getRow(first).height = 22;
  return first;
}

function rounded(amount) {
  return Math.round(amount * 100) / 100;
}

function goals(sheet, row, form) {
  header(sheet, `A${row}:A${row + 1}`, '年度总体目标');
  header(sheet, `B${row}:E${row}`, '预期目标');
  header(sheet, `F${row}:I${row}`, '实际完成情况');
  box(sheet, `B${row + 1}:E${row + 1}`, form.expected, { left: true });
  box(sheet, `F${row + 1}:I${row + 1}`, form.attained, { left: true });
  sheet.getRow(row).height = 20;
  fitRow(sheet, row + 1, [[form.expected, 68], [form.attained, 72]]);
}

const COLUMNS = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'];

function indicators(sheet, headerRow, form) {
  COLUMNS.forEach((text, index) => header(sheet, `${'BCDEFGHI'[index]}${headerRow}`, text));
  sheet.getRow(headerRow).height = 26;
  const first = headerRow + 1;
  const last = headerRow + form.rows.length;
  header(sheet, `A${headerRow}:A${last}`, '绩效指标');
  form.rows.forEach((cells, index) => indicatorRow(sheet, first + index, cells));
  mergeSame(sheet, 'B', first, form.rows.map((cells) => cells[0]));
  mergeSame(sheet, 'C', first, form.rows.map((cells) => cells[1]));
  return last;
}

function indicatorRow(sheet, row, [, , name, target, actual, full, score, reason]) {
  box(sheet, `D${row}`, name, { left: true });
  box(sheet, `E${row}`, target);
  box(sheet, `F${row}`, actual, typeof actual === 'number' ? { format: RATE } : {});
  box(sheet, `G${row}`, full);
  box(sheet, `H${row}`, score, { format: SCORE });
  box(sheet, `I${row}`, reason, { left: true });
  fitRow(sheet, row, [[name, WIDTHS[3]], [reason, WIDTHS[8]]]);
}

function mergeSame(sheet, column, first, labels) {
  for (let from = 0, to = 0; from < labels.length; from = to) {
    while (to < labels.length && labels[to] === labels[from]) to += 1;
    const range = to - from === 1 ? `${column}${first + from}` : `${column}${first + from}:${column}${first + to - 1}`;
    box(sheet, range, labels[from]);
  }
}

function total(sheet, row, score, grade) {
  box(sheet, `A${row}:F${row}`, '总分', { bold: true });
  box(sheet, `G${row}`, 100, { bold: true });
  box(sheet, `H${row}`, score, { bold: true, format: SCORE });
  box(sheet, `I${row}`, grade, { bold: true });
  sheet.getRow(row).height = 24;
}
