import { newWorkbook } from '../../hosts/file';
import type { ComparisonJson } from '../../receipt';
import { comparisonSheets } from '../../results';
import { NOTICE } from '../../words';
import type { Report } from '../tasks/task';
import { comparisonText } from '../text/comparison';
import { jsonText, PLAIN, type TextLook } from '../text/look';
import type { CompareCommand } from './command';

/** What is written and what is shown, in the format that was asked for. */
export function rendered(
  comparisons: readonly ComparisonJson[],
  { format, out }: CompareCommand,
  look: TextLook,
): Pick<Report, 'files' | 'text'> {
  if (format === 'xlsx') return { files: [{ path: out!, bytes: newWorkbook(comparisonSheets(comparisons)) }], text: '' };
  const shown =
    format === 'json'
      ? `[\n${comparisons.map(jsonText).join(',\n')}\n]\n`
      : `${comparisons.map((one) => comparisonText(one, out === null ? look : PLAIN)).join('\n')}\n${NOTICE}\n`;
  return out === null ? { files: [], text: shown } : { files: [{ path: out, bytes: new TextEncoder().encode(shown) }], text: '' };
}
