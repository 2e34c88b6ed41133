import { stringify } from 'yaml';
import { formAsStandard } from '../../standards';
import { formNotice, formYamlHead } from '../../words';
import type { FileFunctions } from '../audit/file-functions';
import type { FormYaml } from '../tasks/task';
import { oneLine, safeLines } from '../text/look';
import { formsOf } from './template';

/** A blank form as a standard in YAML. */
export async function formText(file: string, files: FileFunctions): Promise<FormYaml> {
  const forms = await formsOf(file, files);
  if (!forms.ok) return { wrong: forms.message };
  // The table with the most lines is the score sheet; what stands beside it is told.
  const form = [...forms.forms].sort((x, y) => y.lines.length - x.lines.length)[0]!;
  const year = /(?:19|20)\d\d/.exec(form.title);
  const body = stringify(formAsStandard(form, year === null ? null : Number(year[0])), { lineWidth: 0 });
  const head = formYamlHead(oneLine(form.file), oneLine(form.sheet));
  return { text: safeLines(`${head}${body}`), notice: formNotice(forms.forms.length, form.sheet) };
}
