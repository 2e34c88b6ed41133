/** Which cells of a marked copy are coloured, and what their notes say. */
import { SEVERITY_NAMES } from '../words';
import { type Addr, addrKey, compareAddr, type Mark, type Note } from '../workbook';
import { type NumberedFinding, wrongCells } from './items';

const MARKED = ['mandatory', 'advisory'] as const;
/** Longest part of one finding in a note, in characters: a note is read beside the cell, the whole stands in 审核结果. */
const LONGEST = 160;
const LONGEST_OF_SEVERAL = 60;

interface Marked {
  readonly at: Addr;
  /** In the order of the findings: 强制性 first within a table. */
  readonly items: NumberedFinding[];
}

/** Every marked cell once, in reading order; 参考 marks nothing. */
function markedCells(items: readonly NumberedFinding[]): readonly Marked[] {
  const cells = new Map<string, Marked>();
  for (const item of items) {
    if (item.finding.severity === 'info') continue;
    for (const at of wrongCells(item.finding)) {
      const key = addrKey(at);
      const known = cells.get(key);
      if (known === undefined) cells.set(key, { at, items: [item] });
      else known.items.push(item);
    }
  }
  return [...cells.values()].sort((a, b) => compareAddr(a.at, b.at));
}

const isMandatory = ({ items }: Marked): boolean => items.some(({ finding }) => finding.severity === 'mandatory');

/** One mark a severity over all its cells; a cell with findings of both is 强制性. */
export function marksOf(items: readonly NumberedFinding[]): readonly Mark[] {
  const marked = markedCells(items);
  return MARKED.flatMap((severity): Mark[] => {
    const cells = marked.filter((one) => isMandatory(one) === (severity === 'mandatory')).map(({ at }) => at);
    return cells.length === 0 ? [] : [{ severity, cells }];
  });
}

function cut(text: string, longest: number): string {
  const letters = [...text.split('\n')[0]!];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : letters.join('');
}

function noteText(items: readonly NumberedFinding[]): string {
  const [only, ...others] = items;
  if (others.length === 0)
    return `【${SEVERITY_NAMES[only!.finding.severity]}】${cut(only!.sentence, LONGEST)}（审核结果第${only!.number}条）`;
  return items
    .map(({ number, finding, sentence }) => `【${SEVERITY_NAMES[finding.severity]}】第${number}条：${cut(sentence, LONGEST_OF_SEVERAL)}`)
    .join('\n');
}

/** One note a marked cell. */
export function notesOf(items: readonly NumberedFinding[]): readonly Note[] {
  return markedCells(items).map(({ at, items: own }) => ({ at, text: noteText(own) }));
}
