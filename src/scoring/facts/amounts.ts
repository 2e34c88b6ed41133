/** Units of amounts: 元 and 万元 by what is written, never by size. */
import { Dec } from '../../workbook';

const SCALES: Readonly<Record<string, string>> = { 元: '1', 千元: '1e3', 万元: '1e4', 百万元: '1e6', 亿元: '1e8' };

/** How many 元 one unit is; null where the unit is no money. */
export function yuanPer(unit: string | null): Dec | null {
  const scale = unit === null ? undefined : SCALES[unit];
  return scale === undefined ? null : new Dec(scale);
}

const SAME_UNIT: Readonly<Record<string, string>> = {
  日: '天',
  个工作日: '工作日',
  人次: '人次',
  名: '人',
  位: '人',
  起: '例',
  件: '件',
  平方米: '㎡',
};

/** 「日」 and 「天」 are one unit; 「天」 and 「工作日」 are not. */
export function sameUnit(one: string, other: string): boolean {
  return (SAME_UNIT[one] ?? one) === (SAME_UNIT[other] ?? other);
}
