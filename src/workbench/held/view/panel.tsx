import { HELD_KINDS, type HoldKind } from '../../batch/view/types';
import type { HeldResults, HeldState } from '../types';
import { BudgetPanel } from './budget-panel';
import { ComparisonPanel } from './comparison-panel';
import type { Goes, HeldActs } from './parts';
import { PublishingPanel } from './publishing-panel';
import { ReportPanel } from './report-panel';
import { RoundPanel } from './round-panel';
import { TargetPanel } from './target-panel';

/** Those of which there is a result. */
export const heldKinds = (state: HeldState): readonly HoldKind[] => HELD_KINDS.filter((kind) => state[kind]?.result != null);

interface PanelProps<K extends HoldKind> {
  readonly result: HeldResults[K];
  readonly goes: Goes;
  readonly acts: HeldActs;
}

const PANELS: { readonly [K in HoldKind]: (props: PanelProps<K>) => JSX.Element } = {
  targets: TargetPanel,
  budget: BudgetPanel,
  reports: ReportPanel,
  round: RoundPanel,
  resubmitted: ComparisonPanel,
  published: ComparisonPanel,
  yearly: ComparisonPanel,
  publishing: PublishingPanel,
};

interface HeldPanelProps<K extends HoldKind> {
  readonly goes: Goes;
  readonly acts: Omit<HeldActs, 'desk'>;
  readonly kind: K;
  readonly state: HeldState;
}

/** What one of them came to, in full. */
export function HeldPanel<K extends HoldKind>({ kind, state, goes, acts }: HeldPanelProps<K>) {
  const result = (state[kind]?.result ?? null) as HeldResults[K] | null;
  const Panel: (props: PanelProps<K>) => JSX.Element = PANELS[kind];
  return (
    <div className="jb-roster jb-held">{result !== null && <Panel result={result} goes={goes} acts={{ ...acts, desk: state.desk }} />}</div>
  );
}
