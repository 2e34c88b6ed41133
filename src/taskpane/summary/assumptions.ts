import type { AskView, TableView } from '../../open-workbook';
import { say } from '../texts/say';

/** What the user answered in 得分, a line each: 「自评材料质量：②表格齐全 是」. */
export function assumptionsOf(table: TableView): string[] {
  return table.scores.flatMap(({ rows }) =>
    rows.flatMap((row) =>
      row.asks
        .filter(({ answer }) => answer !== null)
        .map((ask) => say('summary.assumption', { row: row.name, label: ask.label, answer: answerText(ask) })),
    ),
  );
}

function answerText({ answer, kind, unit }: AskView): string {
  if (typeof answer === 'boolean') return say(answer ? 'scores.yes' : 'scores.no');
  return `${answer ?? ''}${kind === 'rate' ? '%' : unit}`;
}
