import { HOLD_KINDS, type HoldKind } from '../../batch/view/types';
import type { HeldState } from '../types';
import { BudgetPanel } from './budget-panel';
import type { Goes, HeldActs } from './parts';
import { PublishingPanel } from './publishing-panel';
import { ReportPanel } from './report-panel';
import { RoundPanel } from './round-panel';
import { TargetPanel } from './target-panel';

/** Those of which there is a result. */
export const heldKinds = (state: HeldState): readonly HoldKind[] => HOLD_KINDS.filter((kind) => state[kind]?.result != null);

interface HeldPanelProps {
  readonly kind: HoldKind;
  readonly state: HeldState;
  readonly goes: Goes;
  readonly acts: HeldActs;
}

/** What one of them came to, in full. */
export function HeldPanel({ kind, state, goes, acts }: HeldPanelProps) {
  const { targets, budget, reports, round, publishing } = state;
  return (
    <div className="jb-roster jb-held">
      {kind === 'targets' && targets?.result != null && <TargetPanel result={targets.result} goes={goes} />}
      {kind === 'budget' && budget?.result != null && <BudgetPanel result={budget.result} goes={goes} />}
      {kind === 'reports' && reports?.result != null && <ReportPanel result={reports.result} goes={goes} acts={acts} />}
      {kind === 'round' && round?.result != null && <RoundPanel result={round.result} goes={goes} />}
      {kind === 'publishing' && publishing?.result != null && <PublishingPanel result={publishing.result} goes={goes} />}
    </div>
  );
}
