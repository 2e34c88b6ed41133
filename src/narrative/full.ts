/** 全文 and 摘要. */
import { familyBlocks } from './analysis';
import { deductionParagraph, measureParagraphs, openParagraphs, problemParagraphs } from './deductions';
import { nameOf } from './item-pieces';
import type { Model } from './model';
import { line, type Pieces } from './pieces';
import { familyTable, hasOpenScores, resultParagraph } from './result';
import { chineseNumber, goalsParagraph, type NarrativeSection, numberedSections, paragraph, perItem } from './sections';
import { pendingFor } from './settle';
import { spendingParagraph } from './spending';
import type { Block } from './types';

const SHORT_REASON = 40;

export function fullBlocks(model: Model): readonly Block[] {
  const sections: NarrativeSection[] = [
    { slot: 'result', title: '自评结果', blocks: resultBlocks(model) },
    { slot: 'spending', title: '预算执行情况', blocks: told('spending', spendingParagraph(model)) },
    { slot: 'goals', title: '年度总体目标完成情况', blocks: told('goals', goalsParagraph(model)) },
    { slot: 'indicators', title: '绩效指标分析', blocks: families(model) },
    ...closingSections(model),
  ];
  return numberedSections(sections);
}

/** The same without the analysis of every indicator. */
export function shortBlocks(model: Model): readonly Block[] {
  const sections: NarrativeSection[] = [
    { slot: 'result', title: '自评结果', blocks: [paragraph('result', resultParagraph(model)), ...open(model)] },
    { slot: 'spending', title: '预算执行情况', blocks: told('spending', spendingParagraph(model)) },
    ...closingSections(model, SHORT_REASON),
  ];
  return numberedSections(sections);
}

function closingSections(model: Model, most?: number): readonly NarrativeSection[] {
  const each = (slot: string, paragraphs: readonly Pieces[]): readonly Block[] => perItem(slot, paragraphs, model.deducted, nameOf);
  return [
    { slot: 'deductions', title: '扣分情况', blocks: [paragraph('deductions', deductionParagraph(model))] },
    { slot: 'problems', title: '存在问题', blocks: each('problem', problemParagraphs(model, most)) },
    { slot: 'measures', title: '改进措施', blocks: each('measure', measureParagraphs(model, most)) },
  ];
}

function resultBlocks(model: Model): readonly Block[] {
  const table = familyTable(model);
  const result = paragraph('result', resultParagraph(model));
  if (table === null) return [result, ...open(model)];
  const cells = table.is === 'table' ? table.rows.flat(2) : [];
  const doubts = pendingFor(
    cells,
    [],
    model.findings.filter((finding) => finding.accused.aspect === 'weight'),
  );
  const lead = line('各类指标得分情况如下', doubts, '：');
  return [result, paragraph('families', lead), table, ...open(model)];
}

function open(model: Model): readonly Block[] {
  return hasOpenScores(model) ? openParagraphs(model).map((pieces, index) => paragraph(`open:${index}`, pieces)) : [];
}

function told(slot: string, pieces: Pieces | null): readonly Block[] {
  return pieces === null ? [] : [paragraph(slot, pieces)];
}

function families(model: Model): readonly Block[] {
  let number = 0;
  return model.families.flatMap((family) => {
    const blocks = familyBlocks(model, family, `（${chineseNumber(number + 1)}）`);
    if (blocks.length > 0) number += 1;
    return blocks;
  });
}
