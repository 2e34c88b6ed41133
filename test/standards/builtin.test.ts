import { BUILTIN, builtinStandard } from '../../src/standards/builtin';
import type { Dated, Reference, Standard, StandardRow } from '../../src/standards/types';

const ids = BUILTIN.map((one) => one.id);

test('every shipped standard loads', () => {
  expect(ids).toHaveLength(11);
  expect(new Set(ids).size).toBe(ids.length);
  expect(builtinStandard('no-such')).toBeNull();
});

function valuesOf(standard: Standard): Dated<unknown>[] {
  const out: Dated<unknown>[] = [
    ...standard.notes,
    ...Object.values(standard.switches).flatMap((history) => history as readonly Dated<unknown>[]),
  ];
  const visit = (row: StandardRow): void => {
    out.push(...row.weight, ...row.rule, ...row.note);
    row.children.forEach(visit);
  };
  standard.rows.forEach(visit);
  return out;
}

const honest = (reference: Reference): boolean =>
  reference.title !== '' &&
  (reference.status !== 'reconstructed' || reference.article === undefined) &&
  (reference.status !== 'official' || reference.number !== undefined);

test.each(BUILTIN.map((one) => [one.id, one] as const))(
  '%s: every value is dated and has its source, and says so when it is reconstructed',
  (_id, standard) => {
    expect(standard.reference.title).toMatch(/[\u4e00-\u9fa5]/);
    for (const one of valuesOf(standard)) {
      expect(one.from).not.toBeNull();
      expect(honest(one.reference)).toBe(true);
    }
    if (standard.status === 'reconstructed') expect(standard.needed.length).toBeGreaterThan(0);
  },
);
