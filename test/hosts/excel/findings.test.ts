/** The whole way through Excel gives what the file gives, byte for byte, but for the checks whose input Excel does not tell. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ExcelHost } from '../../../src/hosts/excel';
import { FileHost, readXlsx } from '../../../src/hosts/file';
import type { Host } from '../../../src/hosts/port';
import { openWorkbook, type OpenWorkbook } from '../../../src/open-workbook';
import { bookFrom } from './double/model';
import { openOffice } from './double/office';
import { World } from './double/world';
import { inExcel, pause } from './support';

const SAMPLES = path.join(__dirname, '../../../samples');
const samples = readdirSync(SAMPLES).filter((name) => name.endsWith('.xlsx'));
/** Links to other workbooks and pictures are null here. Whether a check needs the pictures depends on the form. */
const CANNOT_TELL: Readonly<Record<string, string>> = {
  'external-link': '在当前程序里看不到外部链接，未检查',
  'evidence-missing': '在当前程序里看不到图片，未检查',
};

interface Entry {
  readonly findings: readonly { readonly code: string }[];
  readonly coverage: {
    readonly ran: readonly unknown[];
    readonly notApplicable: readonly { readonly code: string; readonly why?: string }[];
  };
}

async function receiptOf(host: Host): Promise<readonly Entry[]> {
  const open = openWorkbook(host);
  await open.start();
  expect([open.state.trouble, open.state.phase]).toEqual([null, 'ready']);
  const entries = JSON.parse(open.exportJson()) as readonly Entry[];
  await open.close();
  return entries;
}

const text = (entries: readonly Entry[]): string =>
  JSON.stringify(
    entries.map(({ coverage, findings, ...rest }) => ({
      ...rest,
      findings: findings.filter(({ code }) => CANNOT_TELL[code] === undefined),
      notApplicable: coverage.notApplicable.filter(({ code }) => CANNOT_TELL[code] === undefined),
    })),
  );

test.each(samples)('%s: the same receipt', async (name) => {
  const bytes = new Uint8Array(readFileSync(path.join(SAMPLES, name)));
  const file = await receiptOf(new FileHost(bytes, { name }));
  await inExcel(new World(bookFrom(readXlsx(bytes), name)), async ({ host }) => {
    const excel = await receiptOf(host);
    expect(file.length).toBeGreaterThan(0);
    expect(text(excel)).toBe(text(file));
    for (const { coverage } of excel) {
      const untold = coverage.notApplicable.filter(({ code, why }) => CANNOT_TELL[code] === why).map(({ code }) => code);
      expect(untold).toContain('external-link');
    }
  });
});

describe('one open workbook over Excel', () => {
  const world = (quirks = {}): World =>
    new World(bookFrom(readXlsx(new Uint8Array(readFileSync(path.join(SAMPLES, '项目自评_有误.xlsx'))))), quirks);
  const started = async (office: ReturnType<typeof openOffice>): Promise<OpenWorkbook> => {
    const open = openWorkbook(new ExcelHost(office.office), { mode: 'fill' });
    await open.start();
    return open;
  };

  test('what Excel spells its own way, and computes to its last binary digit, stands', async () => {
    const office = openOffice(world({ spell: (formula: string) => formula.replace(/,/g, ', ').replace(/^SUM/, 'Sum') }));
    const open = await started(office);
    await open.recalc();
    expect(await open.write()).toBe(true);
    expect(open.state.trouble).toBeNull();
    expect(await open.undo()).toBe(true);
    await open.close();
    office.close();
  });

  test('what the ribbon writes while the pane is open can be taken back in the pane; traces are known from the start', async () => {
    const shared = world();
    const [pane, ribbon] = [openOffice(shared), openOffice(shared)];
    const open = await started(pane);
    expect(open.state.traces).toEqual({ marks: 0, notes: 0, sheets: [], settings: false });
    const total = shared.book.sheets[0]!.at(24, 7)!.value;
    const command = await started(ribbon);
    await command.recalc();
    expect(await command.write()).toBe(true);
    await command.close();
    expect(shared.book.sheets[0]!.at(24, 7)!.value).not.toBe(total);
    await soon(() => open.state.last !== null && open.state.traces?.settings === true);
    expect(await open.undo()).toBe(true);
    expect(shared.book.sheets[0]!.at(24, 7)!.value).toBe(total);
    await open.close();
    pane.close();
    ribbon.close();
  });

  test('marks and sheets of an earlier time are told on opening', async () => {
    const first = world();
    const before = openOffice(first);
    const open = await started(before);
    await open.mark();
    await open.writeSummary();
    await open.close();
    before.close();
    const again = openOffice(first.reopened());
    const later = await started(again);
    expect(later.state.traces).toMatchObject({ sheets: ['自评小结'] });
    expect(later.state.traces!.marks).toBeGreaterThan(3);
    await later.close();
    again.close();
  });

  test('counted: three syncs for an audit, two for a write, two for marks', async () => {
    const office = openOffice(world());
    const open = await started(office);
    const { bridge } = office;
    const count = async (work: () => Promise<unknown>): Promise<number> => {
      bridge.reset();
      await work();
      return bridge.syncs;
    };
    expect(await count(() => open.audit())).toBeLessThanOrEqual(3);
    const writing = await count(() => open.change(open.state.audit!.tables[0]!.findings.find((one) => one.change !== null)!.id));
    const values = bridge.exchanges.filter((one) => one.members.includes('Range.Values='));
    expect([values.length, values[0]!.flags & 16]).toEqual([1, 16]);
    // Asked, written and read back; then the verifying read of the whole, and the way back kept in the settings.
    expect(writing).toBeLessThanOrEqual(2 + 3 + 2);
    await open.close();
    office.close();
  });
});

async function soon(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 60_000; !holds(); await pause(20)) if (Date.now() > end) throw new Error('not within 60 s');
}
