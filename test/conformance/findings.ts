/** Expected findings of a rendered case against what the audit said. */
import type { Assessment } from '../../src/assessment/types';
import type { Finding } from '../../src/checks/types';
import { a1 } from '../../src/workbook/address';
import type { Expected } from './case';
import type { Rendered } from './render';

const LETTER = { mandatory: 'M', advisory: 'A', info: 'I' } as const;

export interface Comparison {
  /** Expected and not optional, but not found as stated. */
  readonly missing: readonly string[];
  readonly unexpected: readonly string[];
}

/** What a layout adds to any case: hidden columns, figures typed as full-width text. */
export function expectedOfLayout({ layout }: Rendered): Expected[] {
  const out: Expected[] = [];
  if (layout.hiddenHelper)
    out.push({
      code: 'hidden-content',
      severity: 'A',
      at: { anywhere: true },
      optional: true,
      why: '隐藏的编码列在表的边上, 算不算在表内两可',
    });
  if (layout.numbers !== 'number')
    out.push({ code: 'score-not-numeric', severity: 'A', at: { anywhere: true }, optional: true, why: '整列得分是文本, 能否算差错两可' });
  return out;
}

export function cellOf(finding: Finding): string {
  return a1(finding.cell.row, finding.cell.col);
}

function fits(finding: Finding, wanted: Expected, cells: readonly string[]): boolean {
  return (
    finding.code === wanted.code &&
    wanted.severity.includes(LETTER[finding.severity]) &&
    (cells.length === 0 || cells.includes(cellOf(finding)))
  );
}

/** Scores typed as full-width text are doubted, and a check that reads a doubted cell may say nothing. */
function silencedBy({ layout }: Rendered, wanted: Expected): boolean {
  return layout.numbers === 'full-width' && wanted.code === 'all-full-marks';
}

/** Each expected finding once, at its cell; nothing besides. */
export function compareFindings(rendered: Rendered, assessment: Assessment, expected: readonly Expected[]): Comparison {
  const left = [...assessment.findings];
  const missing: string[] = [];
  for (const wanted of [...expected, ...expectedOfLayout(rendered)]) {
    const cells = rendered.resolve(wanted.at);
    const at = left.findIndex((finding) => fits(finding, wanted, cells));
    if (at >= 0) left.splice(at, 1);
    else if (wanted.optional !== true && !silencedBy(rendered, wanted))
      missing.push(`${wanted.code} ${wanted.severity} @${cells.join('|') || 'any'} (${wanted.why})`);
  }
  return {
    missing,
    unexpected: left.map((finding) => `${finding.code} ${LETTER[finding.severity]} @${cellOf(finding)} ${finding.indicator ?? ''}`),
  };
}
