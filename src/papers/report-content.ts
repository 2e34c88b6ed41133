/** The 自评报告 as a document: the 小结 of each score table, who signs it and the date. No other words. */
import type { Assessment } from '../assessment';
import type { ContentBlock, ContentRun, DocumentContent } from '../document';
import { type Block, narrate, reportTitle, textOf } from '../narrative';
import { contentCell, plainRun, contentRuns, toFillIn } from './runs';

/** Who signs and when, as given; what is not given is the unit of the sheet, or to be filled in. */
export interface ReportNames {
  readonly signer: string | null;
  readonly date: string | null;
}

export const NO_NAMES: ReportNames = { signer: null, date: null };

/** A title longer than this is put in two lines, parted where its sense is. */
const LONGEST_TITLE = 20;

function titleRuns(assessment: Assessment): readonly ContentRun[] {
  const [subject, kind] = reportTitle(assessment);
  const both = [...subject, ...kind];
  return [...textOf(both)].length <= LONGEST_TITLE ? contentRuns(both) : [...contentRuns(subject), plainRun('\n'), ...contentRuns(kind)];
}

function contentBlock(block: Block, prefix: string): ContentBlock {
  const slot = prefix + block.slot;
  if (block.is === 'table') return { is: 'table', slot, rows: block.rows.map((row) => row.map(contentCell)) };
  const runs = contentRuns(block.pieces);
  return block.is === 'heading' ? { is: 'heading', slot, level: block.level, runs } : { is: 'paragraph', slot, runs };
}

function unitOf({ scoreTable }: Assessment): string | null {
  const text = (scoreTable.unit?.value ?? scoreTable.department?.value ?? '').replace(/\s+/g, ' ').trim();
  return text === '' ? null : text;
}

function closing(assessment: Assessment, { signer, date }: ReportNames, prefix: string): readonly ContentBlock[] {
  const name = signer ?? unitOf(assessment);
  return [
    { is: 'signer', slot: `${prefix}signer`, runs: [name === null ? toFillIn('落款单位') : plainRun(name)] },
    { is: 'date', slot: `${prefix}date`, runs: [date === null ? toFillIn('日期') : plainRun(date)] },
  ];
}

function blocksOf(assessment: Assessment, names: ReportNames, prefix: string): readonly ContentBlock[] {
  const { blocks } = narrate(assessment, 'full');
  return [
    { is: 'title', slot: `${prefix}title`, runs: titleRuns(assessment) },
    ...blocks.map((block) => contentBlock(block, prefix)),
    ...closing(assessment, names, prefix),
  ];
}

/** What tells the tables of a workbook apart in names of slots: kind and project, by order where these are the same. */
function prefixes(assessments: readonly Assessment[]): readonly string[] {
  const seen = new Map<string, number>();
  return assessments.map(({ scoreTable: { kind, project, unit } }) => {
    const own = `${kind ?? ''}/${project?.value?.trim() ?? ''}/${kind === 'whole' ? '' : (unit?.value?.trim() ?? '')}`;
    const count = (seen.get(own) ?? 0) + 1;
    seen.set(own, count);
    return `${own}/${count}/`;
  });
}

/** One report a score table, each on a new page; at least one table. */
export function reportContent(assessments: readonly Assessment[], names: ReportNames = NO_NAMES): DocumentContent {
  const own = prefixes(assessments);
  const title = assessments[0] === undefined ? '' : textOf(reportTitle(assessments[0]).flat());
  return { title, blocks: assessments.flatMap((assessment, index) => blocksOf(assessment, names, own[index]!)) };
}
