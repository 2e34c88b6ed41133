/** docs/criteria.md: what can be written in a 评分标准 and is read, from the patterns' own examples and the families of phrasings. */
import { fitsWeight, parseCriterion } from '../../src/criteria';
import { PATTERNS } from '../../src/criteria/patterns';
import type { PatternExample } from '../../src/criteria/reading/pattern';
import { SHAPES } from '../../src/criteria/shapes';
import { Dec } from '../../src/workbook';

export interface FamilyShown {
  readonly what: string;
  readonly texts: readonly { readonly text: string; readonly weight: string }[];
}

const MOST_EXAMPLES = 6;

const HEAD = `# 评分标准可以怎样写

本页由 \`npm run docs\` 从程序本身生成：列出的写法都能全部读懂，例句同时是测试。拟定评分标准时，写完可以用
\`jihe criteria "…" --points 分值 --facts "名称=值"\` 看程序读懂了什么、某种情况下得几分。

读不懂的部分不会用来核对得分；一句话有两种读法的，两种得分都不算错。`;

/** A text as it stands in a list or a cell of a table. */
const cell = (text: string): string => text.replace(/\s*\n\s*/g, ' ').replace(/\|/g, '\\|');

function isRead({ text, weight }: FamilyShown['texts'][number]): boolean {
  const { criterion, understood } = parseCriterion(text);
  return understood === 'whole' && fitsWeight(criterion, new Dec(weight));
}

function family({ what, texts }: FamilyShown): string {
  const shown = texts.filter(isRead).slice(0, MOST_EXAMPLES);
  return [`### ${what}`, '', ...shown.map(({ text, weight }) => `- 「${cell(text)}」（分值 ${weight}）`)].join('\n');
}

const VALUES: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [true, '是'],
  [false, '否'],
]);

function casesText(cases: readonly (readonly [Readonly<Record<string, string | boolean>>, string])[]): string {
  return cases
    .map(([facts, score]) => {
      const told = Object.entries(facts).map(
        ([name, value]) => `${name === 'own' || name === '' ? '完成值' : name}=${VALUES.get(value) ?? value}`,
      );
      return `${told.join('，')} → ${score.replaceAll('/', '或')}分`;
    })
    .join('；');
}

const exampleRow = ([text, points, ...cases]: PatternExample): string => `| ${cell(text)} | ${points} | ${cell(casesText(cases))} |`;

function clause(says: string, reads: readonly PatternExample[]): string {
  return [`### ${says}`, '', '| 例句 | 分值 | 得分 |', '| --- | --- | --- |', ...reads.map(exampleRow)].join('\n');
}

export function criteriaPage(families: readonly FamilyShown[]): string {
  const clauses = PATTERNS.filter(({ rule }) => rule === 'clause');
  return `${[
    HEAD,
    '## 常见写法',
    ...families.map(family),
    '## 每种分句',
    '一条评分标准由下列分句组成，用逗号、分号、句号、换行或序号（①、1.、（1）、一、）分开。',
    ...clauses.map(({ says, reads }) => clause(says, reads)),
    '## 分句怎样合成一条标准',
    SHAPES.map(({ says }) => `- ${says}`).join('\n'),
  ].join('\n\n')}\n`;
}
