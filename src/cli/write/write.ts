/** `jihe write`: the 自评报告 as a Word document, new or onto one somebody has worked on. The worker's side. */
import { existsSync } from 'node:fs';
import type { DocumentContent } from '../../document';
import { documentKind, mergeDocument, type MergedDocument, writeDocument } from '../../hosts/file';
import { pendingNotice } from '../../narrative';
import { judgeBy } from '../../open-workbook';
import { REPORT_REMARKS, reportContent } from '../../papers';
import { UnreadableError } from '../../workbook';
import { NOT_A_FILE, unopenedReason, unreadableReason } from '../../words';
import { takeBytes } from '../audit/bytes';
import { auditFile } from '../audit/file';
import { FILES } from '../audit/file-functions-here';
import { isSystemError } from '../error-text';
import { EXIT } from '../exit';
import { couldBeSpreadsheet } from '../files/probe';
import { statOrNull } from '../files/stat';
import { outRefused } from '../output/guard';
import { loadChosen } from '../standards/load-chosen';
import { refusal, type Report } from '../tasks/task';
import { oneLine } from '../text/look';
import { missingPath, refusedLine } from '../texts/usage';
import { leftOutLines, NOT_ONTO, ONTO_NOT_WORD, ONTO_UNKNOWN, ontoLine, ontoUnreadable, writtenReport } from '../texts/write';
import type { WriteCommand } from './command';

/** What is in the way, in words for the user. */
class Refused extends Error {}

function refuseOut({ file, out, overwrite, onto, standard, template }: WriteCommand): void {
  for (const place of [file, ...(onto === null ? [] : [onto])]) if (statOrNull(place) === null) throw new Refused(missingPath(place));
  const chosen = [standard, template].filter((one): one is string => one !== undefined && existsSync(one));
  const refused = outRefused({ out, overwrite }, [file, ...(onto === null ? [] : [onto]), ...chosen], couldBeSpreadsheet);
  if (refused !== null) throw new Refused(refused);
}

interface Written {
  readonly bytes: Uint8Array;
  readonly after: readonly string[];
}

function fresh(content: DocumentContent, before: readonly string[]): Written {
  const { bytes, pending } = writeDocument(content, REPORT_REMARKS);
  return { bytes, after: [...before, ...notice(pending)] };
}

const notice = (pending: Parameters<typeof pendingNotice>[0]['pending']): readonly string[] => {
  const line = pendingNotice({ pending });
  return line === null ? [] : [line];
};

function merged(onto: string, content: DocumentContent): MergedDocument {
  try {
    const taken = takeBytes(onto, true, () => true);
    if (taken.is !== 'bytes') throw new Refused(ontoUnreadable(onto, NOT_A_FILE));
    const bytes = new Uint8Array(taken.bytes);
    if (documentKind(bytes) !== 'docx') throw new Refused(ONTO_NOT_WORD(onto));
    return mergeDocument(bytes, content, REPORT_REMARKS);
  } catch (error) {
    if (error instanceof UnreadableError) throw new Refused(ontoUnreadable(onto, unreadableReason(error.why, error.detail)));
    if (isSystemError(error)) throw new Refused(ontoUnreadable(onto, unopenedReason(error.code ?? '')));
    throw error;
  }
}

function written({ onto }: WriteCommand, content: DocumentContent): Written {
  if (onto === null) return fresh(content, []);
  const result = merged(onto, content);
  if (result.ok)
    return { bytes: result.bytes, after: [ontoLine(result.counts), ...leftOutLines(result.leftOut), ...notice(result.pending)] };
  if (result.why === 'unknown') return fresh(content, [ONTO_UNKNOWN(onto)]);
  throw new Refused(NOT_ONTO[result.why]!(onto));
}

async function contentOf({ file, names, standard, template }: WriteCommand) {
  const chosen = await loadChosen(
    { ...(standard === undefined ? {} : { standard }), ...(template === undefined ? {} : { template }) },
    FILES,
  );
  if (!chosen.ok) throw new Refused(chosen.message);
  const audited = await auditFile({ path: file, label: file, named: true }, FILES, judgeBy(chosen.given));
  if (typeof audited === 'string') throw new Refused(refusedLine(file, ''));
  if (audited.review === null) {
    const [entry] = audited.entries;
    throw new Refused(refusedLine(file, entry !== undefined && entry.status !== 'ok' ? entry.reason : ''));
  }
  const assessments = audited.review.tables.map(({ assessment }) => assessment);
  return { content: reportContent(assessments, names), before: chosen.notice === null ? [] : [chosen.notice] };
}

/** 0: written · 2: not. */
export async function writeReport(command: WriteCommand): Promise<Report> {
  try {
    refuseOut(command);
    const { content, before } = await contentOf(command);
    const { bytes, after } = written(command, content);
    return {
      exit: EXIT.fine,
      before,
      files: [{ path: command.out, bytes }],
      text: writtenReport(command.out),
      after: after.map(oneLine),
    };
  } catch (error) {
    if (error instanceof Refused) return refusal(EXIT.nothing, error.message);
    throw error;
  }
}
