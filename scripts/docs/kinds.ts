/** Which folder of src/checks/ a check's file is in. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Check } from '../../src/checks';
import { KINDS } from './page';

export function kindsIn(root: string): (check: Check) => string {
  const files = new Map(
    Object.keys(KINDS).flatMap((kind) => readdirSync(path.join(root, 'src/checks', kind)).map((name): [string, string] => [name, kind])),
  );
  return ({ code }) => files.get(`${code}.ts`) ?? '';
}
