import type { Assessment } from '../../assessment/types';
import type { SheetEdit } from '../../workbook/write-plan';

/** Sheets added to a recalculated workbook, made from its tables as they are once all is written. */
export type Summary = (tables: readonly Assessment[]) => readonly SheetEdit[];

/** Nothing is added until the 自评小结 can be told. */
export const SUMMARY: Summary = () => [];
