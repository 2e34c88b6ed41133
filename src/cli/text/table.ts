import { REPLY_HEADINGS, replyTally, STATE_NAMES } from '../../answers';
import { GROUP_NAMES, type Severity, SEVERITY_MEANINGS, standardText, textWidth, verdictText, wrap } from '../../words';
import type { EntryJson, FindingJson, RefusedJson, TableJson } from '../../receipt';
import { type TextLook, type Paint, oneLine, painted } from './look';

const DOT = ' · ';
const ASKING: readonly Severity[] = ['mandatory', 'advisory'];
const COLOURS: Readonly<Record<Severity, Paint>> = { mandatory: 'red', advisory: 'yellow', info: 'faint' };

const count = (table: TableJson, severity: Severity): number => table.findings.filter((finding) => finding.severity === severity).length;

/** «head» and then text, its further lines under its first. */
export function hanging(head: string, text: string, look: TextLook, how?: Paint): string {
  const indent = ' '.repeat(textWidth(head));
  const lines = look.width === null ? [text] : wrap(text, Math.max(20, look.width - indent.length));
  return lines.map((line, index) => `${index === 0 ? head : indent}${how === undefined ? line : painted(line, how, look)}`).join('\n');
}

/** 「强制性 2 项、提示性 1 项」, 「未发现问题」, 「1 项未能检查」. */
export function verdict(table: TableJson): { readonly text: string; readonly how: Paint } {
  const mandatory = count(table, 'mandatory');
  const advisory = count(table, 'advisory');
  const failed = table.coverage.failed.length;
  const how = mandatory > 0 ? 'red' : advisory + failed > 0 ? 'yellow' : 'green';
  const replies = replyTally(table.findings.map(({ severity, answer }) => ({ severity, state: answer?.state ?? null })));
  return { text: verdictText({ mandatory, advisory, failed, replies }), how };
}

function totalText(table: TableJson): string {
  const { stated, sum, fullScore } = table.totals;
  const score = stated ?? sum;
  if (score === null) return '未填得分';
  const of = fullScore === null ? '' : `（满分 ${fullScore}）`;
  return `${stated === null ? '得分合计' : '自评'} ${score} 分${of}`;
}

/** Parts joined by dots; a part that no longer fits begins a line of its own. */
function joined(parts: readonly { readonly text: string; readonly how: Paint | null }[], look: TextLook): string {
  let line = '';
  let used = 0;
  for (const { text, how } of parts) {
    const size = textWidth(text);
    const breaks = look.width !== null && used > 0 && used + DOT.length + size > look.width;
    line += used === 0 ? '' : breaks ? '\n  ' : DOT;
    used = breaks ? 2 + size : used + (used === 0 ? 0 : DOT.length) + size;
    line += how === null ? text : painted(text, how, look);
  }
  return line;
}

/** File, sheet, unit, total, and what was found: one line unless the terminal is too narrow. */
function verdictLine(table: TableJson, look: TextLook): string {
  const place = `${oneLine(table.file)} › ${oneLine(table.sheet)}`;
  const unit = table.unit === null ? '单位未填' : oneLine(table.unit);
  return joined([{ text: place, how: 'bold' }, { text: unit, how: null }, { text: totalText(table), how: null }, verdict(table)], look);
}

function placeOf(finding: FindingJson, table: TableJson): string {
  const { sheet, address } = finding.cell;
  return sheet === table.sheet ? address : `${oneLine(sheet)}!${address}`;
}

function findingText(finding: FindingJson, number: number, table: TableJson, look: TextLook): string {
  const head = `    ${String(number).padStart(2)}. `;
  const place = placeOf(finding, table);
  const message = hanging(head, `${place}  ${oneLine(finding.message)}`, look).replace(place, painted(place, 'bold', look));
  // A custom is called so and not 依据.
  const label = finding.basis.startsWith('惯例') ? '' : '依据：';
  const basis = hanging(
    `${' '.repeat(head.length)}${label}`,
    `${oneLine(finding.basis)}（${finding.code}，编号 ${finding.id}）`,
    look,
    'faint',
  );
  const sum = finding.arithmetic === null ? '' : `${hanging(`${' '.repeat(head.length)}算式：`, oneLine(finding.arithmetic), look)}\n`;
  return `${message}\n${sum}${basis}${replyText(finding, head.length, look)}`;
}

/** What was replied to it: 「已说明：「…」」, and what the reviewers wrote. */
export function replyText({ answer }: Pick<FindingJson, 'answer'>, indent: number, look: TextLook): string {
  if (answer === null) return '';
  const said = [
    [STATE_NAMES[answer.state], answer.text],
    [REPLY_HEADINGS.department, answer.department],
    [REPLY_HEADINGS.finance, answer.finance],
  ] as const;
  return said
    .flatMap(([head, text], index) =>
      index > 0 && text === null ? [] : [`${head}${text === null || text === '' ? '' : `：「${oneLine(text)}」`}`],
    )
    .map((line) => `\n${hanging(' '.repeat(indent), line, look)}`)
    .join('');
}

function severityBlock(table: TableJson, severity: Severity, from: number, look: TextLook): string {
  const findings = table.findings.filter((finding) => finding.severity === severity);
  if (findings.length === 0) return '';
  const title = painted(`${GROUP_NAMES[severity]}（${SEVERITY_MEANINGS[severity]}）`, COLOURS[severity], look);
  return `  ${title}\n${findings.map((finding, index) => findingText(finding, from + index, table, look)).join('\n')}\n`;
}

function footLines(table: TableJson, look: TextLook): string {
  const lines = table.coverage.failed.map(({ code, why }) => hanging('  未能检查：', `${code}（${oneLine(why)}）`, look));
  const info = table.findings.filter(({ code, severity }) => severity === 'info' && code !== 'check-crashed').length;
  const { standard, resolved } = table;
  if (resolved.length > 0)
    lines.push(
      hanging(
        '  已更正：',
        resolved.map(({ id, indicator }) => (indicator === null ? id : `${id}（${oneLine(indicator)}）`)).join('、'),
        look,
      ),
    );
  if (standard?.title !== undefined) lines.push(hanging('  对照标准：', oneLine(standardText(standard.title, standard)), look, 'faint'));
  if (info > 0) lines.push(painted(`  参考 ${info} 项，供了解，不需回复（列在 --annotate 标注副本的「审核结果」里）`, 'faint', look));
  return lines.map((line) => `${line}\n`).join('');
}

function tableText(table: TableJson, look: TextLook): string {
  let body = '';
  let number = 1;
  for (const severity of ASKING) {
    body += severityBlock(table, severity, number, look);
    number += count(table, severity);
  }
  return `${verdictLine(table, look)}\n${body}${footLines(table, look)}\n`;
}

function refusedText(entry: RefusedJson, look: TextLook): string {
  const name = painted(oneLine(entry.file), 'bold', look);
  return `${name}${DOT}${painted(entry.status === 'unreadable' ? '无法读取' : '未识别', 'yellow', look)}\n${hanging('  ', oneLine(entry.reason), look)}\n\n`;
}

/** One entry as text, a blank line after it. */
export function entryText(entry: EntryJson, look: TextLook): string {
  return entry.status === 'ok' ? tableText(entry, look) : refusedText(entry, look);
}
