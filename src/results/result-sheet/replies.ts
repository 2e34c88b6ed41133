/** The columns of 审核结果 that people write into: kept when the sheet is written anew, never filled by us. */
import { type FindingAnswer, factsCode, type Resolved, STATE_NAMES } from '../../answers';
import type { Finding } from '../../checks';
import type { PageCell } from '../page';
import { NOTHING } from '../values';
import { COL } from './layout';
import { NOT_CHECKED_AGAIN, REPLIES } from './texts';

const STATES: ReadonlySet<string> = new Set(Object.values(STATE_NAMES));

const piece = (col: number, value: string, style: PageCell['style']): PageCell => ({ col, value: value === '' ? null : value, style });

/** What people ticked or wrote themselves; '' where only ours stands there. */
function ownHandled(handled: string): string {
  return handled
    .split('\n')
    .filter((line) => !STATES.has(line.trim()))
    .join('\n')
    .trim();
}

/** 处理, 说明, the opinions of both reviewers and 核对码 of one finding. */
export function replyPieces(
  { severity }: Pick<Finding, 'severity'>,
  { state, reply, values, handled: before }: FindingAnswer,
): readonly PageCell[] {
  const handled = ownHandled(before) || REPLIES[severity];
  return [
    piece(COL.reply, reply === null ? handled : `${STATE_NAMES[state]}\n${handled}`, 'text'),
    piece(COL.text, reply?.text ?? '', 'reply'),
    piece(COL.department, reply?.department ?? '', 'reply'),
    piece(COL.finance, reply?.finance ?? '', 'reply'),
    piece(COL.facts, factsCode(values, reply), 'info'),
  ];
}

/** Earlier findings that arise no longer, with what was written to them. */
export function resolvedLines(resolved: readonly Resolved[]): readonly (readonly PageCell[])[] {
  return resolved.map(({ id, reply, sure }, index) => [
    piece(COL.number, String(index + 1), 'text'),
    piece(COL.id, id, 'text'),
    piece(COL.place, NOTHING, 'text'),
    piece(COL.check, reply.check, 'text'),
    piece(COL.indicator, reply.indicator, 'text'),
    { col: COL.sentence, to: COL.basis, value: sure ? STATE_NAMES.resolved : NOT_CHECKED_AGAIN, style: 'text' },
    piece(COL.reply, sure ? STATE_NAMES.resolved : '', 'text'),
    piece(COL.text, reply.text, 'text'),
    piece(COL.department, reply.department, 'text'),
    piece(COL.finance, reply.finance, 'text'),
    piece(COL.facts, reply.facts, 'info'),
  ]);
}
