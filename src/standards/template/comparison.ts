import type { ScoreTable } from '../../score-table';
import type { WorkbookSnapshot } from '../../workbook';
import type { Alignment } from '../align';
import type { SheetLine } from '../lines';
import type { TemplateForm } from './form';
import type { FormPlaces } from './places';

/** What every part of the comparison needs. */
export interface FormComparison {
  readonly form: TemplateForm;
  readonly scoreTable: ScoreTable;
  readonly book: WorkbookSnapshot;
  readonly lines: readonly SheetLine[];
  readonly alignment: Alignment;
  readonly places: FormPlaces;
}
