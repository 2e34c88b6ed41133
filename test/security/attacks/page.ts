/** The table of docs/security.md: which files are tried in every test run, and which answer each must get. */
import type { Attack } from './types';

const ANSWERS: Readonly<Record<Attack['answer'], string>> = { read: '照常审核', refused: '拒收并说明原因', any: '审核或拒收' };

export function attacksPage(attacks: readonly Attack[]): string {
  const rows = attacks.map((one) => `| ${one.kind} | ${one.variant} | ${ANSWERS[one.answer]} |`);
  return ['| 攻击 | 做法 | 结果 |', '| --- | --- | --- |', ...rows].join('\n');
}
