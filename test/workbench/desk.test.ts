import { readDocument } from '../../src/hosts/file';
import { opinionsText, readOpinions } from '../../src/opinions';
import type { TableJson } from '../../src/receipt';
import { DeskPlace } from '../../src/workbench/desk/place';
import { ReviewDesk } from '../../src/workbench/desk/review-desk';
import { named, oneOf, reportJsonOf, WRONG } from '../opinions/support';

const entry = oneOf('附件2.xlsx', WRONG);
const mandatory = (of: TableJson) => of.findings.find(({ severity }) => severity === 'mandatory')!;

/** A browser's place that keeps texts; `broken`: a private window. */
class Place {
  readonly texts = new Map<string, string>();
  broken = false;
  readonly load = async (batch: string) => this.texts.get(batch) ?? null;
  readonly keep = async (batch: string, text: string) => {
    if (!this.broken) this.texts.set(batch, text);
    return !this.broken;
  };
}

async function deskIn(place: Place, batch = '2024', digest: string | null = null): Promise<ReviewDesk> {
  const desk = new ReviewDesk({
    sheetName: (sheet) => `表${sheet + 1}`,
    digestOf: () => digest,
    load: place.load,
    keep: place.keep,
    settle: 0,
  });
  await desk.enter(batch);
  return desk;
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

it('what is written is kept by itself and is there tomorrow', async () => {
  const place = new Place();
  const desk = await deskIn(place);
  expect(desk.state.kept).toBeNull();
  desk.setFinding(entry, mandatory(entry), { words: '请附台账', listed: false });
  desk.add(entry, { place: desk.placeOf(entry, { sheet: 0, row: 4, col: 3 }), text: '另一条', level: 'advisory' });
  await settled();
  expect(desk.state.kept).toBe(true);
  const again = await deskIn(place);
  expect(again.state).toMatchObject({ kept: true });
  expect(again.on(entry).findings.get(mandatory(entry).id)).toMatchObject({ words: '请附台账', listed: false });
  expect(again.isListed(entry, mandatory(entry))).toBe(false);
  expect(again.on(entry).own.map(({ text, place: at }) => [text, again.placeText(entry, at)])).toEqual([
    ['另一条', 'D5（指标“乙类走访”）'],
  ]);
  const other = await deskIn(place, '2025');
  expect(other.on(entry).own).toEqual([]);
});

it('says so where the browser keeps nothing, and loses nothing of what two pages write', async () => {
  const place = new Place();
  const [one, two] = [await deskIn(place), await deskIn(place)];
  one.add(entry, { place: null, text: '甲写的', level: 'info' });
  await settled();
  two.add(entry, { place: null, text: '乙写的', level: 'info' });
  await settled();
  expect(
    (await deskIn(place))
      .on(entry)
      .own.map(({ text }) => text)
      .sort(),
  ).toEqual(['乙写的', '甲写的']);
  place.broken = true;
  two.setReviewer('李四');
  await settled();
  expect(two.state.kept).toBe(false);
});

it('a table that goes by another name now is found by its bytes, and it is said', async () => {
  const desk = await deskIn(new Place(), '2024', 'aa');
  desk.add(entry, { place: null, text: '意见', level: 'info' });
  expect(desk.wasNamed(entry)).toBeNull();
  const renamed = oneOf('附件2.xlsx', named(WRONG, '示例市民政和军人局'));
  expect([desk.on(renamed).own.length, desk.wasNamed(renamed)]).toEqual([1, expect.stringContaining('示例市民政局')]);
  await settled();
});

it('a damaged text in the browser is no reason to stop', async () => {
  const place = new Place();
  place.texts.set('2024', '{"is":"审核意见","ver');
  const desk = await deskIn(place);
  desk.add(entry, { place: null, text: '新的', level: 'info' });
  await settled();
  expect(readOpinions(place.texts.get('2024')!).ok).toBe(true);
});

it('the letter of the shown table’s unit, as a document and as text; nothing where nothing is asked', async () => {
  const desk = await deskIn(new Place());
  const other = oneOf('乙.xlsx', named(WRONG, '示例市水利局'));
  const file = desk.letter([entry, other], entry)!;
  expect(file.name).toBe('示例市民政局审核反馈意见.docx');
  const words = readDocument(file.bytes)!.blocks.map((block) => (block.is === 'paragraph' ? block.text : ''));
  expect(words.join('\n')).toContain(mandatory(entry).id);
  expect(desk.letterText([entry, other], entry)).toContain('示例市民政局：');
  for (const finding of entry.findings) desk.setFinding(entry, finding, { listed: false });
  expect([desk.letter([entry], entry), desk.letterText([entry], entry)]).toEqual([null, null]);
  expect((await desk.letters([entry, other]))!.map(([name]) => name)).toEqual(['示例市水利局审核反馈意见.docx']);
  const many = Array.from({ length: 20 }, (_, at) => oneOf(`${at}.xlsx`, named(WRONG, `第${at}局`)));
  const told: number[] = [];
  expect((await desk.letters(many, (done) => told.push(done) > 0))!.length).toBe(20);
  expect(await desk.letters(many, (done) => done < told.at(-1)!)).toBeNull();
});

it('打开审核意见 puts together, says where the two differ, and answers a wrong file with a sentence', async () => {
  const [one, two] = [await deskIn(new Place()), await deskIn(new Place())];
  one.setFinding(entry, mandatory(entry), { words: '甲' });
  two.setFinding(entry, mandatory(entry), { words: '乙' });
  two.setReviewer('乙某');
  one.open(two.file().bytes, two.file().name);
  expect(one.state.note).toMatch(/^已打开「审核意见_2024.json」：1 张表的意见已并入。有 1 处写得不同，以原有的为准/);
  expect(one.on(entry).findings.get(mandatory(entry).id)).toMatchObject({ words: '甲', also: [{ by: '乙某', words: '乙' }] });
  const before = opinionsText(one.state.opinions);
  one.open(new TextEncoder().encode('PK'), '附件.xlsx');
  expect(one.state.note).toMatch(/^「附件.xlsx」没有打开：/);
  expect(opinionsText(one.state.opinions)).toBe(before);
  await settled();
});

it('复核分: the rest as the 自评分 when somebody asks for it, and files by their names', async () => {
  const desk = await deskIn(new Place());
  const [first] = desk.reviewed(entry).rows;
  desk.setScore(entry, first!.key, { score: '3', why: '台账不全' });
  expect(desk.reviewed(entry)).toMatchObject({ done: 1, of: 20 });
  desk.restAsSelf(entry);
  expect(desk.reviewed(entry).review?.toFixed()).toBe('97.5');
  expect([desk.scoreFile(entry), desk.summaryFile([entry]), desk.ledgerFile([entry])].map(({ name }) => name)).toEqual([
    '示例市民政局_复核评分表.xlsx',
    '复核汇总_2024.xlsx',
    '整改台账_2024.xlsx',
  ]);
  expect(desk.over([entry, oneOf('乙.xlsx', named(WRONG, '示例市水利局'))])).toEqual({ tables: 1, lost: [] });
  expect(desk.over([]).lost).toEqual(['示例市民政局，部门（单位）整体自评，附件2.xlsx“表1”']);
  await settled();
});

it('another file of the same name is not taken for the one before it', async () => {
  const place = new DeskPlace({ sheetName: () => null });
  const digests = (place as unknown as { readonly digests: ReadonlyMap<string, string> }).digests;
  await place.seen('附件2.xlsx', new Uint8Array([1]));
  const first = digests.get('附件2.xlsx');
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  const [slow, fast] = [place.seen('附件2.xlsx', new Uint8Array(1 << 20)), place.seen('附件2.xlsx', new Uint8Array([2]))];
  expect(digests.get('附件2.xlsx')).toBeUndefined();
  await Promise.all([slow, fast]);
  expect(digests.get('附件2.xlsx')).not.toBe(first);
});

it('reports: what is ticked and written there goes into the letter of the unit and of the batch, and is kept', async () => {
  const place = new Place();
  const desk = await deskIn(place);
  const report = reportJsonOf('自评报告.docx', entry.unit);
  const [mandatory, advisory] = report.findings;
  desk.tookReports('file', [{ json: report, digest: null }]);
  expect(desk.listedOfReports([entry], entry).map(({ finding: { id } }) => id)).toEqual([mandatory!.id]);
  expect(desk.letterText([entry], entry)).toContain('自评报告.docx第6段');
  desk.setReportFinding(report, advisory!, { listed: true, words: '请写明日期' });
  expect(desk.letterText([entry], entry)).toContain('审核意见：请写明日期。（编号BBBB-22）');
  await settled();
  desk.tookReports('file', []);
  expect([desk.listedOfReports([entry], entry), desk.letterText([entry], entry)!.includes('自评报告.docx')]).toEqual([[], false]);
  const again = await deskIn(place);
  const alone = reportJsonOf('乙/自评报告.docx', '示例市水利局');
  again.tookReports('batch', [
    { json: { ...report, file: '甲/自评报告.docx' }, digest: null },
    { json: { ...alone, with: null }, digest: null },
  ]);
  expect(again.onReport({ ...report }).size).toBe(0);
  const letters = (await again.letters([entry]))!;
  expect(letters.map(([name]) => name)).toEqual(['示例市民政局审核反馈意见.docx', '示例市水利局审核反馈意见.docx']);
  const texts = letters.map(([, bytes]) =>
    readDocument(bytes)!
      .blocks.map((block) => (block.is === 'paragraph' ? block.text : ''))
      .join(),
  );
  expect(texts.map((text) => [text.includes('AAAA-11'), text.includes('请写明日期')])).toEqual([
    [true, true],
    [true, false],
  ]);
  expect(again.over([entry]).lost).toEqual([]);
  again.tookReports('batch', [{ json: alone, digest: null }]);
  expect(again.over([entry]).lost).toEqual(['示例市民政局，自评报告.docx']);
  await settled();
});
