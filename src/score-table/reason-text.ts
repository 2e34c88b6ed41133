/** What an explanation says: nothing, that all is done, a shortfall, a deduction, or only phrases that fit any row. */
import { isPlaceholder, normal, oncePerText } from '../workbook';
import type { Slot } from './types';
import words from './data/reason-words.json';

const NOTHING: ReadonlySet<string> = new Set(words.nothing);
const DONE: ReadonlySet<string> = new Set(words.done);
const PHRASES = [...words.boilerplate, ...words.filler].sort((a, b) => b.length - a.length);
const BOILERPLATE: readonly string[] = words.boilerplate;

/** A label inside the cell: 「偏差原因:」 「改进措施：」. */
const LABEL = /(?:^|[,;。])?[^,;。:]{0,12}(?:原因|分析|措施|说明|情况|备注)[^,;。:]{0,6}:/g;
const BREAKS = /[,;。、!.]+/;

/** The text of a cell, normalised (half width, no spaces); '' where it is blank or there is no such cell. A typed 0 is "0". */
export function explanation(slot: Slot<string> | undefined): string {
  if (slot === undefined || slot.state === 'blank' || slot.state === 'error' || slot.state === 'picture') return '';
  return normal(slot.value ?? String(slot.raw ?? ''));
}

/** Blank, 「无」, 「0」, 「/」, 「无偏差」, 「偏差原因：无；改进措施：无」: nobody explained anything. */
export const saysNothing = oncePerText((text: string): boolean => {
  return partsOf(text).every((part) => isPlaceholder(part) || NOTHING.has(part) || /^0(?:\.0+)?(?:%|分)?$/.test(part));
});

/** Only 「已完成」 「达标」 and the like: true or not, it explains no deduction. */
export function saysDone(text: string): boolean {
  const parts = partsOf(text);
  return parts.length > 0 && parts.every((part) => DONE.has(part));
}

/** Only phrases that would fit any row: 「客观原因」 「今后进一步加强管理」 「酌情扣0.5分」. */
export const isBoilerplate = oncePerText((text: string): boolean => {
  let rest = text.replace(/扣(?:除|减)?\d+(?:\.\d+)?分/g, '扣分').replace(/[,;。、!.:()"“”\d]/g, '');
  if (rest === '' || saysNothing(text) || saysDone(text)) return false;
  if (!BOILERPLATE.some((phrase) => rest.includes(phrase)) && !/有待|需|加强|提高|提升|完善|改进|努力/.test(rest)) return false;
  for (const phrase of PHRASES) rest = rest.split(phrase).join('');
  return rest === '';
});

/** What may stand before a shortfall so that the text denies it, speaks of another year or cites a rule. */
const DENIED =
  /(?:无|没有|不存在|未发现|未出现|未发生|未见|避免|防止|杜绝|消除|克服|弥补|解决|补齐|缓解|不得|严禁|如果|若|凡|每|上年|去年|往年|以前年度)[^,;。]{0,8}$/;
const OLDER_YEAR = /\d{4}年度?[^,;。]{0,4}$/;
/** What may follow: 「未完成原因：无」 「未完成0项」 「未完成的不得分」. */
const TAKEN_BACK = /^[^,;。:]{0,10}(?::|为|率)?(?:无(?![法力])|没有|0(?![.\d]))|^[^,;。]{0,8}(?:不得分|得0分|不计分|扣\d)/;

const DEED = '(?:完成|达到|达成|达标|实现|落实|开展|实施|执行|支付|拨付|支出|到位|验收|开工|竣工|完工|公开|报送|签订)';
const SHORTFALLS: readonly RegExp[] = [
  new RegExp(`(?:尚未|未能|没能|未)(?:够)?(?:及时|按时|按期|如期|按计划|按要求|全部|全面|完全|全额|足额|有效|充分)*${DEED}`, 'g'),
  /(?:只|仅)(?:完成|达到|达|执行|支出|实现)/g,
  /(?<!不)(?:低于|少于|不及|达不到|没有达到)(?:年初|年度|全年|预期|绩效|既定)*(?:目标|指标|计划|预期|标准)/g,
  /(?:存在|有)(?:较大|较小|一定|部分|负)?(?:偏差|差距|缺口)/g,
  /(?:进度|执行|支付|建设|推进|工作)(?:较|偏|相对|比较)?(?:缓慢|滞后|慢)/g,
  /(?<!每[^,;。]{0,12})扣(?:除|减)?(?!0分)\d+(?:\.\d+)?分/g,
];
/** Weaker words: a text that adds that all was done in the end states no shortfall. */
const TROUBLES: readonly RegExp[] = [/滞后|延期|推迟|延误|逾期|(?<!不存在)(?:不足|欠缺|不到位|不完善|不及时|不规范|不达标|不够)/g];
const DONE_IN_THE_END = /(?:已|均|全部|如期|按时|按期)(?:全部|全面|按时|按期|经)?(?:完成|达到|达标|实现|整改)/;

/** The text says, of this row and this year, that something was not reached or that points were taken off. */
export const statesShortfall = oncePerText((text: string): boolean => {
  if (SHORTFALLS.some((pattern) => meant(text, pattern))) return true;
  return !DONE_IN_THE_END.test(text) && TROUBLES.some((pattern) => meant(text, pattern));
});

/** In a column that is filled on every row: does this text give any hint why points were taken off? Generous on purpose. */
export const namesDeduction = oncePerText((text: string): boolean => {
  if (statesShortfall(text)) return true;
  const rest = text.replace(/未(?:发现|出现|发生|见)|(?:无|不存在|没有)[^,;。]{0,8}/g, '');
  return HINTS.test(rest) || belowFull(rest) || fewerOf(rest);
});

const HINTS =
  /扣|减分|失分|酌情|折算|按比例|(?:得|计)\d+(?:\.\d+)?分|尚|仍|欠|缺|偏|差|滞后|延|迟|待|不|未|仅|只有|部分|基本|较|一般|因|由于|受|影响|超|少|低|问题|困难|调整|取消|退/;

/** 「10项任务完成9项」: fewer than there were. */
function fewerOf(rest: string): boolean {
  return [
    ...rest.matchAll(/(\d+)([项个件次例份场人户处])[^,;。\d]{0,10}(?:完成|达标|合格|通过|达到|实现|办结|验收|开展)[^,;。\d]{0,4}(\d+)\2/g),
  ].some((match) => Number(match[3]) < Number(match[1]));
}

function belowFull(text: string): boolean {
  return [...text.matchAll(/(?<!\d)(\d+(?:\.\d+)?)%/g)].some((match) => Number(match[1]) < 100);
}

function meant(text: string, pattern: RegExp): boolean {
  for (const match of text.matchAll(pattern)) {
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    if (!DENIED.test(before) && !OLDER_YEAR.test(before) && !TAKEN_BACK.test(after)) return true;
  }
  return false;
}

function partsOf(text: string): readonly string[] {
  return text
    .replace(LABEL, ',')
    .split(BREAKS)
    .filter((part) => part !== '');
}
