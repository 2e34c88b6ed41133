import type { IndicatorRow, Quantity, Slot, ScoreTable } from '../../src/score-table/types';
import { a1 } from '../../src/workbook/address';
import type { Dec } from '../../src/workbook/decimal';
import type { Addr } from '../../src/workbook/types';
import { flat, type FundTruth, type NumberTruth, type QuantityTruth, type RowTruth, type TextTruth, type Truth } from './truth';

/** Collects what differs, each as 「field: expected …, got …」. */
class Diff {
  readonly wrong: string[] = [];
  /** Fields compared. */
  count = 0;

  same(field: string, expected: unknown, got: unknown): void {
    this.count += 1;
    if (expected !== got) this.wrong.push(`${field}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`);
  }
}

function where(at: Addr | undefined): string | null {
  return at === undefined ? null : a1(at.row, at.col);
}

const decText = (value: Dec | null | undefined): string | null => (value === null || value === undefined ? null : value.toFixed());

function number(diff: Diff, field: string, truth: NumberTruth | null, slot: Slot<Dec> | null | undefined): void {
  if (truth === null) {
    diff.same(field, null, slot?.state === 'value' ? decText(slot.value) : null);
    return;
  }
  // Blank: an absent slot says the same.
  if (slot === undefined || slot === null) {
    diff.same(field, truth.state === 'blank' && truth.cell === null ? null : (truth.value ?? truth.state), null);
    return;
  }
  diff.same(`${field}.state`, truth.state, slot.state);
  diff.same(field, truth.value, decText(slot.value));
  if (truth.cell !== null) diff.same(`${field}.cell`, truth.cell, where(slot.at));
}

function text(diff: Diff, field: string, truth: TextTruth | null, slot: Slot<string> | undefined): void {
  if (truth === null) {
    diff.same(field, null, slot?.state === 'value' ? slot.value : null);
    return;
  }
  diff.same(`${field}.state`, truth.state, slot?.state ?? null);
  diff.same(`${field}.cell`, truth.cell, where(slot?.at));
  if (truth.state === 'value') diff.same(field, truth.text, typeof slot?.value === 'string' ? flat(slot.value) : null);
}

function quantity(diff: Diff, field: string, truth: QuantityTruth | null, slot: Slot<Quantity> | undefined): void {
  if (truth === null) {
    diff.same(field, null, slot?.state === 'value' ? slot.value?.text : null);
    return;
  }
  diff.same(`${field}.state`, truth.state, slot?.state ?? null);
  diff.same(`${field}.cell`, truth.cell, where(slot?.at));
  if (truth.state !== 'value' || slot?.value === null || slot?.value === undefined) return;
  if (truth.number !== undefined) diff.same(`${field}.number`, truth.number, decText(slot.value.number));
  else diff.same(`${field}.text`, truth.text, flat(slot.value.text));
  if (truth.comparator !== undefined) diff.same(`${field}.comparator`, truth.comparator, slot.value.comparator);
}

function row(diff: Diff, truth: RowTruth, got: IndicatorRow, self: number | null): void {
  const field = `[${truth.nameCell} ${truth.path?.[truth.path.length - 1] ?? truth.role}]`;
  diff.same(`${field}.role`, truth.role, got.role);
  diff.same(`${field}.name.cell`, truth.nameCell, where(got.name.at));
  if (truth.path !== null) diff.same(`${field}.path`, truth.path.join('→'), got.path.join('→'));
  number(diff, `${field}.weight`, truth.weight, got.weight);
  const score = self === null ? undefined : got.scores[self];
  if (truth.shares) {
    diff.same(`${field}.shares`, true, got.shares !== undefined);
    diff.same(`${field}.score`, null, decText(score?.value));
  } else {
    diff.same(`${field}.shares`, false, got.shares !== undefined);
    number(diff, `${field}.score`, truth.score, score);
  }
  quantity(diff, `${field}.target`, truth.target, got.target);
  quantity(diff, `${field}.actual`, truth.actual, got.actual);
  if (truth.role !== 'execution') text(diff, `${field}.reason`, truth.reason, got.reason);
  if (truth.role !== 'execution') text(diff, `${field}.criterion`, truth.criterion, got.criterion);
  number(diff, `${field}.itemScore`, truth.itemScore, got.itemScore);
  number(diff, `${field}.coefficient`, truth.coefficient, got.coefficient);
  number(diff, `${field}.completion`, truth.completion, got.completion);
}

