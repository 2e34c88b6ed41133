/** Small helpers to make elements; texts are texts, never markup. */

type Props = Readonly<Record<string, string>>;

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = '',
  children: readonly (Node | string)[] = [],
  props: Props = {},
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  for (const [name, value] of Object.entries(props)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export function button(text: string, act: () => void, className = '', props: Props = {}): HTMLButtonElement {
  const element = make('button', className, [text], { type: 'button', ...props });
  element.addEventListener('click', act);
  return element;
}
