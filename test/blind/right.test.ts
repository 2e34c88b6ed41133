/**
 * Sixty correct workbooks of many layouts, written without reading the sources: nothing may be accused, 运算 changes nothing,
 * and what it writes into emptied scores is what stood there. First run: not yet.
 */
import { existsSync, readFileSync } from 'node:fs';
import { build, jihe, Place } from '../cli/program';
import { line, type Answer } from './judge';
import { RIGHT } from './right-cases';
import { contents } from './write';

const place = new Place();
const bytes = new Map<string, Uint8Array>();
let answers: readonly Answer[] = [];
jest.setTimeout(600_000);

beforeAll(async () => {
  build();
  for (const one of RIGHT) {
    const made = await one.bytes();
    bytes.set(one.id, made);
    place.put(`in/${one.id}.${one.ending ?? 'xlsx'}`, made);
  }
  place.put('out/.keep', '');
  const { stdout } = jihe(['check', 'in', '--format', 'ndjson', '--workers', '1', '--quiet'], place.folder);
  answers = stdout
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => JSON.parse(text) as Answer);
});
afterAll(() => place.remove());

test('there are sixty', () => expect(RIGHT.length).toBe(60));

test.each(RIGHT.map((one) => [one.id, one.what, one] as const))('%s %s', (id, _what, one) => {
  const name = `${id}.${one.ending ?? 'xlsx'}`;
  const mine = answers.filter((answer) => answer.file === `in/${name}`);
  const wrong =
    mine.length === 0
      ? ['no answer']
      : mine.filter((answer) => answer.status !== 'ok').map((answer) => `${answer.status} ${answer.reason}`);
  const may = (one.may ?? []).map((text) => text.split(' ') as [string, string, string]);
  for (const finding of mine.flatMap((answer) => answer.findings ?? [])) {
    if (finding.severity === 'info') continue;
    const allowed = may.some(
      ([severity, code, cell]) =>
        (severity === 'M' || finding.severity === 'advisory') &&
        (code === '*' || code === finding.code) &&
        (cell === '*' || cell === finding.cell.address),
    );
    if (!allowed) wrong.push(line(finding));
  }
  if (id !== 'r53') {
    jihe(['recalc', `in/${name}`, '--out', `out/${name}`, '--no-summary', '--scores', 'all'], place.folder);
    const out = place.at('out', name);
    if (existsSync(out)) {
      const [was, is] = [contents(bytes.get(id)!), contents(new Uint8Array(readFileSync(out)))];
      for (const at of new Set([...was.cells.keys(), ...is.cells.keys()])) {
        if (was.cells.get(at) !== is.cells.get(at)) wrong.push(`recalc ${at}: ${String(was.cells.get(at))} → ${String(is.cells.get(at))}`);
      }
    }
  }
  expect(wrong.join('\n')).toBe('');
});
