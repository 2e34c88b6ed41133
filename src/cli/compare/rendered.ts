import { newWorkbook } from '../../hosts/file';
import type { Compared } from '../../open-workbook';
import { roundLine } from '../../receipt';
import { comparisonSheets, roundSheet } from '../../results';
import { NOTICE } from '../../words';
import type { Report } from '../tasks/task';
import { comparisonText } from '../text/comparison';
import { roundText } from '../text/round';
import { jsonText, PLAIN, type TextLook } from '../text/look';
import type { CompareCommand } from './command';

/** The round is an object of its own in JSON where two submissions were asked for: other programs count one object a pair. */
function jsonOf({ comparisons, round }: Compared, { as }: CompareCommand): string {
  const objects = [...comparisons.map(jsonText), ...(round === null || as !== 'resubmitted' ? [] : [jsonText(round)])];
  return `[\n${objects.join(',\n')}\n]\n`;
}

function textOf({ comparisons, round }: Compared, look: TextLook): string {
  const told = round === null ? [] : [roundText(round)];
  return `${[...comparisons.map((one) => comparisonText(one, look)), ...told].join('\n')}\n${NOTICE}\n`;
}

/** What is written and what is shown, in the format that was asked for. */
export function rendered(compared: Compared, command: CompareCommand, look: TextLook): Pick<Report, 'files' | 'text'> {
  const { comparisons, round } = compared;
  const { format, out } = command;
  if (format === 'xlsx') {
    const sheets = [...(round === null ? [] : [roundSheet(round, roundLine(round.counts))]), ...comparisonSheets(comparisons)];
    return { files: [{ path: out!, bytes: newWorkbook(sheets) }], text: '' };
  }
  const shown = format === 'json' ? jsonOf(compared, command) : textOf(compared, out === null ? look : PLAIN);
  return out === null ? { files: [], text: shown } : { files: [{ path: out, bytes: new TextEncoder().encode(shown) }], text: '' };
}
