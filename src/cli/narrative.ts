import { narrate, narrativeText, pendingNotice } from '../narrative';
import { refusedLine } from './texts/usage';
import type { NarrativeCommand } from './args/command';
import { auditFile } from './audit/file';
import { SHIPPED_CORE } from './audit/shipped-core';
import { EXIT } from './exit';
import { judgingBy } from './standards/chosen-standards';
import { loadChosen } from './standards/load-chosen';
import { refusal, type Report } from './tasks/task';
import { safeLines } from './text/look';

/** The 自评小结 of each score table of one file; what is still open goes to stderr, so that the text alone can be kept. */
export async function narrativeReport({ file, length, standard, template }: NarrativeCommand): Promise<Report> {
  const chosen = await loadChosen({ standard, template }, SHIPPED_CORE);
  if (!chosen.ok) return refusal(EXIT.nothing, chosen.message);
  const before = chosen.notice === null ? [] : [chosen.notice];
  const audited = await auditFile({ path: file, label: file, named: true }, judgingBy(SHIPPED_CORE, chosen.given));
  if (typeof audited === 'string') return refusal(EXIT.nothing, refusedLine(file, ''));
  if (audited.review === null) {
    const [entry] = audited.entries;
    return refusal(EXIT.nothing, refusedLine(file, entry !== undefined && entry.status !== 'ok' ? entry.reason : ''));
  }
  const narratives = audited.review.tables.map(({ assessment }) => narrate(assessment, length));
  return {
    exit: EXIT.fine,
    before,
    file: null,
    text: safeLines(narratives.map(narrativeText).join('\n\n')),
    after: [...new Set(narratives.flatMap((one) => pendingNotice(one) ?? []))],
  };
}
