/** 自评小结: an assessment told in words for the report. The same assessment always gives the same text. */
import type { Assessment } from '../assessment';
import { boxesOf } from './boxes';
import { fullBlocks, shortBlocks } from './full';
import { modelOf, type Model } from './model';
import { line, toFill, type Pieces } from './pieces';
import { distinctSlots, paragraph } from './sections';
import { kind, subject } from './subject';
import { unscoredBlocks } from './unscored';
import type { Block, Box, Length, Narrative } from './types';

export type { Block, Box, Length, Narrative, Piece } from './types';
export { lengthOf, textOf } from './pieces';
export { narrativeText, pendingNotice } from './text';
export { type Pieces } from './pieces';

/** What a report made of the 小结 is called: unit, year and kind of the evaluation in two runs of pieces, for a title in two lines. */
export function reportTitle({ scoreTable }: Assessment): readonly [Pieces, Pieces] {
  return [subject(scoreTable), line(kind(scoreTable), '报告')];
}

/**
 * `limit`: characters a box takes, 200 by default. A form whose scores are all blank has nothing to tell: the text says what to fill in.
 */
export function narrate(assessment: Assessment, length: Length = 'full', limit?: number): Narrative {
  const model = modelOf(assessment);
  const title = line(subject(model.scoreTable), kind(model.scoreTable), '小结');
  if (model.scoreTable.self === null && length !== 'box') {
    const told = unscoredBlocks(model);
    if (told !== null) return finish(title, told, []);
  }
  const blank = nothingFilled(model);
  if (blank !== null) return finish(title, [paragraph('blank', blank)], []);
  if (length === 'box') return finish(title, [], boxesOf(model, limit));
  return finish(title, length === 'short' ? shortBlocks(model) : fullBlocks(model), []);
}

function nothingFilled(model: Model): Pieces | null {
  if (model.scoreTable.self === null) return line('表中没有得分列，不能形成自评小结。');
  const filled = model.items.some((item) => item.score !== null && item.rows[0]!.role !== 'execution');
  return filled
    ? null
    : line(
        '评分表的得分尚未填写',
        toFill(
          '各项指标得分',
          model.items.flatMap((item) => item.scoreAt),
        ),
        '，填写后再生成自评小结。',
      );
}

function finish(title: Pieces, blocks: readonly Block[], boxes: readonly Box[]): Narrative {
  const pieces = [
    ...title,
    ...blocks.flatMap((block): Pieces => (block.is === 'table' ? block.rows.flat(2) : block.pieces)),
    ...boxes.flatMap((box) => box.pieces),
  ];
  const count = (what: '待填' | '待核'): number => pieces.filter((piece) => piece.is === 'pending' && piece.what === what).length;
  return { title, blocks: distinctSlots(blocks), boxes, pending: { fill: count('待填'), check: count('待核') } };
}
