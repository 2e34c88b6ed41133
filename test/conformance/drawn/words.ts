/** Names, units and sentences of generated forms. Made up after the manner of public ones; none is a quotation. */

/** Name, unit, least and most of a target. */
export const COUNTS: readonly (readonly [string, string, number, number])[] = [
  ['培训基层干部', '人次', 60, 400],
  ['发放宣传资料', '份', 500, 5000],
  ['新增健身器材', '套', 12, 60],
  ['完成检测样品', '批次', 20, 300],
  ['改造老旧小区', '个', 11, 30],
  ['铺设供水管网', '公里', 15, 80],
  ['河道巡查次数', '次', 24, 200],
  ['救助困难群众', '户', 20, 500],
  ['举办招聘会', '场', 12, 40],
  ['资助学生人数', '人', 50, 900],
  ['采购图书', '册', 1000, 9000],
  ['建设高标准农田', '亩', 500, 9000],
  ['清运生活垃圾', '吨', 800, 9000],
  ['维护交通标志', '块', 40, 600],
  ['更新病床', '张', 20, 120],
];

export const RATES: readonly string[] = [
  '工程验收合格率',
  '培训考核通过率',
  '设备完好率',
  '资金拨付及时率',
  '政策知晓率',
  '任务按期完成率',
  '档案归档率',
  '疫苗接种率',
  '污水达标排放率',
  '办件按时办结率',
  '数据准确率',
  '苗木成活率',
];

/** The less, the better. */
export const LOW_RATES: readonly string[] = [
  '群众投诉率',
  '设备故障率',
  '案件未办结率',
  '产品不合格率',
  '学生辍学率',
  '问题未整改率',
  '资料差错率',
];

export const COSTS: readonly (readonly [string, string, number, number])[] = [
  ['每公里养护成本', '元', 3000, 90000],
  ['单套设备采购成本', '元', 800, 9000],
  ['人均培训成本', '元', 120, 900],
];

export const TIMES: readonly (readonly [string, string, number, number])[] = [
  ['平均办理时限', '个工作日', 5, 20],
  ['故障响应时间', '分钟', 20, 120],
];

export const QUALITIES: readonly (readonly [string, string])[] = [
  ['公共服务能力', '持续提升'],
  ['管理制度', '健全'],
  ['生态环境质量', '明显改善'],
  ['群众获得感', '显著增强'],
  ['长效管护机制', '建立健全'],
  ['应急保障能力', '有效提升'],
];

export const PLEASED: readonly string[] = ['服务对象满意度', '受益群众满意度', '参训学员满意度', '企业满意度', '家长满意度'];

export const REASONS: readonly string[] = [
  '受连续强降雨影响，部分工作推迟，已安排次年一季度补齐。',
  '供应商延迟交货，已按合同追究并调整供货计划。',
  '参与对象临时减少，今后提前摸底并落实补办。',
  '第三方机构招标流标一次，今后提前启动采购。',
  '机构调整期间人员交接，进度放缓，已增派人手。',
];

export const UNITS: readonly string[] = [
  '青峰县水利局',
  '江右市图书馆',
  '云台区卫生健康局',
  '沙河镇人民政府',
  '白鹿县职业中学',
  '临海市退役军人事务局',
];

/** What a criterion of a 整体 form speaks about. */
export const SHARES: readonly string[] = [
  '预算完成率',
  '支付进度率',
  '政府采购执行率',
  '重点工作完成率',
  '项目绩效目标覆盖率',
  '资产利用率',
  '任务办结率',
];
export const OVERRUNS: readonly string[] = ['在职人员控制率', '公用经费控制率', '“三公经费”控制率'];
export const FAULTS: readonly (readonly [string, string, string])[] = [
  ['资金使用合规性', '例', '不合规支出'],
  ['预算编制准确性', '项', '编制差错'],
  ['合同管理规范性', '份', '未经审核的合同'],
  ['信息公开规范性', '处', '公开差错'],
  ['资产管理规范性', '项', '账实不符'],
];
export const ITEMS: readonly (readonly [string, readonly string[]])[] = [
  ['管理制度健全性', ['制定预算管理制度', '制定内部控制制度', '制度得到执行']],
  ['预决算信息公开性', ['按规定时限公开预算', '按规定时限公开决算']],
  ['绩效自评质量', ['按时报送自评材料', '自评材料完整', '自评结果公开']],
];
export const YES_NO: readonly (readonly [string, string])[] = [
  ['绩效目标编报', '按规定编报绩效目标的'],
  ['资产清查', '完成年度资产清查的'],
  ['决算报送', '按时报送部门决算的'],
];
