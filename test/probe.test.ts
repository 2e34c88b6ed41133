import { parseCriterion } from '../src/criteria';
import general from '../src/scoring/data/general-rules.json';
import { readFileSync } from 'fs';
test('x', () => {
  const extra = readFileSync('/tmp/probe/texts.txt', 'utf8').split('\n').filter((l) => l.trim() !== '');
  for (const t of [...Object.values(general), ...extra]) {
    const p = parseCriterion(t);
    process.stdout.write(`${p.understood} ${t}\n   ${JSON.stringify(p.criterion, (k, v) => k === 'span' ? undefined : v)}\n   facts ${p.facts.map((f) => `${f.kind}/${f.role}/${f.name}/${f.unit}`).join(' | ')}  ${p.opaque.map(([a, b]) => t.slice(a, b)).join('¦')}\n`);
  }
});
