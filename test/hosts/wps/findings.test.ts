/** The whole way through the WPS host gives what the command line says of the file, but for checks whose input WPS cannot tell. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FileHost, readXlsx } from '../../../src/hosts/file';
import type { Host } from '../../../src/hosts/port';
import { WpsHost } from '../../../src/hosts/wps';
import { openWorkbook } from '../../../src/open-workbook';
import { FakeWps } from '../../support/wps/fake-wps';
import { HOSTILE } from '../../support/wps/modes';

const SAMPLES = path.join(__dirname, '../../../samples');
const samples = readdirSync(SAMPLES).filter((name) => name.endsWith('.xlsx'));
/** What they look at is null here: links to other workbooks, hidden rows and columns. */
const CANNOT_TELL = ['external-link', 'hidden-content'];

interface Receipt {
  readonly tables: readonly { readonly findings: readonly { readonly code: string }[] }[];
}

async function receiptOf(host: Host): Promise<Receipt> {
  const open = openWorkbook(host);
  await open.start();
  expect([open.state.trouble, open.state.phase]).toEqual([null, 'ready']);
  const receipt = JSON.parse(open.exportJson()) as Receipt;
  await open.close();
  return receipt;
}

const findingsOf = ({ tables }: Receipt): unknown =>
  tables.map(({ findings }) => findings.filter(({ code }) => !CANNOT_TELL.includes(code)));

describe.each(samples)('%s', (name) => {
  const bytes = new Uint8Array(readFileSync(path.join(SAMPLES, name)));

  test.each(Object.keys(HOSTILE))('%s: the same findings', async (mode) => {
    const file = await receiptOf(new FileHost(bytes, { name }));
    const wps = await receiptOf(new WpsHost(new FakeWps(readXlsx(bytes), HOSTILE[mode]!, name).app));
    expect(file.tables.length).toBeGreaterThan(0);
    expect(findingsOf(wps)).toEqual(findingsOf(file));
  });
});
