/** What the reader by patterns makes of every wording: its rule as an official would put it, by which patterns. `npm run pin` renews it. */
import path from 'node:path';
import { renderCriterion } from '../../../src/criteria';
import { readCriterion } from '../../../src/criteria/reading/read';
import { meaningOf } from '../../../src/criteria/reading/same';
import { expectPinned } from '../../support/pinned';
import { sumOf } from '../../support/variations';
import { readFamilies } from '../families/family';
import publicTexts from '../wordings/public-texts.json';
import publicLater from '../wordings/public-texts-later.json';
import { LATER, ROW_RULES } from '../wordings/row-rules';
import { patternsIn } from './examples';

const TEXTS: Readonly<Record<string, () => readonly string[]>> = {
  wordings: () => [...ROW_RULES, ...LATER].map(({ text }) => text),
  public: () => [...publicTexts, ...publicLater].map(({ text }) => text),
  families: () => readFamilies().flatMap(({ texts, lookAlikes }) => [...texts, ...lookAlikes].map(({ text }) => text)),
};

function line(text: string): string {
  const reading = readCriterion(text);
  const { parsed, shape } = reading;
  const said = text.replace(/\s*\n\s*/g, '⏎');
  const cover = patternsIn(reading).join('+');
  if (parsed.understood === 'none') return `— │ ${cover} │ ${said}`;
  return `${shape} │ ${renderCriterion(parsed.criterion)} │ ${sumOf(meaningOf(parsed.criterion))} │ ${cover} │ ${said}`;
}

test.each(Object.entries(TEXTS))('%s', (name, texts) => {
  expectPinned(path.join(__dirname, 'pins'), name, [...new Set(texts())].map(line));
});
