/** The text of a standard's file → plain tree with the lines of its parts. Knows the slips people make; never throws. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments, visit, type Document, type Pair } from 'yaml';
import type { LineOf, Path, Problem, ProblemCode } from '.';
import { ALL_KEYS } from './keys';

const MOST_CHARACTERS = 1_000_000;
const SHOWN = 40;

export type YamlRead =
  { readonly ok: true; readonly tree: unknown; readonly lineOf: LineOf } | { readonly ok: false; readonly problems: readonly Problem[] };

function problem(code: ProblemCode, line: number | null, found = '', expected: readonly string[] = []): Problem {
  return { code, path: [], line, found: found.length > SHOWN ? `${found.slice(0, SHOWN)}…` : found, expected };
}

/** Lines where a known key is followed by a full-width colon, or by one without a space. */
function slips(text: string): Problem[] {
  const found: Problem[] = [];
  const key = new RegExp(`^\\s*(?:-\\s+)*(${ALL_KEYS.join('|')})\\s*(：|:(?=\\S))`);
  text.split('\n').forEach((line, index) => {
    const match = key.exec(line);
    if (match === null) return;
    found.push(problem(match[2] === '：' ? 'full-width-colon' : 'colon-without-space', index + 1, line.trim(), [match[1]!]));
  });
  return found;
}

const CODES: Readonly<Record<string, ProblemCode>> = {
  TAB_AS_INDENT: 'tab-indent',
  BAD_INDENT: 'bad-indent',
  BAD_COLLECTION_TYPE: 'bad-indent',
  DUPLICATE_KEY: 'duplicate-key',
  BLOCK_AS_IMPLICIT_KEY: 'colon-in-text',
  BAD_ALIAS: 'alias',
};

function codeOf(code: string, message: string): ProblemCode {
  if (/closing ["']|quote/i.test(message)) return 'unclosed-quote';
  if (/flow (?:sequence|map|collection)|bracket|end with a [\]}]/i.test(message)) return 'unclosed-bracket';
  if (/same column|indent|without - indicator/i.test(message) && code !== 'TAB_AS_INDENT') return 'bad-indent';
  if (/^(?:Nested mappings|.*compact mapping)/i.test(message)) return 'colon-in-text';
  return CODES[code] ?? 'syntax';
}

function syntaxProblems(document: Document.Parsed, text: string): Problem[] {
  const lines = text.split('\n');
  return document.errors.map((error) => {
    let line = error.linePos?.[0].line ?? null;
    // What was left open is noticed at the end of the file: the last line written is nearer to it.
    while (line !== null && line > 1 && (lines[line - 1] ?? '').trim() === '') line -= 1;
    return problem(codeOf(error.code, error.message), line, line === null ? '' : (lines[line - 1] ?? '').trim());
  });
}

function aliasProblems(document: Document.Parsed, counter: LineCounter): Problem[] {
  const found: Problem[] = [];
  visit(document, {
    Node(_key, node) {
      if (isAlias(node)) found.push(problem('alias', node.range == null ? null : counter.linePos(node.range[0]).line, `*${node.source}`));
    },
  });
  return found;
}

/** Line of a key, of an entry of a list, or of the whole. */
function lineFinder(document: Document.Parsed, counter: LineCounter): LineOf {
  const lineAt = (range: readonly number[] | null | undefined): number | null => (range == null ? null : counter.linePos(range[0]!).line);
  return (path: Path) => {
    let node: unknown = document.contents;
    let range = document.contents?.range;
    for (const step of path) {
      if (isMap(node)) {
        const pair = (node.items as Pair[]).find((one) => isScalar(one.key) && String(one.key.value) === String(step));
        if (pair === undefined) return null;
        range = (pair.key as { range?: typeof range }).range;
        node = pair.value;
      } else if (isSeq(node) && typeof step === 'number') {
        node = node.items[step];
        range = (node as { range?: typeof range } | undefined)?.range;
      } else return null;
    }
    return lineAt(range);
  };
}

export function readYaml(text: string): YamlRead {
  if (text.length > MOST_CHARACTERS)
    return { ok: false, problems: [problem('too-large', null, String(text.length), [String(MOST_CHARACTERS)])] };
  const plain = text.replace(/\r\n?/g, '\n');
  const counter = new LineCounter();
  // The core schema alone: no dates, no yes and no of other languages, nothing that runs.
  const documents = parseAllDocuments(plain, {
    lineCounter: counter,
    prettyErrors: true,
    logLevel: 'error',
    schema: 'core',
    uniqueKeys: true,
    merge: false,
  });
  if (!Array.isArray(documents) || documents.length === 0) return { ok: false, problems: [problem('empty', 1)] };
  const list = documents as Document.Parsed[];
  const document = list[0]!;
  const errors = list.flatMap((one) => syntaxProblems(one, plain));
  if (errors.length > 0 || !isMap(document.contents)) {
    const known = slips(plain);
    if (known.length > 0) return { ok: false, problems: known };
    if (errors.length > 0) return { ok: false, problems: errors.slice(0, 1) };
  }
  if (list.length > 1) return { ok: false, problems: [problem('several-documents', counter.linePos(list[1]!.range[0]).line)] };
  const aliases = aliasProblems(document, counter);
  if (aliases.length > 0) return { ok: false, problems: aliases };
  return { ok: true, tree: document.toJS() as unknown, lineOf: lineFinder(document, counter) };
}
