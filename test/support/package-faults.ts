import { unzipMembers } from './unzip';
import { attribute, child, descendants, parseXml, type XmlNode } from './strict-xml';

/**
 * The structural linter of workbooks: what Excel would offer to repair. It stands apart from the program (its own XML
 * reader, its own lists of what comes in which order) and names each fault in one line.
 */
export function packageFaults(bytes: Uint8Array): string[] {
  const faults: string[] = [];
  const members = unzipMembers(bytes);
  const parts = new Map<string, Uint8Array>();
  for (const { name, data } of members) {
    if (parts.has(name.toLowerCase())) faults.push(`${name}: member twice`);
    parts.set(name.toLowerCase(), data);
  }
  const book = new Package(parts, faults);
  book.wellFormed();
  book.contentTypes();
  book.relationships();
  book.workbook();
  return faults;
}

const SHEET =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
    ' ',
  );
const WORKBOOK =
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst'.split(
    ' ',
  );
const STYLES = 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'.split(' ');
const COMMENTS = 'authors commentList extLst'.split(' ');
/** Those that may come more than once. */
const REPEATED = new Set(['conditionalFormatting', 'AlternateContent']);

interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
  readonly external: boolean;
}

class Package {
  private readonly xml = new Map<string, XmlNode>();

  constructor(
    private readonly parts: ReadonlyMap<string, Uint8Array>,
    private readonly faults: string[],
  ) {}

  wellFormed(): void {
    for (const [name, bytes] of this.parts) {
      if (!/\.(xml|rels|vml)$/.test(name)) continue;
      try {
        this.xml.set(name, parseXml(bytes));
      } catch (error) {
        // Drawings of old programs are read leniently by all.
        this.faults.push(
          `${name}: ${name.endsWith('.vml') ? 'drawing not well-formed' : (error as Error).message.replace(/ at \d+:.*/s, '')}`,
        );
      }
    }
  }

