import { Workbook } from 'exceljs';
import { withoutOurs } from '../../src/open-workbook';
import { editWorkbook, readWorkbook } from '../../src/hosts/file/index';
import { RESULT_SHEET } from '../../src/results/result-sheet/texts';
import { annotation } from '../../src/results/annotate';
import { builtReview } from '../results/reviews';

async function book(names: readonly string[]): Promise<Uint8Array> {
  const workbook = new Workbook();
  for (const name of names) workbook.addWorksheet(name).getCell('A1').value = `${name}的内容`;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function annotated(bytes: Uint8Array): Uint8Array {
  const { sheets } = annotation(builtReview({}));
  const edited = editWorkbook(bytes, { sheets });
  if (!edited.ok) throw new Error(edited.why);
  return edited.bytes;
}

const contents = async (bytes: Uint8Array): Promise<unknown[]> =>
  withoutOurs(await readWorkbook(bytes)).sheets.map((sheet) => [sheet.name, sheet.valueAt(0, 0)]);

it('leaves a workbook that has no sheets of ours as it is', async () => {
  const plain = await readWorkbook(await book(['评分表', '审核结果说明']));
  expect(withoutOurs(plain)).toBe(plain);
});

it('sees our 审核结果 empty, in its place', async () => {
  expect(await contents(annotated(await book(['评分表', '数据表'])))).toEqual([
    ['评分表', '评分表的内容'],
    ['数据表', '数据表的内容'],
    [RESULT_SHEET, null],
  ]);
});

it("reads a sheet of that name that is the user's own, also beside ours", async () => {
  const own = await book(['审核结果', '评分表']);
  expect(await contents(own)).toEqual([
    ['审核结果', '审核结果的内容'],
    ['评分表', '评分表的内容'],
  ]);
  expect(await contents(annotated(own))).toEqual([
    ['审核结果', '审核结果的内容'],
    ['评分表', '评分表的内容'],
    ['审核结果 (2)', null],
  ]);
});
