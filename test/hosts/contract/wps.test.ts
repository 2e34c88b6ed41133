import { WpsHost } from '../../../src/hosts/wps';
import { FakeWps } from '../../support/wps/fake-wps';
import { HOSTILE } from '../../support/wps/modes';
import { contractBook, hostContract } from './contract';

for (const [name, modes] of Object.entries(HOSTILE)) {
  hostContract(`wps, ${name}`, async () => {
    const wps = new FakeWps(contractBook(), modes);
    return {
      host: new WpsHost(wps.app),
      type: async (sheet, row, col, value) => wps.type(sheet, row, col, value),
      pick: async (sheet, row, col) => wps.pick(sheet, row, col),
      moveLast: async (sheet) => wps.moveLast(sheet),
    };
  });
}
