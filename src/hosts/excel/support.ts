/** Which Excel this is: what it must have, and what it may have. */
import { HostError } from '../port';
import type { OfficeRuntime } from './office-types';

/** Below this set merged areas cannot be read, and a table read without them would be read wrongly. */
export const FLOOR = '1.13';

const TOO_OLD =
  '这个版本的 Excel 缺少绩核需要的功能（ExcelApi 1.13；Excel 2021 及以后的版本、Microsoft 365 和网页版 Excel 都有）。' +
  '可以改用浏览器里的绩核工作台打开这个文件，或在 WPS 表格里用绩核，也可以用命令行 jihe check。';

/** The host may say it has a set while the library that is shipped lacks the member: both are asked. */
const NEEDED = [
  ['Range', 'getMergedAreasOrNullObject'],
  ['Range', 'getCellProperties'],
  ['Range', 'getRowProperties'],
  ['Worksheet', 'getRanges'],
  ['RangeAreas', 'conditionalFormats'],
  ['WorksheetCollection', 'onChanged'],
] as const;

/** @throws HostError unsupported, with what else can be done */
export function requireSupport({ Excel, requirements }: OfficeRuntime): void {
  const missing =
    !requirements.isSetSupported('ExcelApi', FLOOR) || NEEDED.some(([name, member]) => !hasMember(Excel[name]?.prototype, member));
  if (missing) throw new HostError('unsupported', TOO_OLD, true);
}

/** Protection changes are told from 1.14 on. */
export function tellsProtection({ Excel, requirements }: OfficeRuntime): boolean {
  return requirements.isSetSupported('ExcelApi', '1.14') && hasMember(Excel.WorksheetCollection?.prototype, 'onProtectionChanged');
}

function hasMember(prototype: object | undefined, member: string): boolean {
  return prototype !== undefined && member in prototype;
}
