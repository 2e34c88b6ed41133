/** The core's part for choosing standards and forms: loaded when somebody chooses, for a page need not hold it before. */
import type { Judging } from './judging';
import type * as ChosenStandards from './standards-chosen';
import type { ReadYaml } from './standards-chosen';
import type { Settings } from './state';

export function choosing(): Promise<typeof ChosenStandards> {
  return import(/* webpackChunkName: "core" */ './standards-chosen');
}

/** What a setting comes to, or what is wrong with it. */
export async function choose(
  standard: Settings['standard'],
  readYaml: ReadYaml | undefined,
): Promise<ChosenStandards.Chosen<Judging['standard']>> {
  return standard === null ? { ok: true, value: null } : (await choosing()).chosenStandard(standard, readYaml);
}

/** Only a built-in is kept from one time to the next; one that is no longer there counts as none. */
export const builtinOf = ({ standard }: Settings): Judging['standard'] => (standard !== null && 'builtin' in standard ? standard : null);
