/** What the build asks of a built-in standard's file. What it rests on is not looked at here: tests load them all together. */
import { readYaml } from '../../src/standards/yaml';
import { problemsText } from '../../src/words/standard-problems';
import { loadStandard } from '../../src/standards/load';
import type { Standard } from '../../src/standards/types';

const ANY_BASE: Standard = {
  id: '',
  title: '',
  kind: null,
  place: null,
  status: 'reconstructed',
  force: 'principle',
  reference: { title: '', status: 'reconstructed' },
  from: null,
  until: null,
  base: null,
  rows: [],
  switches: {},
  items: [],
  notes: [],
  needed: [],
  about: '',
};

export function validated(text: string, file: string): { readonly tree: unknown; readonly problems: string } {
  const read = readYaml(text);
  if (!read.ok) return { tree: null, problems: problemsText(read.problems, file) };
  const result = loadStandard(read.tree, { lineOf: read.lineOf, baseOf: () => ANY_BASE });
  return { tree: read.tree, problems: result.ok ? '' : problemsText(result.problems, file) };
}
