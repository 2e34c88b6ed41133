/** The words of the workbook of a comparison. */
export const STATUS_WORDS = { compared: '已比对', missing: '后一个文件中没有', added: '前一个文件中没有' } as const;

export const OVERVIEW = {
  sheet: '比对',
  title: '比对结果',
  guide: '每行是一张评分表。「已更正」「仍存在」「新增」是强制性和提示性问题的项数；「改动」是有不同的行数，逐格列在后面的表中。',
  headings: [
    '前一个文件',
    '后一个文件',
    '单位或项目',
    '前得分',
    '后得分',
    '前等级',
    '后等级',
    '已更正',
    '仍存在',
    '新增',
    '无法判断',
    '改动',
    '情况',
  ],
  widths: [22, 22, 20, 8, 8, 7, 7, 8, 8, 7, 9, 7, 26],
  none: '没有可以比对的评分表。',
} as const;

export const STATES = {
  sheet: '问题办理',
  title: '问题办理情况',
  guide:
    '「已更正」的，写的是原来的位置和原来的问题；「仍存在」「新增」的，是现在的位置和现在的问题。「无法判断」是这次没有可供核对的内容，不能算已更正。',
  headings: ['文件', '单位或项目', '编号', '级别', '情况', '指标', '位置', '问题', '答复'],
  widths: [20, 18, 10, 8, 12, 18, 14, 60, 26],
  none: '前后都没有强制性和提示性的问题。',
} as const;

export const CHANGES = {
  sheet: '改动',
  title: '逐格改动',
  guide: '每行是一个单元格。没有列出的单元格没有不同；插入行列、换工作表名称和调整顺序不算改动。',
  headings: (before: string, after: string): readonly string[] => [
    '文件',
    '单位或项目',
    '工作表',
    '部分',
    '指标或名称',
    '内容',
    `${before}位置`,
    before,
    `${after}位置`,
    after,
    '说明',
  ],
  widths: [18, 18, 12, 8, 22, 12, 9, 20, 9, 20, 40],
  none: '没有不同。',
} as const;

export const ROUND_PAGE = {
  sheet: '重报情况',
  title: '反馈意见办理情况',
  guide:
    '每行是一个单位。「上次」是上一次报送时的强制性问题和没有说明的提示性问题；「改完」是都已更正或说明。「新增」是上次没有、这次有的问题，另外列出，不影响上次问题的办理。',
  headings: [
    '单位',
    '情况',
    '上次（项）',
    '已更正',
    '已说明',
    '仍存在',
    '无法判断',
    '没有重报的表',
    '新增',
    '新增的问题',
    '上次的文件',
    '这次的文件',
  ],
  widths: [26, 10, 9, 8, 8, 8, 9, 12, 7, 60, 30, 30],
  none: '上一次没有需要更正或说明的问题。',
} as const;

export const ROUND_STATES = {
  corrected: '改完',
  open: '仍有问题',
  unknown: '无法判断',
  'not-yet': '未重报',
  'not-asked': '上次没有问题',
} as const;
