import { type ChangeKind, type FormChange, formReference } from '../../standards';
import { halfUp, Dec, evaluateFormula, parseFormula } from '../../workbook';
import { accused, groupKey, TABLE, totalKey, WORKBOOK } from '../support/accused';
import type { Accused, Check, CheckContext, Fix } from '../types';
import type { Severity, Words } from '../../words';

export interface TemplateChanged {
  readonly change: FormChange;
  readonly file: string;
  /** What the form's formula comes to here; null where it cannot be told. */
  readonly computed: Dec | null;
}

/** What is added, or is the unit's to word; everything else the form settles. */
const ADVISORY: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  'added',
  'class-added',
  'moved',
  'target',
  'symbol',
  'header',
  'footnote-added',
  'other-form',
]);

/** Changes that are about an indicator or a class. */
const OF_LINES: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  'row-deleted',
  'class-deleted',
  'renamed',
  'class-renamed',
  'added',
  'class-added',
  'moved',
  'weight',
  'rule',
  'note',
  'target',
  'symbol',
]);

export const templateChanged: Check<TemplateChanged> = {
  code: 'template-changed',
  title: '与下发的空白表不一致',
  headline: '与空白表不一致',
  severities: ['mandatory', 'advisory'],
  basis: { title: '下发的空白表', status: 'practice' },
  needs: [],
  explain: {
    looksFor:
      '给了空白表（--template）时，逐格比对：指标行有没有删除、改名、增加、调换次序，分值、评分标准、说明和表注有没有改动，公式有没有改成数字或别的公式。单位填写的内容不算改动。',
    howToFix: '按下发的空白表改回；确需调整的，先向下发单位说明。公式被改成数字的，恢复公式。',
  },
  *run(context) {
    const { template } = context.standards;
    if (template === null) return;
    const { form, changes } = template;
    for (const change of changes) {
      const computed = change.kind === 'formula-typed' ? computedOf(context, change) : null;
      const fix = fixOf(change);
      yield {
        severity: severityOf(change.kind),
        accused: accusedOf(change),
        accountsFor: accountsFor(change, context),
        cell: change.at,
        related: change.related,
        indicator: OF_LINES.has(change.kind) ? change.name : null,
        data: { change, file: form.file, computed },
        actual: change.is === '' ? null : change.is,
        expected: computed ?? (change.was === '' ? null : change.was),
        basis: formReference(form.file),
        ...(fix === null ? {} : { fix }),
      };
    }
  },
  message: (data, words) => SAY[data.change.kind](data.change, words, data),
};

function severityOf(kind: ChangeKind): Severity {
  return ADVISORY.has(kind) ? 'advisory' : 'mandatory';
}

/** Changes of 分值 compete with the other checks of 分值; the rest is nobody else's. */
function accusedOf(change: FormChange): Accused {
  if (change.kind === 'weight' && change.row !== null) return accused(change.row, 'weight');
  if (change.kind === 'weight' && change.group !== null) return accused(groupKey(change.group as never), 'weight');
  if (change.kind === 'other-form') return accused(WORKBOOK, 'text');
  return accused(`form ${change.kind} ${change.at.row},${change.at.col} ${change.name ?? change.was}`, 'text');
}

/** A 分值 that was changed, and a row that went or came, explains the sums above it; an altered formula what its total says. */
function accountsFor(change: FormChange, { scoreTable }: CheckContext): readonly Accused[] {
  if (change.total !== null)
    return [change.column === null ? accused(totalKey(change.total), 'weight') : accused(totalKey(change.total, change.column), 'total')];
  if (change.row !== null && change.kind.startsWith('formula') && change.related.length === 0) {
    const scores = scoreTable.rows.find((row) => row.id === change.row)?.scores ?? [];
    return scores.some((slot) => slot.at.row === change.at.row && slot.at.col === change.at.col) ? [accused(change.row, 'score')] : [];
  }
  if (!['weight', 'row-deleted', 'class-deleted', 'added', 'class-added'].includes(change.kind)) return [];
  return [accused(TABLE, 'weight'), ...change.above.map((id) => accused(groupKey(id as never), 'weight'))];
}

function computedOf({ book }: CheckContext, change: FormChange): Dec | null {
  const result = evaluateFormula(parseFormula(change.was.slice(1)), book, change.at);
  return result !== 'unknown' && 'value' in result && Dec.isDecimal(result.value) ? result.value : null;
}

function fixOf({ kind, was, at, related }: FormChange): Fix | null {
  if (related.length > 0) return null;
  if (kind === 'formula-typed' || kind === 'formula-changed' || kind === 'formula-cleared') return { cell: at, to: { formula: was } };
  return kind === 'weight' && /^\d+(?:\.\d+)?$/.test(was) ? { cell: at, to: { value: new Dec(was) } } : null;
}

type Say = (change: FormChange, words: Words, data: TemplateChanged) => string;