  contentTypes(): void {
    const types = this.xml.get('[content_types].xml');
    if (types === undefined) return void this.faults.push('no content types');
    const defaults = new Set<string>();
    const overrides = new Set<string>();
    for (const one of types.children) {
      if (one.local === 'Default') {
        const extension = attribute(one, 'Extension')!.toLowerCase();
        if (defaults.has(extension)) this.faults.push(`default type of ${extension} twice`);
        defaults.add(extension);
      } else {
        const name = attribute(one, 'PartName')!.toLowerCase().replace(/^\//, '');
        if (overrides.has(name)) this.faults.push(`type of ${name} twice`);
        if (!this.parts.has(name)) this.faults.push(`type for a part that is not there: ${name}`);
        overrides.add(name);
      }
    }
    for (const name of this.parts.keys()) {
      if (name === '[content_types].xml' || name.endsWith('/')) continue;
      if (!overrides.has(name) && !defaults.has(name.slice(name.lastIndexOf('.') + 1))) this.faults.push(`no content type: ${name}`);
    }
  }

  relationships(): void {
    for (const name of this.parts.keys()) {
      if (!name.endsWith('.rels')) continue;
      const owner = name.replace(/_rels\/([^/]*)\.rels$/, '$1');
      if (owner !== '' && !this.parts.has(owner)) this.faults.push(`relationships of no part: ${name}`);
      const ids = new Set<string>();
      for (const relation of this.relationsOf(owner)) {
        if (ids.has(relation.id)) this.faults.push(`${name}: ${relation.id} twice`);
        ids.add(relation.id);
        if (!relation.external && !this.parts.has(relation.target)) this.faults.push(`${name}: dangling ${relation.target}`);
      }
    }
  }

  workbook(): void {
    const part = this.relationsOf('').find((one) => one.kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
    const root = this.xml.get(part);
    if (root === undefined) return;
    this.order(part, root, WORKBOOK);
    const relations = this.relationsOf(part);
    const sheets = child(root, 'sheets')?.children ?? [];
    const names = new Set<string>();
    const ids = new Set<string>();
    for (const sheet of sheets) {
      const name = attribute(sheet, 'name') ?? '';
      if (name.length === 0 || name.length > 31 || /[[\]:*?/\\]/.test(name)) this.faults.push(`bad sheet name ${name}`);
      if (names.has(name.toLowerCase())) this.faults.push(`sheet name ${name} twice`);
      names.add(name.toLowerCase());
      const id = attribute(sheet, 'sheetId') ?? '';
      if (ids.has(id)) this.faults.push(`sheetId ${id} twice`);
      ids.add(id);
    }
    this.definedNames(root, sheets.length);
    for (const view of child(root, 'bookViews')?.children ?? []) {
      if (Number(attribute(view, 'activeTab') ?? 0) >= sheets.length) this.faults.push('activeTab beyond the sheets');
    }
    const styles = this.styles(relations);
    const strings = this.xml.get(relations.find((one) => one.kind === 'sharedStrings')?.target ?? '');
    const counts = { styles, strings: strings?.children.filter((one) => one.local === 'si').length ?? 0 };
    const formulas = new Map<string, Set<string>>();
    for (const sheet of sheets) {
      const relation = relations.find((one) => one.id === attribute(sheet, 'id'));
      if (relation === undefined) this.faults.push(`sheet ${attribute(sheet, 'name') ?? ''} without relationship`);
      else if (relation.kind === 'worksheet') formulas.set(attribute(sheet, 'sheetId') ?? '', this.sheet(relation.target, counts));
    }
    this.chain(relations, formulas);
  }

  private definedNames(root: XmlNode, sheets: number): void {
    const list = child(root, 'definedNames');
    if (list !== undefined && list.children.length === 0) this.faults.push('definedNames empty');
    const seen = new Set<string>();
    for (const name of list?.children ?? []) {
      const home = attribute(name, 'localSheetId');
      if (home !== undefined && Number(home) >= sheets) this.faults.push(`localSheetId ${home} beyond the sheets`);
      const key = `${(attribute(name, 'name') ?? '').toLowerCase()}@${home ?? ''}`;
      if (seen.has(key)) this.faults.push(`defined name ${key} twice`);
      seen.add(key);
    }
  }

  private styles(relations: readonly Relation[]): { xfs: number; dxfs: number } {
    const part = relations.find((one) => one.kind === 'styles')?.target ?? '';
    const root = this.xml.get(part);
    if (root === undefined) return { xfs: 1, dxfs: 0 };
    this.order(part, root, STYLES);
    const size = (name: string): number => {
      const list = listOf(root, name);
      const stated = list === undefined ? undefined : attribute(list, 'count');
      if (list !== undefined && stated !== undefined && Number(stated) !== list.children.length)
        this.faults.push(`${name} states ${stated}, holds ${list.children.length}`);
      return list?.children.length ?? 0;
    };
    const fonts = size('fonts');
    const fills = size('fills');
    const borders = size('borders');
    for (const xf of listOf(root, 'cellXfs')?.children ?? []) {
      for (const [name, limit] of [
        ['fontId', fonts],
        ['fillId', fills],
        ['borderId', borders],
        ['xfId', listOf(root, 'cellStyleXfs')?.children.length ?? 0],
      ] as const) {
        if (Number(attribute(xf, name) ?? 0) >= Math.max(1, limit))
          this.faults.push(`cellXfs: ${name} ${attribute(xf, name) ?? ''} of ${limit}`);
      }
    }
    return { xfs: Math.max(1, size('cellXfs')), dxfs: size('dxfs') };
  }

  /** Returns the cells with formulas. */
  private sheet(part: string, counts: { styles: { xfs: number; dxfs: number }; strings: number }): Set<string> {
    const formulas = new Set<string>();
    const root = this.xml.get(part);
    if (root === undefined) return formulas;
    this.order(part, root, SHEET);
    let row = -1;
    const seen = new Set<string>();
    for (const line of child(root, 'sheetData')?.children ?? []) {
      const number = attribute(line, 'r') === undefined ? row + 1 : Number(attribute(line, 'r')) - 1;
      if (number <= row) this.faults.push(`${part}: row ${number + 1} after row ${row + 1}`);
      row = number;
      let col = -1;
      for (const cell of line.children) {
        const ref = attribute(cell, 'r');
        const at = ref === undefined ? col + 1 : columnOf(ref);
        if (at <= col) this.faults.push(`${part}: cell ${ref ?? ''} out of order`);
        if (ref !== undefined && Number(/\d+$/.exec(ref)?.[0]) !== row + 1) this.faults.push(`${part}: cell ${ref} in row ${row + 1}`);
        col = at;
        const key = `${row},${col}`;
        if (seen.has(key)) this.faults.push(`${part}: cell ${ref ?? key} twice`);
        seen.add(key);
        this.cell(part, cell, counts);
        if (child(cell, 'f') !== undefined) formulas.add(ref ?? key);
      }
    }
    for (const rule of descendants(root, 'cfRule')) {
      const format = attribute(rule, 'dxfId');
      if (format !== undefined && Number(format) >= counts.styles.dxfs)
        this.faults.push(`${part}: dxfId ${format} of ${counts.styles.dxfs}`);
    }
    for (const one of root.children)
      if (one.local === 'conditionalFormatting' && child(one, 'cfRule') === undefined)
        this.faults.push(`${part}: empty conditional format`);
    const merges = child(root, 'mergeCells');
    if (merges !== undefined && merges.children.length === 0) this.faults.push(`${part}: empty mergeCells`);
    this.references(part, root);
    this.notes(part, root);
    return formulas;
  }

  private cell(part: string, cell: XmlNode, counts: { styles: { xfs: number; dxfs: number }; strings: number }): void {
    const style = Number(attribute(cell, 's') ?? 0);
    if (style >= counts.styles.xfs) this.faults.push(`${part}: style ${style} of ${counts.styles.xfs}`);
    const value = child(cell, 'v')?.text;
    if (attribute(cell, 't') === 's' && value !== undefined && Number(value) >= counts.strings)
      this.faults.push(`${part}: text ${value} of ${counts.strings}`);
    const type = attribute(cell, 't') ?? 'n';
    if (type === 'n' && value !== undefined && value.trim() !== '' && !Number.isFinite(Number(value)))
      this.faults.push(`${part}: number ${value}`);
    if (type === 'inlineStr' && child(cell, 'v') !== undefined) this.faults.push(`${part}: inline text with a value`);
    const order = cell.children.map((one) => ['f', 'v', 'is', 'extLst'].indexOf(one.local));
    if (order.some((rank, index) => rank < 0 || rank < (order[index - 1] ?? 0))) this.faults.push(`${part}: order in a cell`);
  }

  private references(part: string, root: XmlNode): void {
    const ids = new Set(this.relationsOf(part).map((one) => one.id));
    for (const name of ['drawing', 'legacyDrawing', 'legacyDrawingHF', 'picture']) {
      const id = child(root, name) === undefined ? undefined : attribute(child(root, name)!, 'id');
      if (id !== undefined && !ids.has(id)) this.faults.push(`${part}: ${name} names ${id}, which is not there`);
    }
  }

  private notes(part: string, root: XmlNode): void {
    const comments = this.relationsOf(part).find((one) => one.kind === 'comments');
    const list = this.xml.get(comments?.target ?? '');
    if (comments === undefined || list === undefined) return;
    this.order(comments.target, list, COMMENTS);
    const authors = child(list, 'authors')?.children.length ?? 0;
    const seen = new Set<string>();
    for (const comment of child(list, 'commentList')?.children ?? []) {
      const ref = attribute(comment, 'ref') ?? '';
      if (seen.has(ref)) this.faults.push(`${comments.target}: ${ref} twice`);
      seen.add(ref);
      if (Number(attribute(comment, 'authorId') ?? 0) >= authors) this.faults.push(`${comments.target}: author beyond the list`);
    }
    const id = child(root, 'legacyDrawing') === undefined ? undefined : attribute(child(root, 'legacyDrawing')!, 'id');
    const drawing = this.xml.get(this.relationsOf(part).find((one) => one.id === id)?.target ?? '');
    if (drawing === undefined) return void this.faults.push(`${part}: notes without a drawing`);
    const boxes = descendants(drawing, 'ClientData').filter((one) => attribute(one, 'ObjectType') === 'Note').length;
    if (boxes !== seen.size) this.faults.push(`${part}: ${seen.size} notes, ${boxes} boxes`);
    const shapes = drawing.children.filter((one) => one.local === 'shape').map((one) => attribute(one, 'id'));
    if (new Set(shapes).size !== shapes.length) this.faults.push(`${part}: two boxes of one number`);
  }

  private chain(relations: readonly Relation[], formulas: ReadonlyMap<string, ReadonlySet<string>>): void {
    const root = this.xml.get(relations.find((one) => one.kind === 'calcChain')?.target ?? '');
    let sheet = '';
    for (const cell of root?.children ?? []) {
      sheet = attribute(cell, 'i') ?? sheet;
      if (formulas.has(sheet) && !formulas.get(sheet)!.has(attribute(cell, 'r') ?? ''))
        this.faults.push(`calcChain: ${attribute(cell, 'r') ?? ''} holds no formula`);
    }
  }

  private order(part: string, root: XmlNode, wanted: readonly string[]): void {
    let last = -1;
    const seen = new Set<string>();
    for (const { local } of root.children) {
      if (seen.has(local) && !REPEATED.has(local)) this.faults.push(`${part}: ${local} twice`);
      seen.add(local);
      const rank = wanted.indexOf(local);
      if (rank < 0) continue;
      if (rank < last) this.faults.push(`${part}: ${local} after ${wanted[last]!}`);
      last = rank;
    }
  }

  private relationsOf(part: string): Relation[] {
    const slash = part.lastIndexOf('/');
    const folder = part.slice(0, slash + 1);
    const root = this.xml.get(`${folder}_rels/${part.slice(slash + 1)}.rels`);
    return (root?.children ?? []).map((one) => {
      const external = attribute(one, 'TargetMode') === 'External';
      const target = attribute(one, 'Target') ?? '';
      return {
        id: attribute(one, 'Id') ?? '',
        kind: (attribute(one, 'Type') ?? '').replace(/^.*\//, ''),
        target: external ? target : resolve(folder, target),
        external,
      };
    });
  }
}

/** A list of the styles, also where it stands in the first choice of mc:AlternateContent. */
function listOf(root: XmlNode, name: string): XmlNode | undefined {
  const choices = root.children.filter((one) => one.local === 'AlternateContent').flatMap((one) => one.children);
  return child(root, name) ?? choices.map((choice) => child(choice, name)).find((one) => one !== undefined);
}

function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).replace(/\\/g, '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return decodeURIComponent(steps.join('/')).toLowerCase();
}

function columnOf(ref: string): number {
  let col = 0;
  for (const letter of /^[A-Z]+/.exec(ref)?.[0] ?? '') col = col * 26 + letter.charCodeAt(0) - 64;
  return col - 1;
}
