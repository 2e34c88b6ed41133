/** How what we leave in a workbook is known again, in whatever program it is opened. */

/** Begins every tag; the number is that of the form below. */
export const TAG = 'JIHE:1:';

/** The author of our notes. */
export const AUTHOR = '绩核';

/** How our notes begin: who says this, and how they are known where a program drops the author. */
export const NOTE_HEAD = `${AUTHOR}：`;

/** A hidden name of one sheet that says: made by us, wanted under this name, called so when it was made. */
export const SHEET_NAME = '_jihe_sheet';

/** The rule of a mark. N() of a text is 0, so it always applies; the text is the tag. */
export function markFormula(severity: 'mandatory' | 'advisory'): string {
  return `N("${TAG}${severity}")=0`;
}

/** Names of sheets hold no colon, so the two can be told apart. */
export function sheetTag(wanted: string, given: string): string {
  return `"${`${TAG}${wanted}:${given}`.replace(/"/g, '""')}"`;
}

/** The two names in such a tag; null when it is none. */
export function readSheetTag(formula: string): { readonly wanted: string; readonly given: string } | null {
  const match = /^\s*(?:=\s*)?"((?:[^"]|"")*)"\s*$/.exec(formula);
  if (match === null) return null;
  const text = match[1]!.replace(/""/g, '"');
  const parts = text.slice(TAG.length).split(':');
  return text.startsWith(TAG) && parts.length === 2 ? { wanted: parts[0]!, given: parts[1]! } : null;
}
