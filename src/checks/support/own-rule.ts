/** Does the sheet itself say how a row is scored? Then its rule is judged elsewhere, not the general one here. */
import type { IndicatorRow, Submission } from '../../recognition/types';
import { executionRow } from './execution';
import { rememberedText } from './memo';

const GENERAL =
  /达到.{0,8}(?:指标值|目标值|预期).{0,8}满分|(?:完成值|实际值|实际完成).{0,6}[÷/／].{0,6}(?:指标值|目标值|预期)|B[/／]A|A[/／]B|按(?:完成)?比例|(?:完成率|完成比例).{0,3}[×*xX]|[×*xX].{0,6}完成率/;
const NUMBERED = /\d+(?:\.\d+)?\s*(?:%|％|分|个百分点)/;
const OWN_EXECUTION_RULE = /执行率?[^。；;\n]{0,16}?\d+(?:\.\d+)?\s*[%％][^。\n]{0,24}?(?:得|扣|计|满分|不得分)|执行率?[^。；;\n]{0,12}每(?:低|降|少|差)/;

/** none: nothing is written · general: done = full, else in proportion · own: its own steps or deductions · vague: words without figures. */
export function ruleOf(row: IndicatorRow): 'none' | 'general' | 'own' | 'vague' {
  const text = row.criterion?.value ?? '';
  return text === '' ? 'none' : kindOfRule(text);
}

const kindOfRule = rememberedText((text: string): 'general' | 'own' | 'vague' => {
  if (GENERAL.test(text)) return 'general';
  return NUMBERED.test(text) ? 'own' : 'vague';
});

/** True where the row or a footnote gives the execution rate another rule than 执行率 × 分值. */
export function hasOwnExecutionRule(submission: Submission): boolean {
  const row = executionRow(submission);
  const texts = [row?.criterion?.value, row?.description?.value, ...submission.notes.map((note) => note.value)];
  return texts.some((text) => text !== undefined && text !== null && OWN_EXECUTION_RULE.test(text));
}
