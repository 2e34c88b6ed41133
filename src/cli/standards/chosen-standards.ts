/** The standard and the blank form of a command line as plain data, so that workers get them once, ready to use. */
import { builtinStandard, type GivenStandards, loadStandard, recogniseByForms, type Standard, type TemplateForm } from '../../standards';
import type { PlainStandard } from '../../open-workbook';
import type { CoreFunctions } from '../audit/core-functions';

export interface PlainChoice {
  readonly standard: PlainStandard | null;
  readonly template: readonly TemplateForm[] | null;
}

export const NOTHING_CHOSEN: PlainChoice = { standard: null, template: null };

/** The trees were found good before they were handed over. */
function standardOf(plain: PlainStandard): Standard {
  if ('builtin' in plain) return builtinStandard(plain.builtin)!;
  const read = (tree: unknown): Standard => {
    const loaded = loadStandard(tree, {
      baseOf: (name) => builtinStandard(name) ?? (name in plain.bases ? read(plain.bases[name]) : null),
    });
    if (!loaded.ok) throw new Error(`a standard that was good is faulty: ${loaded.problems[0]!.code}`);
    return loaded.standard;
  };
  return read(plain.tree);
}

export function givenStandards({ standard, template }: PlainChoice): GivenStandards {
  return { standard: standard === null ? null : standardOf(standard), ...(template === null ? {} : { template }) };
}

/** The same core, judging by what was given. */
export function judgingBy(core: CoreFunctions, plain: PlainChoice): CoreFunctions {
  if (plain.standard === null && plain.template === null) return core;
  const standards = givenStandards(plain);
  const { template } = plain;
  return {
    ...core,
    recognise: (book) => (template === null ? core.recognise(book) : recogniseByForms(core.recognise, book, template)),
    assess: (scoreTable, book, options) => core.assess(scoreTable, book, { ...options, standards }),
  };
}
