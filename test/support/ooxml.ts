import { zipOf, type ZipMember, type ZipOptions } from './zip';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook written by hand: only the parts a test speaks about. */
export interface XlsxParts {
  /** Each the whole worksheet XML, or what stands inside `<worksheet>`. */
  readonly sheets?: readonly string[];
  /** Attributes beside name, sheetId and r:id, by sheet. */
  readonly sheetAttributes?: readonly string[];
  /** What stands inside `<sst>`. */
  readonly strings?: string;
  /** What stands inside `<styleSheet>`. */
  readonly styles?: string;
  readonly workbookPr?: string;
  /** More relationships of the workbook. */
  readonly relations?: string;
  /** Parts to add, or to put in the place of those made here. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  readonly without?: readonly string[];
  readonly zip?: ZipOptions;
  readonly member?: Partial<ZipMember>;
}

/** The parts of such a workbook by name. */
export function partsOf(xlsx: XlsxParts): Map<string, string | Uint8Array> {
  const sheets = xlsx.sheets ?? ['<sheetData/>'];
  const parts = new Map<string, string | Uint8Array>();
  parts.set(
    '[Content_Types].xml',
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/></Types>`,
  );
  parts.set('_rels/.rels', relations(`<Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/>`));
  const listed = sheets.map(
    (_, n) => `<sheet name="表${n + 1}" sheetId="${n + 1}" ${xlsx.sheetAttributes?.[n] ?? ''} r:id="rId${n + 1}"/>`,
  );
  parts.set(
    'xl/workbook.xml',
    `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${xlsx.workbookPr ?? ''}<sheets>${listed.join('')}</sheets></workbook>`,
  );
  const rels = sheets.map((_, n) => relation(`rId${n + 1}`, 'worksheet', `worksheets/sheet${n + 1}.xml`));
  if (xlsx.strings !== undefined) rels.push(relation('rIdS', 'sharedStrings', 'sharedStrings.xml'));
  if (xlsx.styles !== undefined) rels.push(relation('rIdT', 'styles', 'styles.xml'));
  parts.set('xl/_rels/workbook.xml.rels', relations(rels.join('') + (xlsx.relations ?? '')));
  sheets.forEach((sheet, n) =>
    parts.set(
      `xl/worksheets/sheet${n + 1}.xml`,
      /^<\?xml|worksheet/.test(sheet) ? sheet : `<worksheet xmlns="${MAIN}">${sheet}</worksheet>`,
    ),
  );
  if (xlsx.strings !== undefined) parts.set('xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${xlsx.strings}</sst>`);
  if (xlsx.styles !== undefined) parts.set('xl/styles.xml', `<styleSheet xmlns="${MAIN}">${xlsx.styles}</styleSheet>`);
  for (const [name, data] of Object.entries(xlsx.parts ?? {})) parts.set(name, data);
  for (const name of xlsx.without ?? []) parts.delete(name);
  return parts;
}

/** The bytes of such a workbook. */
export function xlsxOf(xlsx: XlsxParts): Uint8Array {
  return zipOf(
    [...partsOf(xlsx)].map(([name, data]) => ({ name, data, ...xlsx.member })),
    xlsx.zip,
  );
}

/** One sheet with these rows inside `<sheetData>`. */
export function rowsXlsx(rows: string, rest: XlsxParts = {}): Uint8Array {
  return xlsxOf({ sheets: [`<sheetData>${rows}</sheetData>`], ...rest });
}

export function relations(inside: string): string {
  return `<Relationships xmlns="${PACKAGE}">${inside}</Relationships>`;
}

export function relation(id: string, kind: string, target: string, external = false): string {
  return `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`;
}
