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

/** 「强制性 2 项、提示性 1 项」, 「1 项未能检查」; 「未发现问题」 only where every check was carried through. */
export function verdictText({
  mandatory,
  advisory,
  failed,
}: {
  readonly mandatory: number;
  readonly advisory: number;
  readonly failed: number;
}): string {
  const parts = mandatory + advisory > 0 ? [`强制性 ${mandatory} 项、提示性 ${advisory} 项`] : [];
  if (failed > 0) parts.push(`${failed} 项未能检查`);
  return parts.join('、') || '未发现问题';
}
