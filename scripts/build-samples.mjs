// Writes the workbooks of samples/. Run it twice: the bytes are the same.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fixClock } from './samples/fixed-clock.mjs';

fixClock('2025-05-14T00:00:00Z');
const { default: ExcelJS } = await import('exceljs');
const { wholeDepartment } = await import('./samples/whole.mjs');
const { project, RIGHT, WRONG } = await import('./samples/project.mjs');

const folder = new URL('../samples/', import.meta.url);
mkdirSync(folder, { recursive: true });

await write('部门整体自评_湛江2024.xlsx', wholeDepartment);
await write('项目自评_有误.xlsx', (book) => project(book, WRONG));
await write('项目自评_正确.xlsx', (book) => project(book, RIGHT));

async function write(name, fill) {
  const book = new ExcelJS.Workbook();
  book.creator = '绩核示例';
  book.lastModifiedBy = '绩核示例';
  book.created = new Date();
  book.modified = new Date();
  fill(book);
  const file = new URL(encodeURIComponent(name), folder);
  writeFileSync(file, Buffer.from(await book.xlsx.writeBuffer()));
  console.log(fileURLToPath(file));
}
