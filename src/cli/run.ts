import { existsSync } from 'node:fs';
import path from 'node:path';
import pkg from '../../package.json';
import type { Check } from '../checks';
import { SEE_HELP, USAGE, incomplete, unknownCode } from './texts/usage';
import { parseCommand } from './args/parse';
import type { CheckCommand, NarrativeCommand, StandardsCommand } from './args/command';
import { check } from './check';
import { compareFiles } from './compare/compare';
import type { CompareCommand } from './compare/command';
import { EXIT, type Exit } from './exit';
import { checksNamed, explainCheck, listChecks } from './explain';
import type { Io } from './io';
import { nearestCodes } from './nearest';
import { StreamOutput } from './output/stream';
import type { RecalcCommand } from './recalc/command';
import { standards } from './standards/command';
import { deliver } from './tasks/deliver';
import { limited } from './tasks/limited';

async function say(text: string, io: Io): Promise<Exit> {
  await new StreamOutput(io.stdout).write(text);
  return EXIT.fine;
}

async function wrong(message: string, io: Io): Promise<Exit> {
  await io.complain(message);
  return EXIT.nothing;
}

async function explain(code: string | null, checks: readonly Check[], io: Io): Promise<Exit> {
  if (code === null) return say(listChecks(checks), io);
  const found = checksNamed(code, checks);
  if (found.length > 0) return say(found.map(explainCheck).join('\n'), io);
  return wrong(
    unknownCode(
      code,
      nearestCodes(
        code,
        checks.map((one) => one.code),
      ),
    ),
    io,
  );
}

/** Carries out one command line; the exit status. */
export async function run(args: readonly string[], checks: readonly Check[], io: Io): Promise<Exit> {
  const command = parseCommand(args);
  switch (command.name) {
    case 'help':
      return say(USAGE, io);
    case 'version':
      return say(`jihe ${pkg.version}\n`, io);
    case 'explain':
      return explain(command.code, checks, io);
    case 'wrong':
      return wrong(command.message === '' ? USAGE.trimEnd() : `${command.message}\n${SEE_HELP}`, io);
    default:
      return existsSync(io.workerScript) ? withWorkers(command, io) : wrong(incomplete(path.basename(io.workerScript)), io);
  }
}

/** The commands that open files. */
async function withWorkers(
  command: CheckCommand | CompareCommand | NarrativeCommand | RecalcCommand | StandardsCommand,
  io: Io,
): Promise<Exit> {
  switch (command.name) {
    case 'check':
      return check(command, io);
    case 'compare':
      return compareFiles(command, io);
    case 'narrative':
      return deliver(await limited({ task: 'narrative', command }, io), io);
    case 'recalc':
      return deliver(await limited({ task: 'recalc', command, look: io.look }, io), io);
    case 'standards':
      return standards(command, io);
  }
}
