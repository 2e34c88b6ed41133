import type { CheckCode } from '../../src/checks/codes';
import examples from '../../src/checks/examples.json';
import sheet from '../../src/checks/example-sheet.json';
import type { Check } from '../../src/checks/types';
import { type Example, exampleText, sheetText } from './example';
import type { Severity } from '../../src/words/severity';
import { basisText, labelled } from '../../src/words/basis';
import { SEVERITY_NAMES } from '../../src/words/severity';

const HEAD = `# 检查清单

本页由程序生成（\`npm run docs\`），内容与 \`jihe explain <检查代码>\` 相同，请勿手改。

- **强制性**：按规则或算术必定有误，应当更正。
- **提示性**：需要更正，或者书面说明。
- **参考**：不需回复，不在表上标记，不计入结论。

每项检查只陈述差异并请核实，不作评价结论。同一处问题只报一次。
`;

const SAMPLE = `各项检查的例子都用下面这张没有问题的表，只列出改动的单元格：改成「会提出」一列的样子，就会提出这一项；「不提出」一列则不会。
`;

/** Mandatory first in a list, whatever order a check names them in. */
const ORDER: readonly Severity[] = ['mandatory', 'advisory', 'info'];

const levels = (check: Check): string =>
  ORDER.filter((severity) => check.severities.includes(severity))
    .map((severity) => SEVERITY_NAMES[severity])
    .join('、');

/** GitHub's anchor of a heading that is a code alone. */
const link = ({ code }: Check): string => `[\`${code}\`](#${code})`;

/** Text of a check must not become markup. */
const escaped = (text: string): string => text.replace(/[\\|<>*_`]/g, '\\$&').replace(/\s+/g, ' ');

const tableRow = (check: Check): string => `| ${link(check)} | ${escaped(check.title)} | ${levels(check)} |`;

const section = (check: Check): string => `### \`${check.code}\`

**${escaped(check.title)}**（${levels(check)}）

- 查什么：${escaped(check.explain.looksFor)}
- ${labelled(escaped(basisText(check.basis)))}
- 怎样改：${escaped(check.explain.howToFix)}

${exampleText(EXAMPLES[check.code], sheet)}`;

const EXAMPLES: Readonly<Record<CheckCode, Example>> = examples as unknown as Readonly<Record<CheckCode, Example>>;

/** The folders of src/checks/, in the order of the page. */
export const KINDS: Readonly<Record<string, string>> = {
  weights: '分值',
  totals: '小计、总分和等级',
  scores: '得分',
  money: '资金和执行率',
  explanations: '扣分说明和佐证',
  workbook: '整份表和其他工作表',
};

/** docs/checks.md, whole, grouped as the folders are. `kindOf`: the folder a check's file is in. */
export function checksPage(checks: readonly Check[], kindOf: (check: Check) => string): string {
  const groups = Object.entries(KINDS).map(([kind, title]) => ({ title, of: checks.filter((check) => kindOf(check) === kind) }));
  const parts = groups.map(({ title, of }) => {
    const table = ['| 代码 | 检查 | 级别 |', '| --- | --- | --- |', ...of.map(tableRow)].join('\n');
    return `## ${title}\n\n${table}\n\n${of.map(section).join('\n')}`;
  });
  return `${HEAD}\n共 ${checks.length} 项。\n\n${SAMPLE}\n${sheetText(sheet)}\n\n${parts.join('\n')}`;
}
