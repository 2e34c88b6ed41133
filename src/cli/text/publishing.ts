/** 公开前检查 of one file as text: what there is, by kind, with where it stands. */
import { CONFIRM, REMARK_NAMES } from '../../publishing';
import type { PublishingJson, RemarkJson } from '../../receipt';
import { andMore, NOT_WHOLE, NOTHING_TO_CONFIRM, PREPUBLISH_TITLE } from '../texts/prepublish';
import { oneLine, painted, type TextLook } from './look';

/** Places of one kind that are written out. */
const MOST_PLACES = 10;

/** 「评分表!C12」, 「第 3 段」, 「页眉」; '' for the whole file. */
function placeText({ sheet, address, paragraph, part }: RemarkJson['place']): string {
  const own = sheet !== null ? (address === null ? sheet : `${sheet}!${address}`) : paragraph !== null ? `第 ${paragraph} 段` : '';
  return [own, part ?? ''].filter((text) => text !== '').join(' ');
}

const lineOf = ({ place, shown }: RemarkJson): string =>
  `      ${[placeText(place), shown]
    .filter((text) => text !== '')
    .map(oneLine)
    .join('  ')}`;

function kindLines(code: RemarkJson['code'], own: readonly RemarkJson[]): readonly string[] {
  const rest = own.length - MOST_PLACES;
  return [
    `    ${REMARK_NAMES[code]} ${own.length} 处`,
    ...own.slice(0, MOST_PLACES).map(lineOf),
    ...(rest > 0 ? [`      ${andMore(own.length)}`] : []),
  ];
}

export function publishingText({ file, status, reason, whole, findings }: PublishingJson, look: TextLook): string {
  const head = painted(`${PREPUBLISH_TITLE}：${oneLine(file)}`, 'bold', look);
  if (status !== 'ok') return `${head}\n  ${reason ?? ''}\n`;
  const codes = [...new Set(findings.map(({ code }) => code))];
  const found =
    findings.length === 0
      ? [`  ${NOTHING_TO_CONFIRM}`]
      : [
          painted(`  ${CONFIRM}：${findings.length} 处`, 'yellow', look),
          ...codes.flatMap((code) =>
            kindLines(
              code,
              findings.filter((one) => one.code === code),
            ),
          ),
        ];
  return `${[head, ...found, ...(whole ? [] : [`  ${NOT_WHOLE}`])].join('\n')}\n`;
}
