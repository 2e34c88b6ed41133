/** Lets the person choose what files are held against. */
import type { BatchFile } from '../batch';
import type { HoldKind } from '../batch/view';
import type { Holdings } from '../held/held';
import { chooseFiles, chooseFolder, isDocument, LIST_ENDINGS } from './files';

/** Endings of documents that are read as reports. */
const REPORT_ENDINGS = '.docx,.docm,.html,.htm,.txt,.doc,.wps,.odt,.rtf,.pdf';

export const asBatchFile = (file: File): BatchFile => ({
  path: file.webkitRelativePath || file.name,
  bytes: async () => new Uint8Array(await file.arrayBuffer()),
});

/** Asks for what `kind` needs, at once: a browser opens its dialogue only right after something was pressed. */
export function askFor(kind: HoldKind, held: () => Promise<Holdings>): void {
  const one = (take: (held: Holdings, files: readonly BatchFile[]) => Promise<void>) => (files: readonly File[]) =>
    void held().then((own) => take(own, files.filter((file) => !isDocument(file)).map(asBatchFile)));
  if (kind === 'targets')
    chooseFiles(
      one((own, files) => own.takeTargets(files)),
      { accept: LIST_ENDINGS },
    );
  else if (kind === 'budget')
    chooseFiles(
      one((own, files) => own.takeBudget(files[0]!)),
      { accept: LIST_ENDINGS, one: true },
    );
  else if (kind === 'reports')
    chooseFiles((files) => void held().then((own) => own.takeReports(files.map(asBatchFile))), { accept: REPORT_ENDINGS });
  else if (kind === 'round') chooseFolder(one((own, files) => own.takeEarlier(files)));
  else if (kind === 'publishing') void held().then((own) => own.lookForPublishing());
  else
    chooseFiles(
      one((own, files) => own.takeOther(kind, files[0]!)),
      { accept: LIST_ENDINGS, one: true },
    );
}
