/** The room's door: what other rooms use of it. */
export { addressLists } from './address-lists';
export { rectsByStyle } from './rects-by-style';
export { refused, places, planFault, type RefusedWrite } from './plan-faults';
export { accepted } from './written-cells';
export { enteredText, GENERAL_FORMAT, needsPlainFormat, TEXT_FORMAT } from './entered-text';
