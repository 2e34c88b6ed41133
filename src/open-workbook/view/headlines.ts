import { type CheckCode, CHECKS } from '../../checks';

/** What a finding is, by its check: the second line of its row. A check's `title` is its topic. */
export const HEADLINES = Object.fromEntries(CHECKS.map(({ code, headline }) => [code, headline])) as Readonly<Record<CheckCode, string>>;
