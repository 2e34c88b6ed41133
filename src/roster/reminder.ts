/** 催报名单, to be copied: who has not reported, who owes a data sheet or a report, by 主管部门 or 归口科室. */
import { pushTo } from '../workbook';
import { entryName, REMINDER, reminderHead, rosterLine } from './texts';
import type { RosterResult, RosterState } from './types';

export type RosterGrouping = 'department' | 'office';

export interface RosterGroup {
  readonly name: string;
  readonly states: readonly RosterState[];
}

/** In the order of the list; those of whom nothing is said come last. */
export function groupedBy(states: readonly RosterState[], by: RosterGrouping): readonly RosterGroup[] {
  const groups = new Map<string, RosterState[]>();
  const nobody: RosterState[] = [];
  for (const state of states) {
    const name = state.entry[by];
    if (name === null) nobody.push(state);
    else pushTo(groups, name, state);
  }
  const named = [...groups].map(([name, own]): RosterGroup => ({ name, states: own }));
  const none = by === 'department' ? REMINDER.noDepartment : REMINDER.noOffice;
  return nobody.length === 0 ? named : [...named, { name: none, states: nobody }];
}

/** How a list is best grouped: by what most of its lines say. */
export function likelyGrouping({ states }: RosterResult): RosterGrouping {
  const said = (by: RosterGrouping): number => states.filter(({ entry }) => entry[by] !== null).length;
  return said('department') >= said('office') ? 'department' : 'office';
}

export const notReported = ({ states }: RosterResult): readonly RosterState[] => states.filter(({ tables }) => tables.length === 0);
export const lackingStates = ({ states }: RosterResult, what: 'data' | 'report'): readonly RosterState[] =>
  states.filter(({ lacks }) => lacks.includes(what));

function sectionText(what: string, states: readonly RosterState[], by: RosterGrouping): readonly string[] {
  if (states.length === 0) return [];
  const said = states.some(({ entry }) => entry[by] !== null);
  const line = ({ entry, unreadable, tables }: RosterState, at: number): string =>
    `${at + 1}. ${entryName(entry)}${tables.length === 0 && unreadable.length > 0 ? REMINDER.unopened : ''}`;
  const lines = said
    ? groupedBy(states, by).flatMap(({ name, states: own }) => [
        `${name}（${own.length}）`,
        ...own.map((state, at) => `  ${line(state, at)}`),
      ])
    : states.map(line);
  return [reminderHead(what, states.length), ...lines, ''];
}

/** Plain text, a line a unit. */
export function reminderText(result: RosterResult, by: RosterGrouping): string {
  const sections = [
    ...sectionText(REMINDER.missing, notReported(result), by),
    ...sectionText(REMINDER.data, lackingStates(result, 'data'), by),
    ...sectionText(REMINDER.report, lackingStates(result, 'report'), by),
  ];
  if (sections.length === 0) return `${rosterLine(result.counts)}。\n${REMINDER.none}\n`;
  return `${rosterLine(result.counts)}。\n\n${sections.join('\n').trimEnd()}\n`;
}
