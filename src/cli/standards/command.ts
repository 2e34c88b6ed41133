/** `jihe standards`: lists the built-in ones, shows one, writes a blank form as one, tells two apart. */
import { standardChangesText } from '../texts/standard-diff';
import { BUILTIN, diffStandards, resolved, type ResolvedStandard } from '../../standards';
import type { StandardsCommand } from '../args/command';
import { EXIT, type Exit } from '../exit';
import type { Io } from '../io';
import { StreamOutput } from '../output/stream';
import { limited } from '../tasks/limited';
import { namedStandard } from './file';
import { standardsList, standardListing } from './list';

type Answer = { readonly text: string; readonly notice?: string } | { readonly wrong: string };

/** «yueyang-whole@2018»: a standard as it stood in a year. */
function inYear(
  named: string,
): { readonly ok: true; readonly resolved: ResolvedStandard; readonly title: string } | { readonly ok: false; readonly message: string } {
  const match = /^(.+)@((?:19|20)\d\d)$/.exec(named);
  const read = namedStandard(match === null ? named : match[1]!);
  if (!read.ok) return read;
  const year = match === null ? null : Number(match[2]);
  return { ok: true, resolved: resolved(read.standard, year), title: `${read.standard.title}${year === null ? '' : `（${year}年）`}` };
}

function diff(before: string, after: string): Answer {
  const [a, b] = [inYear(before), inYear(after)];
  if (!a.ok) return { wrong: a.message };
  if (!b.ok) return { wrong: b.message };
  return { text: standardChangesText(a.title, b.title, diffStandards(a.resolved, b.resolved)) };
}

function shown(named: string): Answer {
  const read = namedStandard(named);
  return read.ok ? { text: standardListing(read.standard) } : { wrong: read.message };
}

export async function standards(command: StandardsCommand, io: Io): Promise<Exit> {
  const { ask } = command;
  const answer: Answer =
    ask.is === 'list'
      ? { text: standardsList(BUILTIN) }
      : ask.is === 'show'
        ? shown(ask.named)
        : ask.is === 'diff'
          ? diff(ask.before, ask.after)
          : await limited({ task: 'form', file: ask.file }, io);
  if ('wrong' in answer) {
    await io.complain(answer.wrong);
    return EXIT.nothing;
  }
  await new StreamOutput(io.stdout).write(answer.text);
  if (answer.notice !== undefined && answer.notice !== '') await io.complain(answer.notice);
  return EXIT.fine;
}
