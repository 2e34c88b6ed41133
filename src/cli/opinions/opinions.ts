/** `jihe opinions`: what is in files of 审核意见, and several put together into one. */
import { mergedOpinions, type MergedOpinions, type OpinionBook, opinionsText, readOpinions } from '../../opinions';
import { writeResult } from '../annotate/write';
import { EXIT, type Exit } from '../exit';
import { statOrNull } from '../files/stat';
import type { Io } from '../io';
import { StreamOutput } from '../output/stream';
import { outIsFolder } from '../texts/usage';
import { bookLines, differLines, notPutTogether, putTogether } from '../texts/opinions';
import type { OpinionsCommand } from './command';
import { opinionsIn } from './read';

const isOpinions = (bytes: Uint8Array): boolean => readOpinions(new TextDecoder().decode(bytes)).ok;

/** In order: where they differ an earlier one counts. */
function together([first, ...others]: readonly OpinionBook[]): MergedOpinions {
  return others.reduce<MergedOpinions>(
    ({ book, differences }, other) => {
      const next = mergedOpinions(book, other);
      return { book: next.book, differences: [...differences, ...next.differences] };
    },
    { book: first!, differences: [] },
  );
}

/** 0: read, and written where --out was given · 2: one of them could not be read, or it was not written. */
export async function opinionsFiles({ files, out, overwrite }: OpinionsCommand, io: Io): Promise<Exit> {
  const books: OpinionBook[] = [];
  for (const file of files) {
    const read = opinionsIn(file);
    if (!read.ok) {
      await io.complain(read.message);
      return EXIT.nothing;
    }
    books.push(read.book);
  }
  const { book, differences } = together(books);
  const say = (text: string): Promise<void> => new StreamOutput(io.stdout).write(text);
  if (out === null) {
    await say(bookLines(book) + differLines(differences));
    return EXIT.fine;
  }
  const why =
    statOrNull(out)?.isDirectory() === true
      ? outIsFolder(out)
      : writeResult(out, new TextEncoder().encode(opinionsText(book)), (bytes) => overwrite || isOpinions(bytes));
  if (why !== null) {
    await io.complain(notPutTogether(out, why));
    return EXIT.nothing;
  }
  await say(putTogether(files.length, out) + bookLines(book) + differLines(differences));
  return EXIT.fine;
}
