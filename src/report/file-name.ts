/** What the names of files say: whether one is a self-evaluation report, and whom it is about. */
import { normal } from '../workbook';
import { halfWidthOf } from './half-width';
import { oneOfWords, WORDS } from './words';

const REPORT_NAME = new RegExp(`(?:自评|绩效|评价).{0,10}报告|报告.{0,4}自评`);
const NO_REPORT_NAME = new RegExp(oneOfWords(WORDS.noReports));
const COMMON = new RegExp(`${oneOfWords(WORDS.fileWords)}|20\\d{2}年?度?|[^\\u4e00-\\u9fa5a-z]`, 'gi');
/** What is left of fewer letters names nobody. */
const SHORTEST = 2;

const stemOf = (name: string): string => normal(halfWidthOf(name.normalize('NFC').replace(/\.[a-z]+$/i, '')));

/** A file that goes by the name of a self-evaluation report. */
export const isNamedReport = (name: string): boolean => REPORT_NAME.test(stemOf(name)) && !NO_REPORT_NAME.test(stemOf(name));

/** Title and cover of a self-evaluation report. */
export const isReportCover = (cover: string): boolean => REPORT_NAME.test(cover) && !/通知/.test(cover.slice(0, 60));

/** 「附件2：县教育局2024年度绩效自评报告」 → 县教育局; null where nothing is left that names anybody. */
export function subjectInName(name: string): string | null {
  const subject = stemOf(name).replace(COMMON, '');
  return subject.length < SHORTEST ? null : subject;
}

/** A longer name goes on behind it: 县教育局幼儿园 is not 县教育局. */
const GOES_ON = new RegExp(`^(?!${oneOfWords(WORDS.behindNames)})[\\u4e00-\\u9fa5]{0,8}?(?:${oneOfWords(WORDS.unitEnds)})`);

/** Whether a unit or project of this name is named there, and no other whose name only begins so. */
export function isNamedIn(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) if (!GOES_ON.test(text.slice(at + name.length))) return true;
  return false;
}
