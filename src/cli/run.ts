import { existsSync } from 'node:fs';
import path from 'node:path';
import pkg from '../../package.json';
import { SEE_HELP, USAGE, incomplete, unknownCode } from './texts/usage';
import { parseCommand } from './args/parse';
import type { CheckCommand, NarrativeCommand, StandardsCommand } from './args/command';
import type { CompareCommand } from './compare/command';
import { EXIT, type Exit } from './exit';
import type { Io } from './io';
import type { MergeCommand } from './merge/command';
import { StreamOutput } from './output/stream';
import type { PrepublishCommand } from './prepublish/command';
import type { ReportCommand } from './report/command';
import type { RecalcCommand } from './recalc/command';
import type { ReturnCommand } from './return/command';
import type { WriteCommand } from './write/command';
import type { TaskOf } from './tasks/task';

async function say(text: string, io: Io): Promise<Exit> {
  await new StreamOutput(io.stdout).write(text);
  return EXIT.fine;
}

async function wrong(message: string, io: Io): Promise<Exit> {
  await io.complain(message);
  return EXIT.nothing;
}

async function explain(code: string | null, io: Io): Promise<Exit> {
  const { explained } = await import(/* webpackChunkName: "explain" */ './explain');
  const answer = explained(code);
  return answer.found ? say(answer.text, io) : wrong(unknownCode(code ?? '', answer.nearest), io);
}

/** Carries out one command line; the exit status. What a command needs is loaded with it: starting is half of what a small file takes. */
export async function run(args: readonly string[], io: Io): Promise<Exit> {
  const command = parseCommand(args);
  switch (command.name) {
    case 'help':
      return say(USAGE, io);
    case 'version':
      return say(`jihe ${pkg.version}\n`, io);
    case 'explain':
      return explain(command.code, io);
    case 'criteria':
      return (await import(/* webpackChunkName: "criteria" */ './criteria/command')).criteria(command, io);
    case 'opinions':
      return (await import(/* webpackChunkName: "opinions" */ './opinions/opinions')).opinionsFiles(command, io);
    case 'wrong':
      return wrong(command.message === '' ? USAGE.trimEnd() : `${command.message}\n${SEE_HELP}`, io);
    default:
      return existsSync(io.workerScript) ? withWorkers(command, io) : wrong(incomplete(path.basename(io.workerScript)), io);
  }
}

/** The commands that open files. */
async function withWorkers(
  command:
    | CheckCommand
    | CompareCommand
    | MergeCommand
    | NarrativeCommand
    | RecalcCommand
    | ReportCommand
    | StandardsCommand
    | WriteCommand
    | ReturnCommand
    | PrepublishCommand,
  io: Io,
): Promise<Exit> {
  switch (command.name) {
    case 'check':
      return (await import(/* webpackChunkName: "check" */ './check')).check(command, io);
    case 'compare':
      return (await import(/* webpackChunkName: "compare" */ './compare/compare')).compareFiles(command, io);
    case 'merge':
      return (await import(/* webpackChunkName: "merge" */ './merge/merge')).merge(command, io);
    case 'report':
      return (await import(/* webpackChunkName: "report" */ './report/report')).reportFiles(command, io);
    case 'return':
      return (await import(/* webpackChunkName: "return" */ './return/return')).returnFiles(command, io);
    case 'prepublish':
      return (await import(/* webpackChunkName: "prepublish" */ './prepublish/prepublish')).prepublishFiles(command, io);
    case 'narrative':
      return limitedTask({ task: 'narrative', command }, io);
    case 'write':
      return limitedTask({ task: 'write', command }, io);
    case 'recalc':
      return limitedTask({ task: 'recalc', command, look: io.look }, io);
    case 'standards':
      return (await import(/* webpackChunkName: "standards" */ './standards/command')).standards(command, io);
  }
}

/** One file, worked on within limits; then written and said. */
async function limitedTask(task: TaskOf<'narrative'> | TaskOf<'recalc'> | TaskOf<'write'>, io: Io): Promise<Exit> {
  const { deliver, limited } = await import(/* webpackChunkName: "tasks" */ './tasks');
  return deliver(await limited(task, io), io);
}
