import { type ReportFindingJson, type ReportJson, reportVerdict } from '../../receipt';
import { claimsLine, GROUP_NAMES, type Severity, SEVERITY_MEANINGS } from '../../words';
import { type TextLook, oneLine, painted } from './look';
import { hanging, replyText } from './table';

const ASKING: readonly Severity[] = ['mandatory', 'advisory'];

function findingText(finding: ReportFindingJson, number: number, look: TextLook): string {
  const { place, message, basis, code, id, cell } = finding;
  const head = `    ${String(number).padStart(2)}. `;
  const indent = ' '.repeat(head.length);
  const where = place === null ? '全文' : `第${place.paragraph}段「${oneLine(place.quote)}」`;
  const at = cell === null ? '' : `，对照「${oneLine(cell.sheet)}」${cell.address}`;
  const label = basis.startsWith('惯例') ? '' : '依据：';
  return [
    hanging(head, where, look, 'bold'),
    hanging(indent, oneLine(message), look),
    hanging(`${indent}${label}`, `${basis}（${code}，编号 ${id}${at}）`, look, 'faint') + replyText(finding, head.length, look),
  ].join('\n');
}

/** One report: whom it was held against, what differs, how many of its numbers were looked at. */
export function reportText(report: ReportJson, look: TextLook): string {
  const { file, status, reason, unit, findings, claims } = report;
  if (status !== 'ok') return `${painted(oneLine(file), 'bold', look)}\n  ${oneLine(reason ?? '')}。\n`;
  const parts = [
    painted(`${oneLine(file)}${report.with === null ? '' : ` 对照 ${oneLine(report.with)}`}`, 'bold', look),
    ...(unit === null ? [] : [oneLine(unit)]),
    reportVerdict(report),
  ];
  let number = 0;
  const groups = ASKING.flatMap((severity) => {
    const own = findings.filter((one) => one.severity === severity);
    if (own.length === 0) return [];
    const lines = own.map((one) => {
      number += 1;
      return findingText(one, number, look);
    });
    return [`  ${GROUP_NAMES[severity]}（${SEVERITY_MEANINGS[severity]}）`, ...lines];
  });
  const info = findings.filter(({ severity }) => severity === 'info').length;
  const rest = [
    ...(reason === undefined ? [] : [`  ${reason}。`]),
    ...(info > 0 ? [`  另有参考 ${info} 项，见 --format json`] : []),
    `  ${claimsLine(claims)}。`,
  ];
  return `${[parts.join(' · '), ...groups, ...rest].join('\n')}\n`;
}
