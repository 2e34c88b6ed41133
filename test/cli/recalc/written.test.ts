import { written, type WrittenCopy } from '../../../src/cli/recalc/written';
import type { HostPlan, WriteOutcome } from '../../../src/hosts/port';
import { addrKey } from '../../../src/workbook/address';
import { DEFAULT_OPTIONS, NOT_WRITTEN, planRecalc } from '../../../src/recalc';
import type { Addr, WorkbookSnapshot } from '../../../src/workbook/types';
import { form, byRow } from '../../recalc/form';
import { exact, withDerivations } from '../../recalc/support';
import { MemoryHost } from '../../support/memory-host';

const G9: Addr = { sheet: 0, row: 8, col: 6 };
const book = form({ G9: null, G13: null });

/** A file that refuses some cells, each time it is asked to write them. */
class Refusing extends MemoryHost {
  constructor(
    private readonly refuses: readonly Addr[],
    private readonly why: 'unsupported' | 'changed' = 'unsupported',
  ) {
    super(book);
  }

  override async write(plan: HostPlan, on: WorkbookSnapshot): Promise<WriteOutcome> {
    const at = plan.cells.map((edit) => edit.at).filter((one) => this.refuses.some((other) => addrKey(other) === addrKey(one)));
    return at.length > 0 ? { is: 'refused', why: this.why, at } : super.write(plan, on);
  }
}

/** A file that says it wrote and did not. */
class Forgetful extends MemoryHost {
  override async write(plan: HostPlan, on: WorkbookSnapshot): Promise<WriteOutcome> {
    const outcome = await super.write(plan, on);
    if (outcome.is === 'done') await super.write(outcome.undo, await this.read());
    return outcome;
  }
}

async function copyInto(host: MemoryHost): Promise<WrittenCopy> {
  const assess = withDerivations(byRow({ 9: exact(18) }));
  return written(host, {
    on: await host.read(),
    plan: (refused) => planRecalc(book, assess, { ...DEFAULT_OPTIONS, refused }),
    sheets: () => [],
  });
}

test('what can be written is written', async () => {
  const host = new Refusing([]);
  const done = await copyInto(host);
  expect(done.ok && done.recalc.cells).toHaveLength(2);
  expect((await host.read()).sheets[0]!.valueAt(8, 6)).toBe(18);
});

test('a cell that cannot be written alone is left out, and what rests on it', async () => {
  const done = await copyInto(new Refusing([G9]));
  expect(done.ok && done.recalc.cells).toEqual([]);
  expect(done.ok && done.recalc.tables[0]!.kept.map((kept) => kept.why.is)).toEqual(['refused', 'blanks-remain']);
});

test('a workbook that changed meanwhile is not written', async () => {
  expect(await copyInto(new Refusing([G9], 'changed'))).toEqual({ ok: false, message: NOT_WRITTEN.refused.changed });
});

test('what does not read back is not kept', async () => {
  const host = new Forgetful(book);
  expect(await copyInto(host)).toEqual({ ok: false, message: NOT_WRITTEN.refused['not-kept'] });
  expect((await host.read()).sheets[0]!.valueAt(8, 6)).toBeNull();
});
