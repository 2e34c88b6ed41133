/**
 * The words of the language, as data: data/words.json names for each class what may be written for it, 「(得|计)?满分」 in short for
 * three words. A trie over all of them finds every word that begins at a place, of every length: 「得分值的80%」 is 得分|值 or 得|分值,
 * and only the parser knows.
 */
import { oncePerObject } from '../../workbook';
import units from './data/units.json';
import wholeWords from './data/whole-words.json';
import words from './data/words.json';

export interface TrieNode {
  readonly next: Map<string, TrieNode>;
  /** Classes of the word that ends here. */
  readonly classes: string[];
}

const emptyNode = (): TrieNode => ({ next: new Map(), classes: [] });

/** 「(得|计)?满分」 → 满分, 得满分, 计满分. A bracket alone, as in 「(含)」, is itself. */
export function expanded(template: string): readonly string[] {
  const group = /^([^()]*)\(([^()]*\|[^()]*|[^()]+(?=\)\?))\)(\?)?/.exec(template);
  if (group === null) return [template];
  const [all, before, inside, optional] = group;
  const rest = expanded(template.slice(all.length));
  const choices = [...inside!.split('|'), ...(optional === undefined ? [] : [''])];
  return choices.flatMap((choice) => rest.map((end) => `${before}${choice}${end}`));
}

function put(root: TrieNode, word: string, name: string): void {
  let node = root;
  for (const char of word) {
    let next = node.next.get(char);
    if (next === undefined) node.next.set(char, (next = emptyNode()));
    node = next;
  }
  if (!node.classes.includes(name)) node.classes.push(name);
}

function trieOf(lists: Readonly<Record<string, readonly string[]>>): TrieNode {
  const root = emptyNode();
  for (const [name, templates] of Object.entries(lists))
    for (const template of templates) for (const word of expanded(template)) put(root, word, name);
  return root;
}

/** Built when a text is first read. */
const built = oncePerObject((lists: Readonly<Record<string, readonly string[]>>): TrieNode => trieOf(lists));
const UNITS = { UNIT: units };
const WHOLE = { WHOLE: wholeWords };

export const wordTrie = (): TrieNode => built(words);
export const CLASS_NAMES: readonly string[] = Object.keys(words);

/** End of the longest word of the trie at a place; `from` where there is none. */
function longest(root: TrieNode, text: string, from: number): number {
  let node: TrieNode | undefined = root;
  let to = from;
  for (let at = from; at < text.length; at += 1) {
    node = node.next.get(text[at]!);
    if (node === undefined) break;
    if (node.classes.length > 0) to = at + 1;
  }
  return to;
}

/** End of the unit at a place (个, 工作日 …), the longest there is. */
export const unitEnd = (text: string, from: number): number => longest(built(UNITS), text, from);
/** End of the whole word at a place that only looks like words of the language: 会计, 不健全, 各项. */
export const wholeWordEnd = (text: string, from: number): number => longest(built(WHOLE), text, from);
