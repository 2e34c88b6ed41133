import { narrate, narrativeText, pendingNotice } from '../narrative';
import { refusedLine } from './texts/usage';
import type { NarrativeCommand } from './args/command';
import { auditFile } from './audit/file';
import { SHIPPED_CORE } from './audit/shipped-core';
import { EXIT, type Exit } from './exit';
import type { Io } from './io';
import { StreamOutput } from './output/stream';
import { judgingBy } from './standards/chosen-standards';
import { loadChosen } from './standards/load-chosen';

/** Prints the 自评小结 of each score table of one file; what is still open goes to stderr, so that the text alone can be kept. */
export async function narrative(command: NarrativeCommand, io: Io): Promise<Exit> {
  const { file, length } = command;
  const chosen = await loadChosen(command, SHIPPED_CORE);
  if (!chosen.ok) {
    await io.complain(chosen.message);
    return EXIT.nothing;
  }
  if (chosen.notice !== null) await io.complain(chosen.notice);
  const audited = await auditFile({ path: file, label: file, named: true }, judgingBy(SHIPPED_CORE, chosen.given));
  if (audited === null || audited.review === null) {
    const [entry] = audited?.entries ?? [];
    await io.complain(refusedLine(file, entry !== undefined && entry.status !== 'ok' ? entry.reason : ''));
    return EXIT.nothing;
  }
  const narratives = audited.review.tables.map(({ assessment }) => narrate(assessment, length));
  await new StreamOutput(io.stdout).write(narratives.map(narrativeText).join('\n\n'));
  for (const notice of new Set(narratives.flatMap((one) => pendingNotice(one) ?? []))) await io.complain(notice);
  return EXIT.fine;
}
