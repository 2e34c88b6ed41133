import { read, spelled } from './numerals';
import type { Section, FormatToken } from './tokens';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const CHINESE_DAYS = '日一二三四五六';
/** 31 December 9999 in the 1900 system. */
const LAST_SERIAL = 2_958_465;
const DAYS_1904 = 1462;
const SECONDS = 86_400;
const TOO_WIDE = '########';

interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly serial: number;
}

/** Whether a section shows a date or a time. */
export function isDated(section: Section): boolean {
  return section.tokens.some(({ is }) => is === 'date' || is === 'elapsed' || is === 'halfDay');
}

/** A serial number as a date or time; signs of overflow for what is none. */
export function dateText(serial: number, section: Section, date1904: boolean): string {
  const decimals = secondDecimals(section.tokens);
  const moment = momentOf(date1904 ? serial + DAYS_1904 : serial, decimals);
  return moment === null ? TOO_WIDE : new DateWriter(section, moment, decimals).write();
}

function momentOf(serial: number, decimals: number): Moment | null {
  if (!(serial >= 0 && serial < LAST_SERIAL + 1)) return null;
  const scale = SECONDS * 10 ** decimals;
  const rounded = Math.round(serial * scale);
  const days = Math.floor(rounded / scale);
  const rest = (rounded - days * scale) / 10 ** decimals;
  const { year, month, day } = calendar(days);
  return {
    year,
    month,
    day,
    weekday: (days + 6) % 7,
    hour: Math.floor(rest / 3600),
    minute: Math.floor(rest / 60) % 60,
    second: rest % 60,
    serial: rounded / scale,
  };
}

/** Excel counts a 29 February 1900 that never was, and calls day 0 the 0th of January 1900. */
function calendar(days: number): { year: number; month: number; day: number } {
  if (days === 0) return { year: 1900, month: 1, day: 0 };
  if (days === 60) return { year: 1900, month: 2, day: 29 };
  // Civil date from a day count, by Howard Hinnant's well-known arithmetic over eras of 400 years.
  const count = (days < 60 ? days + 1 : days) - 25_569 + 719_468;
  const era = Math.floor(count / 146_097);
  const dayOfEra = count - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

/** How many decimals of a second are shown: the digits after a point that follows s. */
function secondDecimals(tokens: readonly FormatToken[]): number {
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]!.is !== 'point' || !isSeconds(tokens[at - 1])) continue;
    let count = 0;
    while (tokens[at + 1 + count]?.is === 'digit') count += 1;
    return Math.min(count, 3);
  }
  return 0;
}

function isSeconds(token: FormatToken | undefined): boolean {
  return (token?.is === 'date' || token?.is === 'elapsed') && token.letters.startsWith('s');
}

class DateWriter {
  private readonly twelve: boolean;
  private afterPoint = false;

  constructor(
    private readonly section: Section,
    private readonly moment: Moment,
    private readonly decimals: number,
  ) {
    this.twelve = section.tokens.some(({ is }) => is === 'halfDay');
  }

  write(): string {
    return this.section.tokens.map((token, at) => this.part(token, at)).join('');
  }

  private part(token: FormatToken, at: number): string {
    switch (token.is) {
      case 'literal':
        return token.text;
      case 'date':
        return this.field(token.letters, at);
      case 'elapsed':
        return this.elapsed(token.letters);
      case 'halfDay':
        return this.moment.hour < 12 ? token.morning : token.afternoon;
      case 'point':
        this.afterPoint = this.decimals > 0;
        return this.afterPoint ? `.${this.fraction()}` : '.';
      case 'digit':
        return this.afterPoint ? '' : token.sign;
      case 'slash':
        return '/';
      case 'comma':
        return ',';
      default:
        return '';
    }
  }

  private fraction(): string {
    return (this.moment.second % 1).toFixed(this.decimals).slice(2);
  }

  private field(letters: string, at: number): string {
    const { year, month, day, weekday, hour, minute, second } = this.moment;
    const wide = letters.length;
    switch (letters[0]) {
      case 'y':
        return this.digits(wide <= 2 ? String(year % 100).padStart(2, '0') : String(year), true);
      case 'd':
        return wide <= 2 ? this.number(day, wide) : wide === 3 ? DAYS[weekday]!.slice(0, 3) : DAYS[weekday]!;
      case 'a':
        return (wide >= 4 ? '星期' : '') + CHINESE_DAYS[weekday]!;
      case 'h':
        return this.number(this.twelve ? hour % 12 || 12 : hour, wide);
      case 's':
        return this.number(Math.floor(second), wide);
      default:
        return this.isMinute(at) ? this.number(minute, wide) : this.month(month, wide);
    }
  }

  private month(month: number, wide: number): string {
    if (wide <= 2) return this.number(month, wide);
    const name = MONTHS[month - 1]!;
    return wide === 3 ? name.slice(0, 3) : wide === 5 ? name.slice(0, 1) : name;
  }

  /** m after hours or before seconds means minutes. */
  private isMinute(at: number): boolean {
    return this.neighbour(at, -1)?.startsWith('h') === true || this.neighbour(at, 1)?.startsWith('s') === true;
  }

  private neighbour(from: number, step: 1 | -1): string | undefined {
    for (let at = from + step; at >= 0 && at < this.section.tokens.length; at += step) {
      const token = this.section.tokens[at]!;
      if (token.is === 'date' || token.is === 'elapsed') return token.letters;
    }
    return undefined;
  }

  private elapsed(letters: string): string {
    const total = this.moment.serial * SECONDS;
    const unit = letters[0] === 'h' ? 3600 : letters[0] === 'm' ? 60 : 1;
    return String(Math.floor(total / unit + 1e-9)).padStart(letters.length, '0');
  }

  private number(value: number, wide: number): string {
    return this.digits(String(value).padStart(Math.min(wide, 2), '0'), false);
  }

  private digits(text: string, year: boolean): string {
    const kind = this.section.numerals;
    if (kind === 0) return text;
    return year ? spelled(text, kind) : read(text, kind);
  }
}
