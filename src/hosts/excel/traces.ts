/** What of ours is in the workbook, and taking it away. */
import { rectsOfAddress } from './addresses';
import type { Traces, WriteOutcome } from '../port';
import { askRules, mayFormat, ownRules, type AskedRules, type KnownRules } from './marks';
import type { ConditionalFormat, RequestContext } from './office-types';
import { listSheets, type SheetList } from './own-sheets';
import { refused } from '../live';
import { deleteSettings, ownKeys } from './settings';

interface Found {
  readonly list: SheetList;
  readonly rules: ReadonlyMap<AskedRules, readonly ConditionalFormat[]>;
  /** Keys. */
  readonly settings: readonly string[];
}

async function find(context: RequestContext, known: KnownRules): Promise<Found> {
  const asked: AskedRules[] = [];
  const settings = context.workbook.settings.load('items/key');
  const list = await listSheets(context, (sheet) => asked.push(askRules(sheet)));
  return { list, rules: await ownRules(context, asked, known), settings: ownKeys(settings.items) };
}

export async function findTraces(context: RequestContext, known: KnownRules): Promise<Traces> {
  const { list, rules, settings } = await find(context, known);
  const areas = [...rules.values()].flat().map((rule) => rule.getRanges().load('address'));
  if (areas.length > 0) await context.sync();
  return {
    marks: areas.reduce((sum, one) => sum + rectsOfAddress(one.address).length, 0),
    notes: 0,
    sheets: list.ours.map((one) => one.given),
    settings: settings.length > 0,
  };
}

/** All or nothing as far as can be known beforehand: what is protected is refused before anything goes. */
export async function takeTraces(context: RequestContext, known: KnownRules): Promise<WriteOutcome> {
  const { workbook } = context;
  workbook.load('readOnly');
  workbook.protection.load('protected');
  const { list, rules, settings } = await find(context, known);
  if (workbook.readOnly) return refused('read-only', []);
  if (list.ours.length > 0 && workbook.protection.protected)
    return refused('protected', [], '工作簿结构受保护，不能删除绩核添加的工作表。请先在 Excel 里撤销工作簿保护。');
  const closed = [...rules].filter(([{ sheet }, own]) => own.length > 0 && !mayFormat(sheet)).map(([{ sheet }]) => `「${sheet.name}」`);
  if (closed.length > 0) return refused('protected', [], `${closed.join('、')}表受保护，不能清除其中的标注。请先撤销工作表保护。`);
  const others = list.all.filter((sheet) => !list.ours.some((one) => one.sheet === sheet));
  if (list.ours.length > 0 && !others.some((sheet) => sheet.visibility === 'Visible'))
    return refused('unsupported', [], '绩核添加的工作表是唯一可见的工作表，Excel 不能删除它。请先显示另一张工作表。');
  for (const rule of [...rules.values()].flat()) rule.delete();
  for (const { sheet } of list.ours) sheet.delete();
  deleteSettings(context, settings);
  await context.sync();
  return { is: 'done', undo: { cells: [], sheets: [] }, warnings: [] };
}