function funding(diff: Diff, truths: readonly FundTruth[], scoreTable: ScoreTable): void {
  const got = scoreTable.funding?.rows ?? [];
  diff.same('funding.rows', truths.length, got.length);
  truths.forEach((truth, index) => {
    const one = got.find((candidate) => where(candidate.label.at) === truth.labelCell);
    const field = `funding[${index} ${truth.labelCell}]`;
    diff.same(`${field}.found`, true, one !== undefined);
    if (one === undefined) return;
    diff.same(`${field}.kind`, truth.kind, one.kind);
    for (const role of ['initial', 'budget', 'arrived', 'executed', 'rate', 'weight', 'score'] as const)
      number(diff, `${field}.${role}`, truth[role], one[role]);
    diff.same(`${field}.labelAmount`, truth.labelAmount, decText(one.labelAmount?.value));
    if (truth.kind === 'total') diff.same(`${field}.isTotal`, true, scoreTable.funding?.total === got.indexOf(one));
  });
}

/** Every field of the truth against what was recognised. */
export function compare(truth: Truth, scoreTable: ScoreTable): { readonly wrong: readonly string[]; readonly fields: number } {
  const diff = new Diff();
  diff.same(
    'unit',
    truth.unit,
    scoreTable.unit?.value === undefined || scoreTable.unit.value === null ? null : flat(scoreTable.unit.value),
  );
  if (truth.project !== null)
    diff.same(
      'project',
      flat(truth.project),
      scoreTable.project?.value === undefined || scoreTable.project.value === null ? null : flat(scoreTable.project.value),
    );
  diff.same('year', truth.year, scoreTable.year?.value ?? null);
  diff.same('kind', truth.kind, scoreTable.kind);
  diff.same('money', truth.money, scoreTable.money);
  diff.same('grade', truth.grade, scoreTable.grade?.value ?? null);
  const rows = scoreTable.rows.filter((one) => one.role !== 'placeholder');
  for (const one of truth.rows) {
    const got = rows.find((candidate) => where(candidate.name.at) === one.nameCell);
    if (got === undefined) diff.same(`row at ${one.nameCell} (${one.path?.join('→') ?? one.role})`, 'found', 'missing');
    else row(diff, one, got, scoreTable.self);
  }
  for (const got of rows) {
    if (!truth.rows.some((one) => one.nameCell === where(got.name.at)))
      diff.same(`row at ${where(got.name.at)}`, 'none', `${got.role} ${got.path.join('→')}`);
  }
  diff.same('row order', truth.rows.map((one) => one.nameCell).join(), rows.map((one) => where(one.name.at)).join());
  for (const group of truth.groups) {
    const got = scoreTable.groups.find((candidate) => where(candidate.name.at) === group.cell);
    diff.same(`group ${group.cell}.name`, group.name, got?.name.value ?? null);
    diff.same(`group ${group.cell}.weight`, group.weight, decText(got?.weight?.value));
  }
  for (const total of truth.totals) {
    const got = scoreTable.totals.find((candidate) => where(candidate.label.at) === total.labelCell);
    const field = `${total.kind} ${total.labelCell}`;
    diff.same(`${field}.kind`, total.kind, got?.kind ?? null);
    if (total.where !== null) diff.same(`${field}.where`, total.where, got?.where ?? null);
    number(diff, `${field}.weight`, total.weight, got?.weight);
    number(diff, `${field}.score`, total.score, scoreTable.self === null ? null : got?.scores[scoreTable.self]);
  }
  for (const got of scoreTable.totals) {
    // A review total not yet filled stands beside the self-score's.
    const empty = got.scores.every((slot) => slot === null || slot.state === 'blank');
    if (!empty && !truth.totals.some((total) => total.labelCell === where(got.label.at)))
      diff.same(`total at ${where(got.label.at)}`, 'none', got.label.value);
  }
  if (truth.funding === null) diff.same('funding', 'none', scoreTable.funding === undefined ? 'none' : 'some');
  else funding(diff, truth.funding, scoreTable);
  return { wrong: diff.wrong, fields: diff.count };
}
