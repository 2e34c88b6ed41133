/** Calendar dates out of serial numbers and text, without a clock. */

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** True for number formats that show a date: y, m or d outside quotes and brackets. */
export function isDateFormat(format: string): boolean {
  if (format === 'General') return false;
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /[yYdD]|年|月|m{2,}/.test(bare) && !/^[#0.,%\s]+$/.test(bare);
}

/** Days since 1970-01-01 → date; the civil-calendar arithmetic of 400-year cycles. */
function civil(days: number): CalendarDate {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}

/** A spreadsheet serial number → date; null outside 1900–2199. */
export function dateOfSerial(serial: number, date1904: boolean): CalendarDate | null {
  const day = Math.floor(serial) + (date1904 ? 1462 : 0);
  if (day < 61 || day > 109_574) return null;
  return civil(day - 25569);
}

const FULL = /((?:19|20)\d{2})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})日?/;

/** 「2023年12月31日」 「2023-12-31」 「2023.12.31」 → date, else null. Expects normalised text. */
export function dateOfText(text: string): CalendarDate | null {
  const match = FULL.exec(text);
  if (match === null) return null;
  const month = Number(match[2]);
  const day = Number(match[3]);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { year: Number(match[1]), month, day } : null;
}

/** Years written as 「2023年」 or 「2023年度」, in order; numbers of documents 〔2023〕 are none. */
export function yearsOfText(text: string): readonly number[] {
  return [...text.matchAll(/(?<!\d)((?:19|20)\d{2})(?=年|\)?年度)/g)].map((match) => Number(match[1]));
}
