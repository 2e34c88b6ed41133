/** What `jihe standards` prints. */
import { basisText, unreadRulesText } from '../../words';
import { switchText } from '../texts/standard-diff';
import { FORCES, KINDS, SWITCH_KEYS } from '../../standards/keys';
import { pathOf, resolved, type Standard, type SwitchName, type SwitchValues, unreadRules, valueIn, yearsText } from '../../standards';

/** Two lines a standard: id, title, for what, years, status; and its source. */
export function standardsList(standards: readonly Standard[]): string {
  const blocks = standards.map((one) => `${one.id}\n    ${one.title}\n    ${headOf(one)}\n    依据：${basisText(one.reference)}`);
  return `${blocks.join('\n\n')}\n\n使用：jihe check <文件> --standard <编号>；查看一个标准：jihe standards <编号>。\n「依公开资料整理」的标准不是官方文本；自己的标准怎样写，见 docs/standards.md。\n`;
}

/** As people read it; in a file of one's own the second is written 重构. */
const STATUS_NAMES: Readonly<Record<Standard['status'], string>> = { official: '官方', reconstructed: '依公开资料整理，非官方文本' };

function headOf(one: Standard): string {
  return [
    KINDS[one.kind ?? 'any'],
    yearsText(one),
    STATUS_NAMES[one.status],
    `效力：${FORCES[one.force]}`,
    ...(one.base === null ? [] : [`沿用 ${one.base}`]),
  ].join(' · ');
}

/** One standard whole: its lines, its switches, and what would make it official. */
export function standardListing(standard: Standard): string {
  const { lines, notes, year } = resolved(standard, null);
  const rows = lines.map((line, index) => {
    const indent = '  '.repeat(pathOf(lines, index).length);
    const weight = line.weight === null ? '' : `（${line.weight.value.toFixed()}分）`;
    return `${indent}${line.name}${weight}${line.open ? ' 下级由单位自定' : ''}${line.rule === null ? '' : `：${line.rule.text}`}`;
  });
  const switches = (Object.keys(SWITCH_KEYS) as SwitchName[]).flatMap((name) => switchLine(standard, name, year));
  const unread = unreadRules(standard);
  const parts = [
    `${standard.id}  ${standard.title}`,
    headOf(standard),
    `依据：${basisText(standard.reference)}`,
    ...(standard.about === '' ? [] : [standard.about]),
    ...(rows.length === 0 ? [] : ['指标', ...rows]),
    ...(switches.length === 0 ? [] : ['规定', ...switches]),
    ...(standard.items.length === 0
      ? []
      : ['数据项', ...standard.items.map((item) => `  ${item.name}${item.formulaText === '' ? '' : ` = ${item.formulaText}`}`)]),
    ...(notes.length === 0 ? [] : ['表注', ...notes.map((note) => `  ${note}`)]),
    ...(standard.needed.length === 0 ? [] : ['成为官方标准还需要', ...standard.needed.map((one) => `  ${one}`)]),
    ...(unread.length === 0 ? [] : [unreadRulesText(unread)]),
  ];
  return `${parts.join('\n')}\n`;
}

function switchLine<K extends SwitchName>(standard: Standard, name: K, year: number | null): readonly string[] {
  const value = valueIn<SwitchValues[K]>(standard.switches[name] ?? [], year);
  return value === null ? [] : [`  ${SWITCH_KEYS[name]}：${switchText(name, value.value)}`];
}
