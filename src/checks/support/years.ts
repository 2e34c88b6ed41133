/** Years that a text speaks of as the year at hand. */
import words from '../data/years.json';
import { wordsPattern } from '../../workbook';

const PERIOD =
  /(?<![\d到~—-])(?<!(?<!截)至)((?:19|20)\d{2})年(?:度|全年)?(?:(\d{1,2})月(?:\d{1,2}日)?)?(?:底|末|内|终)?(前|之前|以前|止)?/g;
const BEGINS = new RegExp(`^(?:总体)?(?:年度)?(?:目标)?\\d?[:.、]?((?:19|20)\\d{2})年度?[,:]?${wordsPattern(words.begun)}`);
/** Before and behind a year in which something began or until which it went on. */
const BEGINS_THERE = new RegExp(`${wordsPattern(words.before)}$`);
const GOES_ON = new RegExp(`^(?:${wordsPattern(words.after)}|[-—~])`);

/**
 * A year before `year` that the text takes for the year at hand («截至2023年12月31日», «在2022年12月31日前», «2022年计划…»),
 * or null. A text that also names the right year, a span of years (2022—2024年), the year a thing began or a document's
 * number says nothing of the kind. Expects normalised text.
 */
export function staleYear(text: string, year: number): number | null {
  if (new RegExp(`${year}(?:年|[-./])`).test(text)) return null;
  const start = BEGINS.exec(text);
  if (start !== null && isRecent(Number(start[1]), year)) return Number(start[1]);
  for (const match of text.matchAll(PERIOD)) {
    const found = Number(match[1]);
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    if (!isRecent(found, year) || BEGINS_THERE.test(before) || GOES_ON.test(after)) continue;
    const deadline = match[3] !== undefined && (match[2] === '12' || match[2] === undefined);
    if (/(?:截至|截止)(?:到|至)?$/.test(before) || deadline) return found;
  }
  return null;
}

/** Last year's text, not history. */
function isRecent(found: number, year: number): boolean {
  return found < year && found >= year - 3;
}
