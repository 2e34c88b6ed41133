/** The 审核结果 sheet of one workbook: verdict and totals, every finding, what was checked, what the result is worth. */
import { MARKS_LINE, NOTICES_HEADING, READING_GUIDE, READING_GUIDE_BESIDE, SIGNED_LINE, reconstructedLine } from './texts';
import { NOTICE } from '../../words';
import type { SheetContent } from '../../workbook';
import type { NumberedFinding } from '../items';
import { LETTERS, Page } from '../page';
import type { Review } from '../types';
import { reconstructedUsed } from '../used-standards';
import { addCoverage } from './coverage';
import { WIDTHS } from './layout';
import { addList } from './list';
import { addReports } from './reports';
import { addOverview } from './overview';

export interface ResultOptions {
  /** marked: the sheet stands in the workbook it speaks of · beside: in a workbook of its own, so nothing can be linked. */
  readonly stands: 'marked' | 'beside';
  /** The workbook carries a digital signature, which a marked copy voids. */
  readonly signed?: boolean;
}

/** Points: a head that leaves room for the list below it on a small screen. */
const TALLEST_FROZEN = 230;

function addNotices(page: Page, review: Review, { stands, signed = false }: ResultOptions): void {
  page.gap();
  page.band(NOTICES_HEADING, 'label');
  page.band(`${NOTICE}。`, 'paragraph');
  const reconstructed = reconstructedUsed(review.tables.map(({ assessment }) => assessment));
  if (reconstructed.length > 0) page.band(reconstructedLine(reconstructed), 'paragraph');
  if (stands === 'marked') page.band(MARKS_LINE, 'paragraph');
  if (stands === 'marked' && signed) page.band(SIGNED_LINE, 'paragraph');
}

/** Deterministic: the same review gives the same sheet. */
export function resultSheet(review: Review, items: readonly NumberedFinding[], options: ResultOptions): SheetContent {
  const linked = options.stands === 'marked';
  const page = new Page(WIDTHS, linked ? LETTERS.given : LETTERS.ours);
  addOverview(page, review, linked ? READING_GUIDE : READING_GUIDE_BESIDE, linked);
  const heading = addList(page, review, items, linked);
  addReports(page, review, items.length);
  const frozen = page.heightTo(heading) <= TALLEST_FROZEN;
  addCoverage(page, review);
  addNotices(page, review, options);
  return page.content({ frozenRows: frozen ? heading + 1 : 0, print: { landscape: true, repeatRows: [heading, heading], footer: NOTICE } });
}
