import { WorkbenchHost } from '../../../src/hosts/workbench';
import { Dec } from '../../../src/workbook/decimal';
import type { CellValue } from '../../../src/workbook/types';
import type { Content } from '../../../src/workbook/write-plan';
import { contractBytes } from './bytes';
import { hostContract } from './contract';

const contentOf = (value: CellValue): Content => {
  if (value === null || (typeof value === 'object' && 'error' in value)) return { kind: 'blank' };
  return { kind: 'value', value: typeof value === 'number' ? new Dec(value) : value };
};

hostContract('workbench', async () => {
  const host = new WorkbenchHost(await contractBytes(), { name: '评分表.xlsx' });
  const index = (name: string): number => host.book.sheets.findIndex((sheet) => sheet.name === name);
  return {
    host,
    type: async (sheet, row, col, value) => {
      host.type([{ at: { sheet: index(sheet), row, col }, after: contentOf(value) }]);
    },
    pick: async (sheet, row, col) => host.pick(index(sheet), { top: row, left: col, bottom: row, right: col }),
  };
});
