/** The indicators of a score table against those that were approved. */
import { classKey } from './names';
import { pairLines } from './pair-lines';
import { sameTarget } from './same-target';
import words from './data/targets.json';
import { TARGETS } from './texts';
import type { TargetComparison, TargetDifference, TargetLine, TargetTable } from './types';

const GOALS: ReadonlySet<string> = new Set(words.goals);

function pairDifference([was, is]: readonly [TargetLine, TargetLine]): TargetDifference | null {
  if (was.target === null) return null;
  const difference = (state: TargetDifference['state'], meaning: string): TargetDifference => ({
    state,
    name: is.name,
    lines: [was, is],
    meaning,
  });
  if (is.target === null) return is.targetAt === null ? null : difference('blank', TARGETS.blank(was.target.shown));
  const same = sameTarget(was.target, is.target);
  if (same === 'same') return null;
  return difference(same, TARGETS[same](was.target.shown, is.target.shown));
}

const outermost = ({ path }: TargetLine): string => (path.length > 1 ? classKey(path[0]!) : '');

/** 决策, 过程, 管理 are asked of everybody by the form of the 自评表: only what stands among the goals can have been added to them. */
function isGoal(line: TargetLine, approved: ReadonlySet<string>): boolean {
  const own = outermost(line);
  return line.target !== null && !line.isPart && (approved.has(own) || GOALS.has(own));
}

/** The only one that was lost and the only one that is new in a class: perhaps the same under another name. */
function perhapsRenamed(line: TargetLine, dropped: readonly TargetLine[], added: readonly TargetLine[]): TargetLine | null {
  const within = (lines: readonly TargetLine[]): readonly TargetLine[] => lines.filter((other) => outermost(other) === outermost(line));
  const [own, others] = [within(dropped), within(added)];
  return own.length === 1 && others.length === 1 ? others[0]! : null;
}

function droppedDifference(line: TargetLine, dropped: readonly TargetLine[], added: readonly TargetLine[]): TargetDifference {
  const other = perhapsRenamed(line, dropped, added);
  const meaning = `${TARGETS.removed(line.target!.shown)}${other === null ? '' : TARGETS.perhaps(other.name)}`;
  return { state: 'removed', name: line.name, lines: [line, null], meaning };
}

export function compareTargets(approved: TargetTable, now: TargetTable): TargetComparison {
  if (!now.hasTargets) return { compared: false, why: TARGETS.noPlace };
  const { pairs, dropped, added, ambiguous } = pairLines(approved.lines, now.lines);
  if (pairs.length === 0) return { compared: false, why: TARGETS.nothingAlike };
  const classes = new Set(approved.lines.map(outermost));
  const changed = pairs.map(pairDifference);
  const lost = dropped.filter(({ target }) => target !== null);
  const fresh = added.filter((line) => isGoal(line, classes));
  return {
    compared: true,
    same: changed.filter((one) => one === null).length,
    differences: [
      ...changed.filter((one) => one !== null),
      ...fresh.map((line): TargetDifference => ({
        state: 'added',
        name: line.name,
        lines: [null, line],
        meaning: TARGETS.added(line.target?.shown ?? ''),
      })),
      ...lost.map((line) => droppedDifference(line, lost, fresh)),
      ...ambiguous.map(([was, is]): TargetDifference => ({
        state: 'unclear',
        name: (is ?? was)!.name,
        lines: [was, is],
        meaning: TARGETS.ambiguous,
      })),
    ],
  };
}
