/** Rates a row defines itself: 「利用率=在用固定资产总额÷固定资产总额×100%」 in its description or its criterion. */
import { normal, oncePerText } from '../../workbook';
import type { IndicatorRow } from '../../score-table';

export interface OwnFormula {
  readonly name: string;
  readonly formula: string;
}

const DEFINITION = /(?:^|[,;。:])([^,;。:=+*×/÷()\d]{2,20})=([^,;。=≥≤<>]{3,80})/g;

/** Definitions in the row's texts, in the order they stand. 「得分=…」 is a rule, not a definition. */
export function formulasIn(row: IndicatorRow): readonly OwnFormula[] {
  return [row.description?.value, row.criterion?.value].flatMap((text) => (text == null ? [] : definitions(text)));
}

const definitions = oncePerText((text: string): readonly OwnFormula[] =>
  [
    ...normal(text)
      .replace(/["“”'‘’「」]/g, '')
      .matchAll(DEFINITION),
  ]
    .filter((match) => !/得分|分值|分$/.test(match[1]!) && /[÷/]/.test(match[2]!))
    .map((match) => ({ name: match[1]!, formula: match[2]!.replace(/[*×xX]100%$/, '') })),
);
