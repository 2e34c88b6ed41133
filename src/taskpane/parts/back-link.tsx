import type { Shell, ShellState } from '../shell';
import { Back } from './icons';

interface BackLinkProps {
  readonly shell: Shell;
  readonly page: ShellState;
}

/** 「返回 312 份」: where the workbook was opened from. */
export function BackLink({ shell, page }: BackLinkProps) {
  if (page.back === null || shell.back === undefined) return null;
  return (
    <button type="button" className="jh-link jh-back" onClick={() => shell.back?.()}>
      <Back size={12} />
      {page.back}
    </button>
  );
}
