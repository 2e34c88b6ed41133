/** What a trial of faults came to, for the screen and for docs/mutation.md. */
import { ROOMS, roomOf } from './tests-of.mjs';

const oneLine = (text) => text.replace(/\s+/g, ' ');

export const shown = ({ file, line, from, to, fate, by, code, asked, seconds }) =>
  `${fate.padEnd(9)} ${file}:${line}  ${oneLine(from)} → ${oneLine(to)}` +
  (by === undefined ? `   in: ${code}${asked === undefined ? '' : `  (${asked} test files)`}` : `   by: ${oneLine(by).slice(0, 160)}`) +
  (seconds === undefined ? '' : `  ${seconds.toFixed(1)} s`);

export function counted(results) {
  const number = (fate) => results.filter((one) => one.fate === fate).length;
  return { killed: number('killed'), decided: number('killed') + number('survived'), undecided: number('undecided') };
}

/**
 * Whether a change may pass. A single survivor may be an equivalent nobody has looked at yet, so one alone never fails; nor does a trial cut
 * short by the clock, for then the machine was slow and not the tests. Over the whole core about two of three are killed (docs/mutation.md), and
 * twenty faults scatter around that: only where fewer than half are, what was changed is clearly not tested. The share may only go up.
 */
const FEWEST = 10;
const KILLED_AT_LEAST = 0.5;
export function gate(results) {
  const { killed, decided } = counted(results);
  return decided < FEWEST || killed / decided >= KILLED_AT_LEAST;
}

const percent = ({ killed, decided }) => (decided === 0 ? '—' : `${((killed / decided) * 100).toFixed(0)} %`);

export function report(results, seed, equivalent, ownOnly) {
  const rooms = ROOMS.map((room) => ({ room, ...counted(results.filter((one) => roomOf(one.file) === room)) }));
  const all = counted(results);
  const survivors = results.filter((one) => one.fate === 'survived');
  return [
    '# Small faults put into the core',
    '',
    `Made by \`npm run mutate -- --all --count ${results.length} --seed ${seed}${ownOnly ? ' --own' : ''}\`: ${all.killed} of ${all.decided} killed (${percent(all)}).`,
    ...(ownOnly ? ['', 'Each fault was shown to the tests of its own room alone; those of other rooms find more.'] : []),
    '',
    '| room | faults | killed | |',
    '| --- | --: | --: | --: |',
    ...rooms.map((one) => `| ${one.room} | ${one.decided} | ${one.killed} | ${percent(one)} |`),
    '',
    '## Survived',
    '',
    ...survivors.map(({ file, from, to, code }) => `- \`${file}\`: \`${oneLine(from)}\` → \`${oneLine(to)}\` in \`${oneLine(code)}\``),
    '',
    '## Accepted as equivalent, and not drawn',
    '',
    ...equivalent.map(({ file, from, to, code, why }) => `- \`${file}\`: \`${from}\` → \`${to}\` in \`${code}\`: ${why}`),
    '',
  ].join('\n');
}
