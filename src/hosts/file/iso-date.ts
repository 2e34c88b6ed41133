const DATE = /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?)?(?:Z|[+-]\d{2}:?\d{2})?\s*$/;
const TIME = /^\s*T?(\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?Z?\s*$/;

export interface Serial {
  readonly serial: number;
  /** What of it is there, to choose a format when the cell has none. */
  readonly parts: 'date' | 'time' | 'both';
}

/**
 * An ISO 8601 date as its serial number in the workbook's date system; null when it is none. A zone is dropped:
 * what is written is the wall clock.
 */
export function serialOfIso(text: string, date1904: boolean): Serial | null {
  const time = TIME.exec(text);
  if (time !== null) return { serial: dayShare(time[1], time[2], time[3], time[4]), parts: 'time' };
  const date = DATE.exec(text);
  if (date === null) return null;
  const days = daysSince1900(Number(date[1]), Number(date[2]), Number(date[3]));
  if (days === null) return null;
  const share = dayShare(date[4], date[5], date[6], date[7]);
  const serial = (date1904 ? days - 1462 : days) + share;
  return { serial, parts: date[4] === undefined ? 'date' : 'both' };
}

function dayShare(hours = '0', minutes = '0', seconds = '0', fraction = ''): number {
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds + fraction)) / 86400;
}

/** Serial in the 1900 system, whose day 60 is a 29 February 1900 that never was. */
function daysSince1900(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const shifted = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const days = shifted * 365 + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + dayOfYear;
  const serial = days - 693_899;
  return serial < 61 ? serial - 1 : serial;
}
