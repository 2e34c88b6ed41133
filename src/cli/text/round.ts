/** A second round as text: what became of what was sent back, by unit, and what is new. */
import { type RoundJson, roundLine, type RoundUnitJson } from '../../receipt';
import { SEVERITY_NAMES } from '../../words';
import { ROUND } from '../texts/round';
import { oneLine } from './look';

/** 「某局：上次 3 项，已更正 1，已说明 1，仍存在 1」 */
function unitText({ unit, earlier, corrected, explained, remaining, unchecked, notAgain }: RoundUnitJson): string {
  const parts = [
    ['已更正', corrected],
    ['已说明', explained],
    ['仍存在', remaining],
    ['无法判断', unchecked],
    ['没有重报的表', notAgain],
  ] as const;
  const told = parts.flatMap(([word, count]) => (count > 0 ? [`${word} ${count}`] : [])).join('，');
  return `${oneLine(unit)}：上次 ${earlier} 项${told === '' ? '' : `，${told}`}`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`  ${title} ${lines.length}`, ...lines.map((line, at) => `    ${String(at + 1).padStart(2)}. ${line}`)];
}

const notYetText = ({ unit, earlier }: RoundUnitJson): string => `${oneLine(unit)}：上次 ${earlier} 项`;

export function roundText({ counts, units }: RoundJson): string {
  const of = (state: RoundUnitJson['state'], as: (unit: RoundUnitJson) => string = unitText): readonly string[] =>
    units.filter((unit) => unit.state === state).map(as);
  const fresh = units.flatMap((one) =>
    one.new.map(
      ({ severity, file, cell, message }) =>
        `${oneLine(one.unit)}：${oneLine(file)}「${oneLine(cell.sheet)}」${cell.address}  ${oneLine(message)}（${SEVERITY_NAMES[severity]}）`,
    ),
  );
  const lines = [
    `${ROUND.title}：${roundLine(counts)}`,
    ...section(ROUND.open, of('open')),
    ...section(ROUND.unknown, of('unknown')),
    ...section(ROUND.notYet, of('not-yet', notYetText)),
    ...section(ROUND.fresh, fresh),
    ...section(ROUND.corrected, of('corrected')),
  ];
  return `${lines.join('\n')}\n`;
}
