import type { FileFunctions } from '../audit/file-functions';
import { unreadRulesText } from '../../words';
import { BY_THE_SHEET } from '../../open-workbook';
import { unreadRules } from '../../standards';
import { namedStandard } from './file';
import type { ChosenStandards } from '../tasks/task';
import { formsOf } from './template';

/** What `--standard` and `--template` name, made ready once for all files; a sentence where one of them is no good. */
export async function loadChosen(
  { standard, template }: { readonly standard?: string | undefined; readonly template?: string | undefined },
  files: FileFunctions,
): Promise<ChosenStandards> {
  const named = standard === undefined ? null : namedStandard(standard);
  if (named !== null && !named.ok) return named;
  const forms = template === undefined ? null : await formsOf(template, files);
  if (forms !== null && !forms.ok) return forms;
  const unread = named === null ? [] : unreadRules(named.standard);
  return {
    ok: true,
    given: { ...BY_THE_SHEET, standard: named?.plain ?? null, forms: forms?.forms ?? null },
    notice: unread.length === 0 || named === null || 'builtin' in named.plain ? null : unreadRulesText(unread),
  };
}
