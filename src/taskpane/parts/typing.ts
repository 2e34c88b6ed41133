/** Whether keys pressed there are meant for a field: they neither walk the list nor write into cells. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select') !== null;
