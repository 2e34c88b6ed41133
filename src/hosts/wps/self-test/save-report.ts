/** The report as a file on the desktop, where a person finds it. */
import { attempt, get, isTrue, ownText } from '../bridge';
import type { EtApp } from '../et';

/** Its path, or null where it was not written (a sandbox loses files without a word). */
export function saveReport(app: EtApp, name: string, text: string): string | null {
  return attempt(() => {
    const folder = ownText(get(app, 'Env').GetDesktopPath()).replace(/[\\/]+$/, '');
    if (folder === '') return null;
    const path = `${folder}/${name}`;
    const files = get(app, 'FileSystem');
    files.writeFileString(path, text);
    return isTrue(files.existsSync(path)) ? path : null;
  }, null);
}
