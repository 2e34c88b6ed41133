import { CASES } from './cases';
import { differences, show } from './field';
import { PENDING } from './pending';

const active = CASES.filter((one) => !PENDING.includes(one.id));
const pending = CASES.filter((one) => PENDING.includes(one.id));

test.each(active.map((one) => [one.id, one] as const))('%s', (_id, one) => {
  const wrong = differences(one);
  expect(wrong.length === 0 ? '' : `${wrong.join('\n')}\n${show(one)}`).toBe('');
});

test('pending sheets are known and printed', () => {
  const lines = pending.map((one) => {
    const wrong = differences(one);
    return `${one.id}: ${wrong.length === 0 ? 'READ NOW, move it to active' : wrong.slice(0, 4).join('\n    ')}`;
  });
  if (lines.length > 0) console.log(`pending (${lines.length}):\n${lines.join('\n')}`);
  expect(pending.map((one) => one.id).sort()).toEqual(PENDING.filter((id) => CASES.some((one) => one.id === id)).sort());
  expect(new Set(CASES.map((one) => one.id)).size).toBe(CASES.length);
});
