/** The list held against what came in, as text: who has not reported, what is lacking, what came twice, what nobody could assign. */
import type { RosterJson, RosterLineJson, UnassignedJson } from '../../receipt';
import { rosterLine } from '../../roster';
import { ROSTER_BLOCK } from '../texts/roster';
import { oneLine } from './look';

const nameOf = ({
  unit,
  project,
  projectCode,
}: Pick<RosterLineJson, 'unit' | 'project'> & { readonly projectCode?: string | null }): string =>
  oneLine([unit, project ?? projectCode ?? null].filter((one) => one !== null).join(' '));

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`  ${title} ${lines.length}`, ...lines.map((line, at) => `    ${String(at + 1).padStart(2)}. ${line}`)];
}

/** 「清河县一中 校舍维修（清河县教育局，教科文科）」 */
function dueText(line: RosterLineJson): string {
  const groups = [line.department === line.unit ? null : line.department, line.office].filter((one) => one !== null);
  return nameOf(line) + (groups.length === 0 ? '' : `（${oneLine(groups.join('，'))}）`);
}

function unassignedText({ file, sheet, unit, project, why, candidates }: UnassignedJson): string {
  const written = [unit, project].filter((one) => one !== null).join(' ');
  const place = `${oneLine(file)}${sheet === null ? '' : `「${oneLine(sheet)}」`}${written === '' ? '' : ` ${oneLine(written)}`}`;
  return `${place}：${oneLine(why)}${candidates.length === 0 ? '' : `${ROSTER_BLOCK.perhaps}${candidates.map(nameOf).join('、')}`}`;
}

export function rosterText({ file, counts, entries, unassigned, notices }: RosterJson): string {
  const lacking = (what: 'data' | 'report'): readonly string[] => entries.filter(({ lacks }) => lacks.includes(what)).map(dueText);
  const lines = [
    ROSTER_BLOCK.title(oneLine(file)),
    `  ${rosterLine(counts)}。`,
    ...section(ROSTER_BLOCK.missing, entries.filter(({ state }) => state === 'missing').map(dueText)),
    ...section(ROSTER_BLOCK.data, lacking('data')),
    ...section(ROSTER_BLOCK.report, lacking('report')),
    ...section(
      ROSTER_BLOCK.twice,
      entries.filter(({ twice }) => twice.length > 0).map((line) => `${nameOf(line)}：${line.twice.map(oneLine).join('、')}`),
    ),
    ...section(ROSTER_BLOCK.unassigned, unassigned.map(unassignedText)),
    ...section(
      ROSTER_BLOCK.remarks,
      entries.flatMap((line) => line.remarks.map((remark) => `${nameOf(line)}：${oneLine(remark)}`)),
    ),
    ...notices.map((notice) => `  ${oneLine(notice)}`),
  ];
  return `${lines.join('\n')}\n\n`;
}
