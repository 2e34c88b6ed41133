import { ExcelHost } from '../../../src/hosts/excel';
import { bookFrom } from '../excel/double/model';
import { openOffice, type SimulatedOffice } from '../excel/double/office';
import { World } from '../excel/double/world';
import { contractBook, hostContract } from './contract';

/** Longer than the host gathers changes. */
const DONE = 150;

const opened: SimulatedOffice[] = [];
afterAll(() => opened.forEach((one) => one.close()));

describe.each(['1.13', '1.14', '1.17'])('Excel that tells ExcelApi %s', (api) => {
  hostContract(`excel ${api}`, async () => {
    const world = new World(bookFrom(contractBook()), { api, tellsTrigger: api !== '1.13' });
    const simulated = openOffice(world);
    opened.push(simulated);
    const done = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, DONE));
    return {
      host: new ExcelHost(simulated.office),
      type: async (sheet, row, col, value) => {
        world.type(sheet, row, col, value);
        await done();
      },
      pick: async (sheet, row, col) => {
        world.selectByHand(sheet, `${'ABCDEFG'.charAt(col)}${row + 1}`);
        await done();
      },
      moveLast: async (sheet) => {
        const [moved] = world.book.sheets.splice(
          world.book.sheets.findIndex((one) => one.name === sheet),
          1,
        );
        world.book.sheets.push(moved!);
      },
    };
  });
});
