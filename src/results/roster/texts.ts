/** The words of the sheets on who has reported. */
export const RECEIVED = {
  sheet: '报送情况',
  title: '绩效自评材料报送情况',
  guide: '每行是名单上的一个单位或项目。「怎样对应」写明按项目编码、名称、原名还是文件夹名对应。没有对应上的文件列在「未能对应」。',
  headings: [
    '序号',
    '归口科室',
    '主管部门',
    '单位编码',
    '单位',
    '项目',
    '项目编码',
    '报送',
    '评分表',
    '怎样对应',
    '数据表',
    '报告',
    '重复报送',
    '请核对',
  ],
  widths: [6, 14, 20, 12, 24, 24, 20, 8, 34, 10, 24, 24, 24, 40],
  none: '名单上没有单位。',
} as const;

export const NOT_ASSIGNED = {
  sheet: '未能对应',
  title: '未能对应到名单的文件',
  guide: '以下文件收到了，但不能确定是名单上哪一个单位（项目）的，没有计入已报。「可能是」只供查对。',
  headings: ['序号', '文件', '工作表', '表上写的单位', '表上写的项目', '原因', '可能是'],
  widths: [6, 36, 16, 24, 24, 36, 40],
  none: '没有。',
} as const;

export const STATES = { received: '已报', missing: '未报' } as const;
export const LACKING = '缺';
export const KNOWN_BY = { code: '编码', name: '名称', former: '原名', path: '文件夹名' } as const;
