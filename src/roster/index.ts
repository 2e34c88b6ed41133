/**
 * The room's door: what other rooms use of it.
 * 应报名单: who is to hand something in, held against what came in.
 */
export { codeKey } from './codes';
export { heldAgainst } from './hold';
export { bookIdentities, type BookIdentities } from './pair-books';
export { currentAndFormer } from './names';
export { readRoster } from './read-roster';
export { receivedBook } from './received';
export { groupedBy, lackingStates, likelyGrouping, notReported, reminderText, type RosterGroup, type RosterGrouping } from './reminder';
export { entryName, rosterLine } from './texts';
export {
  type AssignedTable,
  type KnownBy,
  type Received,
  type ReceivedBook,
  type ReceivedReport,
  type ReceivedTable,
  type Roster,
  type RosterCounts,
  type RosterEntry,
  type RosterRead,
  type RosterResult,
  type RosterState,
  type Unassigned,
} from './types';
