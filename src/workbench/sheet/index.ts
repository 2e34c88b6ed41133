/** The sheet view. */
export { SheetView, type SheetOptions } from './sheet-view';
export type { ViewMark } from './marks';
