/** Who of those that handed in still owes a data sheet or a report. */
import type { Gathered } from './gathered';
import { ASSUMED_DATA, ASSUMED_REPORT } from './texts';
import type { RosterState } from './types';

export interface Lacking {
  /** Whether they are counted at all. */
  readonly data: boolean;
  readonly report: boolean;
  readonly notices: readonly string[];
  of(one: Gathered): RosterState['lacks'];
}

/** Where the list does not say who needs one, all who reported do, unless nobody handed any in. */
export function lackingOf(all: readonly Gathered[], reportsLookedAt: boolean): Lacking {
  const says = (what: 'data' | 'report'): boolean => all.some(({ entry }) => entry.needs[what] !== null);
  const saysData = says('data');
  const saysReport = says('report');
  const data = saysData || all.some((one) => one.data.size > 0);
  const report = reportsLookedAt && (saysReport || all.some(({ reports }) => reports.size > 0));
  return {
    data,
    report,
    notices: [...(data && !saysData ? [ASSUMED_DATA] : []), ...(report && !saysReport ? [ASSUMED_REPORT] : [])],
    of: (one) => {
      if (one.tables.length === 0) return [];
      const needsData = data && (saysData ? one.entry.needs.data === true : true);
      const needsReport = report && (saysReport ? one.entry.needs.report === true : true);
      return [
        ...(needsData && one.data.size === 0 ? (['data'] as const) : []),
        ...(needsReport && one.reports.size === 0 ? (['report'] as const) : []),
      ];
    },
  };
}
