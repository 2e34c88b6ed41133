import type { Severity } from '../../words';
import { Octagon, Ring, Tick, Triangle } from './icons';

export type Tone = Severity | 'clear' | 'neutral';

/** The symbol of a severity: its shape differs, not its colour alone. The word stands beside it or in `label`. */
export function SeverityMark({ tone, size = 16 }: { readonly tone: Tone; readonly size?: number }) {
  const Shape = tone === 'mandatory' ? Octagon : tone === 'advisory' ? Triangle : tone === 'clear' ? Tick : Ring;
  return <Shape size={size} className={`jh-mark jh-mark-${tone}`} />;
}
