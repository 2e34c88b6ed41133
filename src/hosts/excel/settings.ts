/** Texts of ours in the document's settings: they travel with the file. */
import { HostError } from '../port';
import type { RequestContext, Setting } from './office-types';

export const PREFIX = 'jihe.';
/** Excel has been seen to lose settings above about 1 MB. */
const MOST = 900_000;

export async function loadText(context: RequestContext, key: string): Promise<string | null> {
  const setting = context.workbook.settings.getItemOrNullObject(PREFIX + key).load('value');
  await context.sync();
  return setting.isNullObject || typeof setting.value !== 'string' ? null : setting.value;
}

/** @throws HostError unsupported where the text is too long for a document's settings */
export async function saveText(context: RequestContext, key: string, text: string | null): Promise<void> {
  const { settings } = context.workbook;
  if (text === null) {
    const setting = settings.getItemOrNullObject(PREFIX + key);
    await context.sync();
    if (setting.isNullObject) return;
    setting.delete();
  } else {
    if (text.length > MOST) throw new HostError('unsupported', '要随工作簿保存的内容太多，没有保存。');
    settings.add(PREFIX + key, text);
  }
  await context.sync();
}

/** Keys of ours among the settings loaded with their keys. */
export function ownKeys(settings: readonly Setting[]): string[] {
  return settings.map((setting) => setting.key).filter((key) => key.startsWith(PREFIX));
}

/** By key: the items of the collection are known to the library by their places, which move as they go. */
export function deleteSettings(context: RequestContext, keys: readonly string[]): void {
  for (const key of keys) context.workbook.settings.getItemOrNullObject(key).delete();
}
