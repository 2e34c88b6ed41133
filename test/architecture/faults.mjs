/** Prints, as JSON, the faults of `npm run mutate` that are no text, and the sources that cannot be read with all of theirs in them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { filesIn, ROOT } from '../../scripts/lint/sources.mjs';
import { mutantsOf, switched } from '../../scripts/mutate/mutants.mjs';

const broken = [];
let count = 0;
for (const file of filesIn('src').filter((one) => one.endsWith('.ts'))) {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const mutants = mutantsOf(file, text).map((one, id) => ({ ...one, id }));
  count += mutants.length;
  for (const { line, from, to, text: other } of mutants)
    if ([from, to, other].some((one) => typeof one !== 'string')) broken.push(`${file}:${line} ${from}`);
  const { parseDiagnostics } = ts.createSourceFile(file, switched(text, mutants), ts.ScriptTarget.Latest);
  for (const { messageText } of parseDiagnostics) broken.push(`${file} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}
console.log(JSON.stringify({ count, broken }));
