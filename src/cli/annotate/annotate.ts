import { annotatedBeside, annotatedWith, notAnnotated, warningText } from '../texts/annotate';
import { unreadableReason } from '../../words';
import { type EditWarning, type SheetEdit, UnreadableError, type WritePlan } from '../../workbook';
import { annotation, resultBeside, type Review } from '../../results';
import type { AuditedFile } from '../audit/file';
import { thrownText, unwrittenText } from '../error-text';
import type { TargetPaths } from './goals';
import { type Ours, writeResult } from './write';

/** What writing needs of the file host, handed in so that it can be tried without it. */
export interface Editor {
  /** A package that can be edited part by part; everything else gets its results beside it. */
  readonly editable: (bytes: Uint8Array) => boolean;
  readonly edit: (
    bytes: Uint8Array,
    plan: WritePlan,
  ) =>
    | { readonly ok: true; readonly bytes: Uint8Array; readonly warnings: readonly EditWarning[] }
    | { readonly ok: false; readonly why: string };
  readonly create: (sheets: readonly SheetEdit[]) => Uint8Array;
  readonly ours: Ours;
}

/** What came of one file: was something written, and what the user should know of it. */
export interface Annotated {
  readonly is: 'copy' | 'beside' | 'not-written';
  /** Whole sentences; none where all went as wanted. */
  readonly said: readonly string[];
  /** True where there was nothing to write: the file's own entry says why. */
  readonly skipped: boolean;
}

const isSigned = ({ kind }: EditWarning): boolean => kind === 'signature-void';

/** The marked copy; a signed file's own result sheet says that its signature is void. */
function marked(bytes: Uint8Array, review: Review, editor: Editor): ReturnType<Editor['edit']> {
  try {
    const edited = editor.edit(bytes, annotation(review));
    return edited.ok && edited.warnings.some(isSigned) ? editor.edit(bytes, annotation(review, { signed: true })) : edited;
  } catch (error) {
    return { ok: false, why: error instanceof UnreadableError ? unreadableReason(error.why, error.detail) : thrownText(error) };
  }
}

function beside(label: string, review: Review, goal: string, editor: Editor, why: string | null): Annotated {
  const refused = writeResult(goal, editor.create(resultBeside(review)), editor.ours);
  if (refused !== null) return { is: 'not-written', said: [notAnnotated(label, refused)], skipped: false };
  return { is: 'beside', said: why === null ? [] : [annotatedBeside(label, why)], skipped: false };
}

function written(label: string, bytes: Uint8Array, review: Review, goals: TargetPaths, editor: Editor): Annotated {
  if (!editor.editable(bytes)) return beside(label, review, goals.beside, editor, null);
  const edited = marked(bytes, review, editor);
  if (!edited.ok) return beside(label, review, goals.beside, editor, edited.why);
  const refused = writeResult(goals.copy, edited.bytes, editor.ours);
  if (refused !== null) return { is: 'not-written', said: [notAnnotated(label, refused)], skipped: false };
  const warnings = edited.warnings.map(warningText).filter((text) => text !== '');
  return { is: 'copy', said: warnings.length === 0 ? [] : [annotatedWith(label, warnings)], skipped: false };
}

/** Writes the marked copy of an audited file, or its results beside. Never throws. */
export function annotateFile(label: string, audited: AuditedFile, goals: TargetPaths, editor: Editor): Annotated {
  const { bytes, review, entries } = audited;
  if (bytes === null || review === null) {
    const [entry] = entries;
    const said = entry === undefined || entry.status === 'ok' ? [] : [notAnnotated(label, entry.reason.replace(/。$/, ''))];
    return { is: 'not-written', said, skipped: true };
  }
  try {
    return written(label, bytes, review, goals, editor);
  } catch (error) {
    return { is: 'not-written', said: [notAnnotated(label, unwrittenText(error))], skipped: false };
  }
}
