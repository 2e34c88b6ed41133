/** `jihe criteria`: what is understood of one 评分标准. */
import { factKey, parseCriterion, type Given } from '../../criteria';
import { Dec } from '../../workbook';
import type { CriteriaCommand } from '../args/command';
import { EXIT, type Exit } from '../exit';
import type { Io } from '../io';
import { StreamOutput } from '../output/stream';
import { badFacts, criterionText, unknownFact } from '../texts/criteria';
import { factName } from '../../words';
import { factNamed, factsTold } from './facts';
import { criterionReading } from './reading';

/** The facts that were told, by their key; a sentence for the user where one is unclear. */
function givenOf({ text, facts }: CriteriaCommand): ReadonlyMap<string, Given> | { readonly wrong: string } {
  const told = factsTold(facts ?? '');
  if ('unclear' in told) return { wrong: badFacts(told.unclear) };
  const refs = parseCriterion(text).facts;
  const given = new Map<string, Given>();
  for (const one of told) {
    const ref = factNamed(refs, one);
    if (ref === null) return { wrong: unknownFact(one.name, refs.map(factName)) };
    given.set(factKey(ref), { value: one.value });
  }
  return given;
}

export async function criteria(command: CriteriaCommand, io: Io): Promise<Exit> {
  const given = givenOf(command);
  if ('wrong' in given) {
    await io.complain(given.wrong);
    return EXIT.nothing;
  }
  const reading = criterionReading(command.text, command.points === null ? null : new Dec(command.points), given);
  await new StreamOutput(io.stdout).write(command.format === 'json' ? `${JSON.stringify(reading, null, 2)}\n` : criterionText(reading));
  return reading.understood === 'whole' ? EXIT.fine : EXIT.unread;
}
