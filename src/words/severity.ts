export type Severity = 'mandatory' | 'advisory' | 'info';

/** Severities as accountants know them. */
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { mandatory: '强制性', advisory: '提示性', info: '参考' };

/** How the group is called to those who are to act on it. */
export const GROUP_NAMES: Readonly<Record<Severity, string>> = { mandatory: '必须更正', advisory: '需要说明', info: '参考' };

/** Printed under every result. */
export const NOTICE = '辅助核对结果，不作为评价结论，以财政部门复核为准';

/** What is asked of the unit, and what is not. */
export const SEVERITY_MEANINGS: Readonly<Record<Severity, string>> = {
  mandatory: '请更正或补填后再报送',
  advisory: '请更正，或书面说明理由',
  info: '供了解，不需回复',
};

/** How far the advisory findings have been answered, and how many findings a reviewer has accepted. */
export interface RepliesTold {
  readonly explained: number;
  readonly vague: number;
  readonly stale: number;
  readonly open: number;
  readonly accepted: { readonly mandatory: number; readonly advisory: number };
}

export interface VerdictFigures {
  /** All findings of the severity; those that were accepted are taken off here. */
  readonly mandatory: number;
  readonly advisory: number;
  readonly failed: number;
  /** null: nobody has written anything. */
  readonly replies?: RepliesTold | null;
}

/** 「：已说明 3，过于笼统 1，待处理 1」 */
function repliesText({ explained, vague, stale, open }: RepliesTold): string {
  const parts = [
    ['已说明', explained],
    ['过于笼统', vague],
    ['已失效', stale],
    ['待处理', open],
  ] as const;
  return `：${parts.flatMap(([word, count]) => (count > 0 ? [`${word} ${count}`] : [])).join('，')}`;
}

/**
 * 「强制性 2 项、提示性 1 项」, 「提示性 5 项：已说明 3，过于笼统 1，待处理 1」, 「1 项未能检查」; 「未发现问题」 only where every check was
 * carried through.
 */
export function verdictText({ mandatory, advisory, failed, replies = null }: VerdictFigures): string {
  const accepted = replies?.accepted ?? { mandatory: 0, advisory: 0 };
  const [must, should] = [mandatory - accepted.mandatory, advisory - accepted.advisory];
  const parts =
    must + should > 0 ? [`强制性 ${must} 项、提示性 ${should} 项${replies !== null && should > 0 ? repliesText(replies) : ''}`] : [];
  const known = accepted.mandatory + accepted.advisory;
  if (known > 0) parts.push(`经审核认定 ${known} 项`);
  if (failed > 0) parts.push(`${failed} 项未能检查`);
  return parts.join(replies === null ? '、' : '；') || '未发现问题';
}
