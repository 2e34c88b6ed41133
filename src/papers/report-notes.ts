/** Findings of a report as comments on its words. */
import type { ReportFindingJson, ReportJson } from '../receipt';
import { SEVERITY_NAMES } from '../words';

/** As a document takes it: code units in the text of a paragraph; null: about the whole report. */
export interface ReportNote {
  readonly paragraph: number | null;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function noteOf({ place, severity, message, basis, id }: ReportFindingJson): ReportNote {
  const ground = basis === '' ? '' : `\n${basis.startsWith('惯例') ? '' : '依据：'}${basis}`;
  const text = `${SEVERITY_NAMES[severity]}：${message}${ground}\n编号${id}`;
  return { paragraph: place?.paragraph ?? null, from: place?.from ?? 0, to: place?.to ?? 0, text };
}

/** What asks for something; 参考 is not marked. */
export function reportNotes({ findings }: ReportJson): readonly ReportNote[] {
  return findings.filter(({ severity }) => severity !== 'info').map(noteOf);
}
