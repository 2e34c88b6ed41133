/** ESLint kept running for the tests: a line of JSON { file, text } in, a line of JSON with its messages out. Starting it costs two seconds. */
import { createInterface } from 'node:readline';
import { ESLint } from 'eslint';

const eslint = new ESLint();
for await (const line of createInterface({ input: process.stdin })) {
  const { file, text } = JSON.parse(line);
  const [{ messages }] = await eslint.lintText(text, { filePath: file });
  process.stdout.write(`${JSON.stringify(messages)}\n`);
}
