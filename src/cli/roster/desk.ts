/** `check --roster`: the list, and what came in held against it. */
import { rosterJson, type RosterJson } from '../../receipt';
import { heldAgainst, type Received, type Roster, rosterLine, type RosterResult } from '../../roster';
import { statOrNull } from '../files/stat';
import type { Io } from '../io';
import { limited } from '../tasks/limited';
import { missingRoster, NO_REPORTS_LOOKED_AT, ROSTER_IS_FOLDER } from '../texts/roster';

export class RosterDesk {
  private readonly received: Received[] = [];
  private held: RosterResult | null = null;

  constructor(
    private readonly file: string,
    private readonly roster: Roster,
  ) {}

  add(more: readonly Received[]): void {
    this.received.push(...more);
  }

  json(reports: boolean): RosterJson {
    return rosterJson(this.file, this.result(reports));
  }

  /** 「应报 320 家，已报 312，…。」 */
  line(reports: boolean): string {
    return `${rosterLine(this.result(reports).counts)}。`;
  }

  private result(reports: boolean): RosterResult {
    if (this.held === null) {
      const held = heldAgainst(this.roster, this.received, reports);
      this.held = reports ? held : { ...held, notices: [...held.notices, NO_REPORTS_LOOKED_AT] };
    }
    return this.held;
  }
}

/** null where no list was given; a sentence where it cannot be used. */
export async function deskOf(file: string | null, io: Pick<Io, 'workerScript'>): Promise<RosterDesk | string | null> {
  if (file === null) return null;
  const stat = statOrNull(file);
  if (stat === null) return missingRoster(file);
  if (stat.isDirectory()) return ROSTER_IS_FOLDER(file);
  const read = await limited({ task: 'roster', file }, io);
  return read.ok ? new RosterDesk(file, read.roster) : read.message;
}
