/**
 * Marks as conditional formats of our own, one for each severity and sheet, known by the tag in their formula. Ids of
 * rules last for a session only. Rules of others are neither read beyond their kind nor touched.
 */
import { a1OfRect, type Addr, areasOf, type Mark, MARK_LOOKS, markFormula, marksOfSheet, TAG, type WorkbookSnapshot } from '../../workbook';
import { addressLists } from '../live';
import type { LeftOut } from '../port';
import type { BorderSide, ConditionalFormat, ConditionalFormatCollection, RangeAreas, RequestContext, Worksheet } from './office-types';

const CUSTOM = 'Custom';
const SIDES: readonly BorderSide[] = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'];
/** Characters of one list of areas. */
const MOST_ADDRESS = 4_000;

/** Which rules are ours, as far as this session knows: asking each rule again would cost a sync. */
export class KnownRules {
  private readonly own = new Map<string, boolean>();

  isOurs(id: string): boolean | undefined {
    return this.own.get(id);
  }

  learn(id: string, ours: boolean): void {
    this.own.set(id, ours);
  }
}

/** The rules of one sheet, asked for. */
export interface AskedRules {
  readonly sheet: Worksheet;
  readonly rules: ConditionalFormatCollection;
}

export function askRules(sheet: Worksheet): AskedRules {
  return { sheet, rules: sheet.getRange().conditionalFormats.load('items/id,items/type') };
}

/** Our rules among those asked for; a sync only where a rule is met for the first time. Other kinds of rules must not be asked for a formula. */
export async function ownRules(
  context: RequestContext,
  asked: readonly AskedRules[],
  known: KnownRules,
): Promise<ReadonlyMap<AskedRules, readonly ConditionalFormat[]>> {
  const custom = asked.flatMap(({ rules }) => rules.items.filter((rule) => rule.type === CUSTOM));
  const unknown = custom
    .filter((rule) => known.isOurs(rule.id) === undefined)
    .map((rule) => ({ rule, formula: rule.customOrNullObject.rule.load('formula') }));
  if (unknown.length > 0) await context.sync();
  for (const { rule, formula } of unknown)
    known.learn(rule.id, !rule.customOrNullObject.isNullObject && formula.formula.includes(`"${TAG}`));
  return new Map(asked.map((one) => [one, one.rules.items.filter((rule) => rule.type === CUSTOM && known.isOurs(rule.id) === true)]));
}

/** Whether formats may be changed in a sheet. */
export function mayFormat({ protection }: Worksheet): boolean {
  return !protection.protected || protection.options?.allowFormatCells === true;
}

/** Replaces all marks of ours by these: one sync to look, one to do it. */
export async function replaceMarks(
  context: RequestContext,
  marks: readonly Mark[],
  on: WorkbookSnapshot,
  known: KnownRules,
): Promise<LeftOut[]> {
  const sheets = on.sheets.map(({ key }) =>
    askRules(context.workbook.worksheets.getItemOrNullObject(key).load('id,protection/protected,protection/options')),
  );
  await context.sync();
  const there = sheets.filter(({ sheet }) => !sheet.isNullObject);
  const ours = await ownRules(context, there, known);
  const leftOut: LeftOut[] = [];
  const added: ConditionalFormat[] = [];
  sheets.forEach((asked, index) => {
    const wanted = marksOfSheet(marks, index);
    const cells = [...wanted.values()].flat();
    if (asked.sheet.isNullObject) leave(leftOut, cells, 'gone');
    else if (!mayFormat(asked.sheet)) leave(leftOut, cells, 'protected');
    else {
      for (const rule of ours.get(asked) ?? []) rule.delete();
      for (const [severity, at] of wanted)
        added.push(...addRules(asked.sheet, severity, areasOf(at, on.sheets[index]!.merges).map(a1OfRect)));
    }
  });
  await context.sync();
  for (const rule of added) known.learn(rule.id, true);
  return leftOut;
}

function leave(leftOut: LeftOut[], at: readonly Addr[], why: LeftOut['why']): void {
  if (at.length > 0) leftOut.push({ at, why });
}

function addRules(sheet: Worksheet, severity: Mark['severity'], areas: readonly string[]): ConditionalFormat[] {
  return addressLists(areas, MOST_ADDRESS).map((list) => addRule(sheet.getRanges(list), severity));
}

function addRule(areas: RangeAreas, severity: Mark['severity']): ConditionalFormat {
  const look = MARK_LOOKS[severity];
  const rule = areas.conditionalFormats.add(CUSTOM);
  const { format } = rule.custom;
  rule.custom.rule.formula = `=${markFormula(severity)}`;
  format.font.color = `#${look.text}`;
  format.font.bold = look.bold;
  format.font.italic = look.italic;
  format.fill.color = `#${look.fill}`;
  for (const side of SIDES) {
    const border = format.borders.getItem(side);
    border.style = look.dashed ? 'Dash' : 'Continuous';
    border.color = `#${look.text}`;
  }
  // Else a rule of the user's over the same cell would hide it.
  rule.priority = 0;
  return rule.load('id');
}
