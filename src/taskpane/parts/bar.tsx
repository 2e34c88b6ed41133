import type { ReactNode } from 'react';
import { Ring, Tick, Triangle } from './icons';

/** A sentence above the list: what happened, and at most one thing to do about it. */
export function Bar({ tone, children }: { readonly tone: 'success' | 'warning' | 'plain'; readonly children: ReactNode }) {
  const Mark = tone === 'success' ? Tick : tone === 'warning' ? Triangle : Ring;
  return (
    <div className={`jh-bar jh-bar-${tone}`} role="status">
      <Mark size={18} className="jh-bar-mark" />
      <div className="jh-bar-text">{children}</div>
    </div>
  );
}
