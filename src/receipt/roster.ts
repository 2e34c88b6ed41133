import { lackingStates, likelyGrouping, notReported, reminderText, type RosterResult, type RosterState, type Unassigned } from '../roster';
import type { RosterJson, RosterLineJson, UnassignedJson } from './roster-types';
import { CONTRACT } from './types';

function lineJson({ entry, tables, data, reports, unreadable, lacks, twice, remarks }: RosterState): RosterLineJson {
  const { unit, unitCode, project, projectCode, department, office, at } = entry;
  const state = tables.length > 0 ? 'received' : 'missing';
  return { unit, unitCode, project, projectCode, department, office, at, state, tables, data, reports, unreadable, lacks, twice, remarks };
}

function unassignedJson({ file, is, sheet, unit, project, why, candidates }: Unassigned): UnassignedJson {
  return {
    file,
    is,
    sheet,
    unit,
    project,
    why,
    candidates: candidates.map((one) => ({ unit: one.unit, project: one.project, row: one.at.row })),
  };
}

/** `file`: the list, as given. */
export function rosterJson(file: string, result: RosterResult): RosterJson {
  const { counts, states, unassigned, notices } = result;
  const asks = notReported(result).length + lackingStates(result, 'data').length + lackingStates(result, 'report').length > 0;
  return {
    contract: CONTRACT,
    is: 'roster',
    file,
    counts,
    entries: states.map(lineJson),
    unassigned: unassigned.map(unassignedJson),
    notices,
    reminder: asks ? reminderText(result, likelyGrouping(result)) : '',
  };
}