const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
const named = (change: FormChange, words: Words): string =>
  `${change.name === null ? '' : words.name(change.name)} ${words.cell(change.at)}`.trim();
const printed = (text: string): string => (text === '' ? '空白' : `「${clip(text)}」`);
const altered =
  (what: string): Say =>
  (change, words) =>
    `${named(change, words)} 的${what}为${printed(change.is)}，下发的空白表为「${clip(change.was)}」。请改回，或说明改动的依据。`;

/** 「，含甲、乙等5项指标」 */
function members({ names }: FormChange): string {
  if (names.length === 0) return '';
  const shown = names
    .slice(0, 4)
    .map((name) => `「${clip(name)}」`)
    .join('、');
  return `，含${shown}${names.length > 4 ? `等${names.length}项` : ''}`;
}

const SAY: Readonly<Record<ChangeKind, Say>> = {
  'row-deleted': (change, words) =>
    `下发的空白表有指标${words.name(change.name!)}${change.was === '' ? '' : `（${change.was}分）`}，表中没有（应在 ${words.cell(change.at)} 附近）。请补回这一行；不适用的也应保留并写明。`,
  'class-deleted': (change, words) =>
    `下发的空白表有${words.name(change.name!)}一类${change.was === '' ? '' : `（${change.was}分）`}${members(change)}，表中没有（应在 ${words.cell(change.at)} 附近）。请补回。`,
  'label-deleted': (change, words) =>
    `下发的空白表有「${clip(change.was)}」一行，表中没有（应在 ${words.cell(change.at)} 附近）。请补回这一行。`,
  'column-deleted': (change, words) =>
    `下发的空白表有「${clip(change.was)}」一栏，表中没有（应在 ${words.cell(change.at)} 附近）。请补回这一栏。`,
  renamed: (change, words) =>
    `${words.cell(change.at)} 的指标名称为「${clip(change.is)}」，下发的空白表为「${clip(change.was)}」。请改回，或说明改名的依据。`,
  'class-renamed': (change, words) =>
    `${words.cell(change.at)} 的类别名称为「${clip(change.is)}」，下发的空白表为「${clip(change.was)}」。请改回，或说明改名的依据。`,
  header: (change, words) =>
    `${words.cell(change.at)} 的栏目名称为${printed(change.is)}，下发的空白表为「${clip(change.was)}」。请核实栏目是否有改动。`,
  added: (change, words) => `${named(change, words)} 是下发的空白表没有的指标。请核实是否自行增加，并说明依据。`,
  'class-added': (change, words) => `${named(change, words)} 一类是下发的空白表没有的${members(change)}。请核实是否自行增加，并说明依据。`,
  moved: (change, words) => `${named(change, words)} 的位置与下发的空白表不同（空白表在第${change.was}行）。请核实次序是否有改动。`,
  weight: (change, words) =>
    `${named(change, words)} 的分值为${change.is === '' ? '空白' : change.is}，下发的空白表为${change.was}分。请改回，或说明改动的依据。`,
  rule: altered('评分标准'),
  note: altered('指标说明'),
  target: altered('指标值'),
  symbol: altered('指标性质'),
  footnote: (change, words) => `表注 ${words.cell(change.at)} 为「${clip(change.is)}」，下发的空白表为「${clip(change.was)}」。请改回。`,
  'footnote-deleted': (change, words) =>
    `下发的空白表有表注「${clip(change.was)}」，表中没有（应在 ${words.cell(change.at)} 附近）。请补回。`,
  'footnote-added': (change, words) =>
    `表注 ${words.cell(change.at)} 「${clip(change.is)}」是下发的空白表没有的，其中有计分的内容。请核实依据。`,
  'formula-typed': (change, words, { computed }) => {
    if (change.count > 1)
      return `${words.cells(change.related)} 在下发的空白表中是公式，现为直接填写的内容，共${change.count}处。请恢复公式。`;
    const due = computed === null ? '' : `，按公式为${words.number(halfUp(computed, 4))}`;
    return `${named(change, words)} 在下发的空白表中是公式 ${clip(change.was)}${due}，现为直接填写的「${clip(change.is)}」。请恢复公式。`;
  },
  'formula-cleared': (change, words) => {
    if (change.count > 1) return `${words.cells(change.related)} 在下发的空白表中是公式，现为空白，共${change.count}处。请恢复公式。`;
    return `${named(change, words)} 在下发的空白表中是公式 ${clip(change.was)}，现为空白。请恢复公式。`;
  },
  'formula-changed': (change, words) => {
    if (change.count > 1) return `${words.cells(change.related)} 的公式与下发的空白表不同，共${change.count}处。请恢复原来的公式。`;
    return `${named(change, words)} 的公式为 ${clip(change.is)}，下发的空白表为 ${clip(change.was)}。请恢复原来的公式。`;
  },
  'other-form': (change) => `本表与下发的空白表「${clip(change.was)}」相同的指标很少，没有逐格比对。请核对是否用错了表，或空白表给错了。`,
};
