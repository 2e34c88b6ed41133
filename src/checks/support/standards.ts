/** What a finding may ask for on the strength of the standard applied. */
import type { AppliedStandards } from '../../standards';

/** 「《…》（依公开资料整理，非官方文本）」: the standard by name, and that it is no official text where it is none. */
export function standardTitle({ held }: AppliedStandards): string {
  if (held === null) return '所用标准';
  const { title, status } = held.resolved.standard;
  return `《${title}》${status === 'reconstructed' ? '（依公开资料整理，非官方文本）' : ''}`;
}

/** 强制性 only where the rule binds and its standard is official or was chosen by the user. */
export function weighs({ held }: AppliedStandards): boolean {
  if (held === null) return false;
  const { force, status } = held.resolved.standard;
  return force === 'binding' && (status === 'official' || held.how === 'chosen');
}
