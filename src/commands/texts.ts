/** The commands' own words. */
import type { VerdictView } from '../open-workbook';

export const NOT_FOUND = '没有找到评分表';
export const OPEN_PANE = '请打开绩核面板查看。';
export const IN_PANE = '详见绩核面板。';
export const FAILED = '没有完成';
export const NOTHING_TO_FILL = '没有需要补填的内容';
export const NOT_FILLED = '没有写入';
export const UNDO_IN_PANE = '写入后可以在绩核面板里撤销。';
export const CALCULATED = (cells: number): string => `已写入 ${cells} 处`;
export const CORRECTIONS = (count: number): string => `另有 ${count} 处已填得分与评分标准不符，没有改动，请在绩核面板里逐项确认。`;
export const KEPT = (count: number): string => `未写 ${count} 处：`;
export const MORE = (count: number): string => `……另有 ${count} 处，${IN_PANE}`;
export const MARKED = (cells: number): string => `已标注 ${cells} 处单元格，内容没有改动。`;
export const NOT_MARKED = '这个工作簿是只读的，没有标注。';
export const UNFILLED = '尚未填写得分，填写后再审核';
export const ALL_CLEAR = '未发现问题';
export const NOTHING_OF_OURS = '没有绩核留下的内容';
export const REMOVED = '已清除绩核痕迹';
export const DATA_STAY = '已写入的数据没有改动。';
export const NOT_REMOVED = '没有清除';
export const CLEAR = '清除';
export const KEEP = '保留';
export const CLOSE = '关闭';

/** 「6 项需更正或补填，另有 2 项请更正或说明」 */
export function verdictNotice({ unfilled, mandatory, advisory, failed }: VerdictView): string {
  if (unfilled) return UNFILLED;
  const parts: string[] = [];
  if (mandatory > 0) parts.push(`${mandatory} 项需更正或补填`);
  if (advisory > 0) parts.push(`${mandatory > 0 ? '另有 ' : ''}${advisory} 项请更正或说明`);
  if (failed > 0) parts.push(`${failed} 项未能检查`);
  return parts.length === 0 ? ALL_CLEAR : parts.join('，');
}
