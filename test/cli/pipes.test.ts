/** Pipes, sockets and devices where a file is expected: told, never waited for. */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { takeBytes } from '../../src/cli/audit/bytes';
import { FILES } from '../../src/cli/audit/file-functions-here';
import { repliesInFile } from '../../src/cli/answers/given';
import { withRegular } from '../../src/cli/files/regular';
import { FileOutput } from '../../src/cli/output/file';
import { outRefused } from '../../src/cli/output/guard';
import { reportOn } from '../../src/cli/report/read';
import { writeReport } from '../../src/cli/write/write';
import { namedStandard } from '../../src/cli/standards/file';
import { formsOf } from '../../src/cli/standards/template';
import { BY_THE_SHEET, judgeBy } from '../../src/open-workbook';
import { NOT_A_FILE, unopenedReason, unwrittenReason } from '../../src/words';
import { Place, ROOT } from './program';
import path from 'node:path';

const place = new Place();
const pipe = place.at('管道.xlsx');
const socket = place.at('s.xlsx');
let server: Server;

const unix = process.platform === 'win32' ? describe.skip : describe;

beforeAll(async () => {
  if (process.platform === 'win32') return;
  expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
  server = createServer();
  await new Promise<void>((resolve) => server.listen(socket, resolve));
});
afterAll(async () => {
  if (process.platform !== 'win32') await new Promise((resolve) => server.close(resolve));
  place.remove();
});

const PLACES = (): readonly string[] => [pipe, socket, '/dev/zero', place.folder].filter((one) => existsSync(one));

unix('where something is read', () => {
  test('a workbook', () => {
    for (const one of PLACES()) expect([one, takeBytes(one, true, () => true)]).toEqual([one, { is: 'not-a-file' }]);
    expect(withRegular(pipe, () => 1)).toBeNull();
    writeFileSync(place.at('甲.txt'), '甲');
    expect(withRegular(place.at('甲.txt'), (_, { size }) => size)).toBe(3);
  });

  test('a report', async () => {
    for (const one of [pipe, socket, '/dev/zero']) {
      const work = { report: { path: one, label: one, named: true }, workbook: null, reason: null };
      expect(await reportOn(work, judgeBy(BY_THE_SHEET))).toMatchObject({ status: 'unreadable', reason: NOT_A_FILE });
    }
  });

  test('a report that is to be written onto', async () => {
    const file = path.join(ROOT, 'samples/项目自评_正确.xlsx');
    const command = { command: 'write' as const, file, out: place.at('新.docx'), onto: pipe, overwrite: false, names: [] };
    expect(await writeReport(command as unknown as Parameters<typeof writeReport>[0])).toMatchObject({ exit: 2, files: [] });
  });

  test('a standard, a blank form, a workbook with answers', async () => {
    for (const one of [pipe, socket, '/dev/zero']) {
      expect(namedStandard(one)).toMatchObject({ ok: false, message: expect.stringContaining(NOT_A_FILE) });
      expect(await formsOf(one, FILES)).toMatchObject({ ok: false, message: expect.stringContaining(NOT_A_FILE) });
      expect(await repliesInFile(one, FILES)).toMatchObject({ ok: false });
    }
  });
});

unix('where something is written', () => {
  test.each([
    ['a pipe that nobody reads', () => pipe],
    ['a socket', () => socket],
  ])('%s', async (_, at) => {
    expect(outRefused({ out: at(), overwrite: false }, [], () => true)).toBeNull();
    await expect(FileOutput.open(at())).rejects.toMatchObject({ code: 'ENXIO' });
  });

  test('a name that is longer than names can be', async () => {
    const code = await FileOutput.open(place.at('长'.repeat(300), 'a.xlsx')).catch((error: NodeJS.ErrnoException) => error.code ?? '');
    expect(unwrittenReason(String(code))).toBe('文件名或路径过长，请改短后再试');
  });
});

test('every reason of the system that a user meets is said in Chinese', () => {
  for (const code of ['EACCES', 'EPERM', 'ENOENT', 'EBUSY', 'ENAMETOOLONG', 'ELOOP']) expect(unopenedReason(code)).not.toContain(code);
  for (const code of ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENAMETOOLONG', 'EFBIG', 'ENXIO'])
    expect(unwrittenReason(code)).not.toContain(code);
});
