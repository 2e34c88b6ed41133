/** The standards that come with the program, each over the one it rests on. */
import type { Standard } from '../types';
import { COMMON, loaded } from './common';
import cityExecutionCaps from './city-execution-caps.yaml';
import guangdongWhole from './guangdong-whole.yaml';
import hebeiProject from './hebei-project.yaml';
import hubeiProject from './hubei-project.yaml';
import nationalProject from './national-project.yaml';
import sichuanProject from './sichuan-project.yaml';
import sichuanWhole2017 from './sichuan-whole-2017.yaml';
import sichuanWhole2020 from './sichuan-whole-2020.yaml';
import yueyangWhole from './yueyang-whole.yaml';
import zhanjiangWhole from './zhanjiang-whole.yaml';

const NATIONAL_PROJECT = loaded(nationalProject, COMMON);

/** In the order in which they are listed. */
export const BUILTIN: readonly Standard[] = [
  COMMON,
  NATIONAL_PROJECT,
  loaded(guangdongWhole, COMMON),
  loaded(zhanjiangWhole, COMMON),
  loaded(yueyangWhole, COMMON),
  loaded(hubeiProject, COMMON),
  loaded(sichuanWhole2017, COMMON),
  loaded(sichuanWhole2020, COMMON),
  loaded(sichuanProject, COMMON),
  loaded(hebeiProject, COMMON),
  loaded(cityExecutionCaps, NATIONAL_PROJECT),
];

/** null where there is none of that id. */
export function builtinStandard(id: string): Standard | null {
  return BUILTIN.find((one) => one.id === id) ?? null;
}

export { COMMON } from './common';
