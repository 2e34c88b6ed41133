import { type FileKind, sniff } from '../../hosts/file';

const SPREADSHEETS: ReadonlySet<FileKind> = new Set<FileKind>(['xlsx', 'xls', 'html', 'xml', 'encrypted']);
/** Zip packages and compound files: what they hold stands in a directory further on. */
const CONTAINERS = ['PK\u0003\u0004', 'PK\u0005\u0006', '\u00d0\u00cf\u0011\u00e0'];

const startsWith = (head: Uint8Array, signature: string): boolean =>
  Array.from(signature).every((letter, index) => head[index] === letter.charCodeAt(0));

/** Named like a spreadsheet, whatever is in it. */
const SPREADSHEET_NAME = /\.(?:xlsx|xlsm|xlsb|xltx|xltm|xls|xlt|et|ett)$/i;

export const namedLikeSpreadsheet = (label: string): boolean => SPREADSHEET_NAME.test(label);

/** From a file's first bytes: could it be a spreadsheet? Only a clear no is a no. */
export function couldBeSpreadsheet(head: Uint8Array): boolean {
  return CONTAINERS.some((signature) => startsWith(head, signature)) || SPREADSHEETS.has(sniff(head));
}
