import { narrate, narrativeText, pendingNotice } from '../narrative';
import { judgeBy } from '../open-workbook';
import { refusedLine } from './texts/usage';
import type { NarrativeCommand } from './args/command';
import { auditFile } from './audit/file';
import { FILES } from './audit/file-functions-here';
import { EXIT } from './exit';
import { loadChosen } from './standards/load-chosen';
import { refusal, type Report } from './tasks/task';
import { safeLines } from './text/look';

/** The 自评小结 of each score table of one file; what is still open goes to stderr, so that the text alone can be kept. */
export async function narrativeReport({ file, length, standard, template }: NarrativeCommand): Promise<Report> {
  const chosen = await loadChosen({ standard, template }, FILES);
  if (!chosen.ok) return refusal(EXIT.nothing, chosen.message);
  const before = chosen.notice === null ? [] : [chosen.notice];
  const audited = await auditFile({ path: file, label: file, named: true }, FILES, judgeBy(chosen.given));
  if (typeof audited === 'string') return refusal(EXIT.nothing, refusedLine(file, ''));
  if (audited.review === null) {
    const [entry] = audited.entries;
    return refusal(EXIT.nothing, refusedLine(file, entry !== undefined && entry.status !== 'ok' ? entry.reason : ''));
  }
  const narratives = audited.review.tables.map(({ assessment }) => narrate(assessment, length));
  return {
    exit: EXIT.fine,
    before,
    files: [],
    text: safeLines(narratives.map(narrativeText).join('\n\n')),
    after: [...new Set(narratives.flatMap((one) => pendingNotice(one) ?? []))],
  };
}
