/** The forms whose whole outputs are pinned: those of test/recognition/field, drawn ones, and those of the 自评小结. */
import type { WorkbookSnapshot } from '../../src/workbook';
import { lay } from '../conformance/drawn/lay';
import { drawTable } from '../conformance/drawn/table';
import { DATA, MANY, OPEN, PROJECT, TRANSFER } from '../narrative/forms';
import { ALARMS } from '../recognition/field/alarms';
import { FORMS } from '../recognition/field/forms';
import { OUTLINES } from '../recognition/field/outlines';
import { PLACES } from '../recognition/field/places';
import { REGIONS } from '../recognition/field/regions';
import { VALUES } from '../recognition/field/values';
import { bookOf, sheetOf } from './sheets';

export interface NamedBook {
  readonly id: string;
  readonly book: WorkbookSnapshot;
}

const told: readonly NamedBook[] = [
  { id: 'project', book: bookOf(sheetOf('评分表', PROJECT)) },
  { id: 'many', book: bookOf([sheetOf('评分表', MANY), sheetOf('基础数据表', DATA)]) },
  { id: 'open', book: bookOf(sheetOf('评分表', OPEN)) },
  { id: 'transfer', book: bookOf(sheetOf('评分表', TRANSFER)) },
];

const drawn = (): readonly NamedBook[] => Array.from({ length: 8 }, (_, n) => ({ id: `drawn ${n + 1}`, book: lay(drawTable(n + 1)).book }));

/** By the name of the file they are pinned in. */
export const PINNED_BOOKS: Readonly<Record<string, () => readonly NamedBook[]>> = {
  regions: () => REGIONS,
  outlines: () => OUTLINES,
  places: () => PLACES,
  values: () => VALUES,
  forms: () => FORMS,
  alarms: () => ALARMS,
  told: () => told,
  drawn,
};
