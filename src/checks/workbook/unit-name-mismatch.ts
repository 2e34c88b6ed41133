import { type Addr, normal, type WorkbookSnapshot, wordsPattern } from '../../workbook';
import { cleanName, isNearlySame, isWithin, namesInBook, type ScoreTable, type StatedName } from '../../score-table';
import { accused, headKey } from '../support/accused';
import { PRACTICE } from '../support/basis';
import type { Check } from '../types';
import words from '../data/workbook.json';

export interface UnitNameMismatch {
  readonly name: string;
  readonly at: Addr;
  readonly other: string;
  readonly otherAt: Addr;
  /** title: the table's own title names another unit · sheets: another sheet writes almost the same name. */
  readonly where: 'title' | 'sheets';
}

export const unitNameMismatch: Check<UnitNameMismatch> = {
  code: 'unit-name-mismatch',
  title: '单位名称不一致',
  headline: '单位名称不一致',
  severities: ['advisory'],
  basis: { ...PRACTICE, article: '同一单位的名称应当一致' },
  needs: [],
  explain: {
    looksFor: '同一张表的标题与单位名称栏写了不同的单位，或者工作簿里各表的单位名称只差一两个字。简称、下属单位各填一表都是正常的。',
    howToFix: '核实单位全称，把写错的或沿用其他单位表格留下的名称改正。',
  },
  *run({ scoreTable, book }) {
    const unit = scoreTable.unit;
    if (unit === undefined || unit.value === null) return;
    const own: StatedName = { name: cleanName(unit.value), at: unit.at };
    const title = titleUnit(scoreTable);
    const clash = title !== null && differs(title.name, own.name, scoreTable) ? { other: title, where: 'title' as const } : null;
    const found = clash ?? oddOneOut(own, book);
    if (found === null) return;
    yield {
      severity: 'advisory',
      accused: accused(headKey('unit'), 'text'),
      cell: own.at,
      related: [found.other.at],
      indicator: null,
      data: { name: own.name, at: own.at, other: found.other.name, otherAt: found.other.at, where: found.where },
      actual: own.name,
      expected: found.other.name,
    };
  },
  message(data, words) {
    const other = data.where === 'title' ? `标题（${words.cell(data.otherAt)}）中的` : `${words.cell(data.otherAt)} 的`;
    return `${words.cell(data.at)} 的单位名称「${data.name}」与${other}「${data.other}」不一致。请核实单位全称，改正写错的一处。`;
  },
};

/** Kinds of which two in one place are two units: a school is not another school. */
const TELLING: ReadonlySet<string> = new Set(words.kindsAlone);
const TITLE_UNIT = new RegExp(`^(.{2,26}?(?:人民政府|${wordsPattern(words.kinds)}))(?=\\(?(?:19|20)\\d{2}年?|部门整体|整体支出|项目支出)`);

/** A unit at the head of the title: 「成安县民政局2020年度…」. */
function titleUnit({ title }: ScoreTable): StatedName | null {
  const name = title === null ? undefined : TITLE_UNIT.exec(normal(title.value).replace(/^\(?(?:19|20)\d{2}\)?年?度?/, ''))?.[1];
  return name === undefined ? null : { name, at: title!.at };
}

/** One slip apart, or two units of one kind; the department above, and a short form, are no contradiction. */
function differs(title: string, unit: string, scoreTable: ScoreTable): boolean {
  if (isNearlySame(title, unit)) return true;
  const above = [scoreTable.department?.value, scoreTable.project?.value].map((text) => cleanName(text ?? ''));
  if (
    isWithin(title, unit) ||
    isWithin(unit, title) ||
    above.some((name) => name !== '' && (isWithin(title, name) || isWithin(name, title)))
  )
    return false;
  const kind = kindOf(title);
  return kind !== null && kind === kindOf(unit) && TELLING.has(kind);
}

function kindOf(name: string): string | null {
  const bare = name.replace(/人民政府$/, '').replace(/街道办事处$/, '街道');
  return words.kinds.find((kind) => bare.endsWith(kind)) ?? null;
}

/** This sheet alone writes the name as it does, and the other sheets agree on almost the same one. */
function oddOneOut(own: StatedName, book: WorkbookSnapshot): { readonly other: StatedName; readonly where: 'sheets' } | null {
  const names = namesInBook(book).filter((one) => one.at.sheet !== own.at.sheet);
  if (names.some((one) => one.name === own.name)) return null;
  const near = names.filter((one) => isNearlySame(one.name, own.name));
  const [other] = near;
  if (other === undefined || near.some((one) => one.name !== other.name)) return null;
  const certain = near.length > 1 || (names.length === 1 && other.at.sheet < own.at.sheet);
  return certain ? { other, where: 'sheets' } : null;
}
