/** What a command has to say when it is done: plain text, for a small dialog. */
export interface CommandReport {
  readonly headline: string;
  readonly lines: readonly string[];
}

export const reportOf = (headline: string, ...lines: readonly (string | null | undefined)[]): CommandReport => ({
  headline,
  lines: lines.filter((line): line is string => line !== null && line !== undefined && line !== ''),
});

/** Lines shown of a list; the rest is counted. */
const MOST_LINES = 12;

export function listed(lines: readonly string[], more: (left: number) => string): string[] {
  return lines.length <= MOST_LINES + 1 ? [...lines] : [...lines.slice(0, MOST_LINES), more(lines.length - MOST_LINES)];
}
