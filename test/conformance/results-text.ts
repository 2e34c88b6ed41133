import type { CaseResult, CorrectResult, MistakeResult } from './results';

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)}%`;
}

function line(cells: readonly (string | number)[], widths: readonly number[]): string {
  return cells.map((cell, index) => String(cell).padStart(widths[index] ?? 8)).join(' ');
}

/** The table `npm run conformance` prints. */
export function tableText(cases: readonly CaseResult[], correct: CorrectResult, mistakes: readonly MistakeResult[]): string {
  const wide = [6, 9, 7, 9, 8, 11];
  const sum = (of: (one: CaseResult) => number): number => cases.reduce((total, one) => total + of(one), 0);
  const total = (of: (one: MistakeResult) => number): number => mistakes.reduce((all, one) => all + of(one), 0);
  return [
    'Published tables, each in named and random layouts',
    `${line(['sheets', 'fields', 'wrong', 'findings', 'missing', 'unexpected'], wide)}  table`,
    ...cases.map((one) => `${line([one.sheets, one.fields, one.wrong, one.findings, one.missing, one.unexpected], wide)}  ${one.id}`),
    `${line([sum((one) => one.sheets), sum((one) => one.fields), sum((one) => one.wrong), sum((one) => one.findings), sum((one) => one.missing), sum((one) => one.unexpected)], wide)}  all`,
    '',
    `Correct sheets: ${correct.sheets}; not recognised ${correct.unrecognised}; with a mandatory finding ${correct.mandatory}; with more than two advisory findings ${correct.chatty}; advisory findings a sheet ${(correct.advisory / Math.max(1, correct.sheets)).toFixed(2)}`,
    '',
    'Seeded mistakes',
    `${line(['sheets', 'found', 'alone'], [6, 7, 7])}  mistake`,
    ...mistakes.map(
      (one) =>
        `${line([one.seeded, percent(one.found, one.seeded), percent(one.alone, one.seeded)], [6, 7, 7])}  ${one.mistake.source} ${one.mistake.name}`,
    ),
    `${line(
      [
        total((one) => one.seeded),
        percent(
          total((one) => one.found),
          total((one) => one.seeded),
        ),
        percent(
          total((one) => one.alone),
          total((one) => one.seeded),
        ),
      ],
      [6, 7, 7],
    )}  all`,
    '',
  ].join('\n');
}
