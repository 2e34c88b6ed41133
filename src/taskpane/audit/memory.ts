import type { NarrativeView } from '../../open-workbook';
import type { Shell } from '../shell';

export const TABS = ['findings', 'scores', 'summary', 'desk'] as const;
export type TabKey = (typeof TABS)[number];

/** What comes back when the pane is opened again over the same workbook. */
export interface PaneMemory {
  readonly tab: TabKey;
  readonly finding: string | null;
  readonly score: string | null;
  readonly length: NarrativeView['length'];
  readonly scroll: number;
  /** 查看明细 was chosen although nothing was found. */
  readonly details: boolean;
}

export const FRESH: PaneMemory = { tab: 'findings', finding: null, score: null, length: 'box', scroll: 0, details: false };

const keyOf = (name: string): string => `pane:${name}`;

export function recall(shell: Shell, name: string): PaneMemory {
  const text = shell.load(keyOf(name));
  if (text === null) return FRESH;
  try {
    const kept = JSON.parse(text) as Partial<PaneMemory>;
    return TABS.includes(kept.tab as TabKey) ? { ...FRESH, ...kept } : FRESH;
  } catch {
    return FRESH;
  }
}

export function remember(shell: Shell, name: string, memory: PaneMemory): void {
  shell.save(keyOf(name), JSON.stringify(memory));
}
