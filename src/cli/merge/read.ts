/** Reads the results of one share line by line: a province does not fit into memory. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { BudgetLine, EndLine, KeptLine, ShardLine } from '../shard';
import { notAShare, unfinished } from '../texts/merge';

/** Why a share cannot be taken, as a whole sentence. */
export class ShareError extends Error {}

/** Bytes at the end of a file in which its last line stands: it is short. */
const TAIL = 4096;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function isEnd(line: Record<string, unknown>): boolean {
  const { shard, walk, passed } = line;
  return (
    isObject(shard) &&
    isCount(shard['part']) &&
    isCount(shard['of']) &&
    isObject(walk) &&
    isCount(walk['files']) &&
    isCount(walk['skipped']) &&
    isObject(passed) &&
    isCount(passed['ours']) &&
    isCount(passed['skipped'])
  );
}

const isKept = ({ at, entry, digest }: Record<string, unknown>): boolean =>
  isCount(at) && isObject(entry) && typeof entry['status'] === 'string' && typeof entry['file'] === 'string' && isObject(digest);

const isBudget = ({ budget }: Record<string, unknown>): boolean =>
  isObject(budget) && isObject(budget['list']) && Array.isArray(budget['list']['entries']) && Array.isArray(budget['held']);

/** The last line of a share. @throws ShareError where it was not finished, or is none of ours */
export async function endOf(file: string): Promise<EndLine> {
  const handle = await open(file, 'r');
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new ShareError(notAShare(file, 1));
    const { size } = stat;
    const length = Math.min(size, TAIL);
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    const lines = buffer.toString('utf8').trimEnd().split('\n');
    const end = parsed(lines.at(-1) ?? '');
    if (end === null || !isEnd(end)) throw new ShareError(unfinished(file));
    return end as unknown as EndLine;
  } finally {
    await handle.close();
  }
}

/** The entries of a share, in order, and what stands after them of a budget list. @throws ShareError where a line is none of ours */
export async function* shardLines(file: string): AsyncGenerator<KeptLine | BudgetLine> {
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    number += 1;
    const line = parsed(text);
    if (line === null || !(isKept(line) || isBudget(line) || isEnd(line))) throw new ShareError(notAShare(file, number));
    const known = line as unknown as ShardLine;
    if (!('shard' in known)) yield known;
  }
}
