import pkg from '../../../package.json';
import { type BudgetLine, type EndLine, type PassedFiles, walkPlace, type Shard } from '../shard';
import type { Document, Passing, Whole } from './document';

/** The results of one share, for `jihe merge`. */
export class ShardDocument implements Document {
  constructor(
    private readonly shard: Shard,
    private readonly walk: EndLine['walk'],
  ) {}

  open(): string {
    return '';
  }

  /** @param piece a `KeptEntry` as JSON; its place in the whole walk is put before it */
  entry(piece: string, { file }: Passing): string {
    return `{"at":${walkPlace(file, this.shard)},${piece.slice(1)}\n`;
  }

  close({ ours, skipped }: PassedFiles, whole?: Whole): string {
    // The walk as a whole was counted before the files were opened.
    const passed = { ours, skipped: skipped - this.walk.skipped };
    const { list, held } = whole?.budget ?? {};
    const lines: readonly (BudgetLine | EndLine)[] = [
      ...(list === undefined ? [] : [{ budget: { list, held: held ?? [] } }]),
      {
        shard: this.shard,
        walk: this.walk,
        passed,
        version: pkg.version,
        ...(list === undefined ? {} : { projects: list.entries.length }),
      },
    ];
    return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  }
}
