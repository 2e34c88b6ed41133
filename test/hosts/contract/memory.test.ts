import { Dec } from '../../../src/workbook/decimal';
import type { CellValue } from '../../../src/workbook/types';
import type { Content } from '../../../src/workbook/write-plan';
import { MemoryHost } from '../../support/memory-host';
import { contractBook, hostContract } from './contract';

const contentOf = (value: CellValue): Content => {
  if (value === null || (typeof value === 'object' && 'error' in value)) return { kind: 'blank' };
  return { kind: 'value', value: typeof value === 'number' ? new Dec(value) : value };
};

hostContract('memory', async () => {
  const host = new MemoryHost(contractBook());
  return {
    host,
    type: async (sheet, row, col, value) => host.type(sheet, row, col, contentOf(value)),
    pick: async (sheet, row, col) => host.pick(sheet, row, col),
    moveLast: async (sheet) => host.moveLast(sheet),
  };
});
