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
/** What they look at is null here: links to other workbooks, hidden rows and columns, pictures. */
const CANNOT_TELL = ['external-link', 'hidden-content', 'evidence-missing'];
const WHY = ['在当前程序里看不到隐藏的行和列，未检查', '在当前程序里看不到外部链接，未检查'];

interface Entry {
  readonly findings: readonly { readonly code: string }[];
  readonly coverage: { readonly notApplicable: readonly { readonly code: string; readonly why?: string }[] };
}

async function receiptOf(host: Host): Promise<readonly Entry[]> {
  const open = openWorkbook(host);
  await open.start();
  expect([open.state.trouble, open.state.phase]).toEqual([null, 'ready']);
  const entries = JSON.parse(open.exportJson()) as readonly Entry[];
  await open.close();
  return entries;
}

/** All that is told of the tables, without what those checks would have said. */
const told = (entries: readonly Entry[]): unknown =>
  entries.map(({ coverage, findings, ...rest }) => ({
    ...rest,
    findings: findings.filter(({ code }) => !CANNOT_TELL.includes(code)),
    notApplicable: coverage.notApplicable.filter(({ code }) => !CANNOT_TELL.includes(code)),
  }));

describe.each(samples)('%s', (name) => {
  const bytes = new Uint8Array(readFileSync(path.join(SAMPLES, name)));

  test.each(Object.keys(HOSTILE))('%s: the same findings', async (mode) => {
    const file = await receiptOf(new FileHost(bytes, { name }));
    const wps = await receiptOf(new WpsHost(new FakeWps(readXlsx(bytes), HOSTILE[mode]!, name).app));
    expect(file.length).toBeGreaterThan(0);
    expect(told(wps)).toEqual(told(file));
    for (const { coverage } of wps) expect(coverage.notApplicable.map(({ why }) => why)).toEqual(expect.arrayContaining(WHY));
  });
});
