import { editWorkbook, writtenHere, newWorkbook, sniff } from '../../hosts/file/index';
import { refusalText } from '../texts/annotate';
import type { Editor } from './annotate';

export { annotateFile } from './annotate';

export const FILE_EDITOR: Editor = {
  editable: (bytes) => sniff(bytes) === 'xlsx',
  edit: (bytes, plan) => {
    const edited = editWorkbook(bytes, plan);
    return edited.ok ? edited : { ok: false, why: edited.message ?? refusalText(edited.why) };
  },
  create: newWorkbook,
  ours: (bytes) => writtenHere(bytes) !== null,
};
