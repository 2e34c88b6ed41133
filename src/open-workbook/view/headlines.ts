import type { CheckCode } from '../../checks';
import WORDS from './headlines.json';

/** What a finding is, as a statement of at most ten characters: the second line of its row. A check's `title` is its topic. */
export const HEADLINES: Readonly<Record<CheckCode, string>> = WORDS;
