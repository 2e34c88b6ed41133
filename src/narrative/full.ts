/** 全文 and 摘要. */
import { familyBlocks } from './analysis';
import { deductionParagraph, measureParagraphs, openParagraphs, problemParagraphs } from './deductions';
import type { Model } from './model';
import { line, type Pieces } from './pieces';
import { familyTable, hasOpenScores, resultParagraph } from './result';
import { chineseNumber, goalsParagraph, numberedSections, type NarrativeSection } from './sections';
import { pendingFor } from './settle';
import { spendingParagraph } from './spending';
import type { Block } from './types';

const SHORT_REASON = 40;

const paragraph = (pieces: Pieces): Block => ({ is: 'paragraph', pieces });

export function fullBlocks(model: Model): readonly Block[] {
  const sections: NarrativeSection[] = [
    { title: '自评结果', blocks: resultBlocks(model) },
    { title: '预算执行情况', blocks: spending(model) },
    { title: '年度总体目标完成情况', blocks: goals(model) },
    { title: '绩效指标分析', blocks: families(model) },
    { title: '扣分情况', blocks: [paragraph(deductionParagraph(model))] },
    { title: '存在问题', blocks: problemParagraphs(model).map(paragraph) },
    { title: '改进措施', blocks: measureParagraphs(model).map(paragraph) },
  ];
  return numberedSections(sections);
}

/** The same without the analysis of every indicator. */
export function shortBlocks(model: Model): readonly Block[] {
  const sections: NarrativeSection[] = [
    { title: '自评结果', blocks: [paragraph(resultParagraph(model)), ...open(model)] },
    { title: '预算执行情况', blocks: spending(model) },
    { title: '扣分情况', blocks: [paragraph(deductionParagraph(model))] },
    { title: '存在问题', blocks: problemParagraphs(model, SHORT_REASON).map(paragraph) },
    { title: '改进措施', blocks: measureParagraphs(model, SHORT_REASON).map(paragraph) },
  ];
  return numberedSections(sections);
}

function resultBlocks(model: Model): readonly Block[] {
  const table = familyTable(model);
  if (table === null) return [paragraph(resultParagraph(model)), ...open(model)];
  const cells = table.is === 'table' ? table.rows.flat(2) : [];
  const doubts = pendingFor(
    cells,
    [],
    model.findings.filter((finding) => finding.accused.aspect === 'weight'),
  );
  const lead = line('各类指标得分情况如下', doubts, '：');
  return [paragraph(resultParagraph(model)), paragraph(lead), table, ...open(model)];
}

function open(model: Model): readonly Block[] {
  return hasOpenScores(model) ? openParagraphs(model).map(paragraph) : [];
}

function spending(model: Model): readonly Block[] {
  const pieces = spendingParagraph(model);
  return pieces === null ? [] : [paragraph(pieces)];
}

function goals(model: Model): readonly Block[] {
  const pieces = goalsParagraph(model);
  return pieces === null ? [] : [paragraph(pieces)];
}

function families(model: Model): readonly Block[] {
  let number = 0;
  return model.families.flatMap((family) => {
    const blocks = familyBlocks(model, family, `（${chineseNumber(number + 1)}）`);
    if (blocks.length > 0) number += 1;
    return blocks;
  });
}
