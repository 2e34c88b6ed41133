/** The ribbon's dialog: a headline, lines, one or two buttons. Everything shown is text. */
import './excel-dialog.css';
import { messageIn, NO, YES } from './excel-message';
import { officeHere } from './office-page';

const root = document.getElementById('root');
const { headline, lines, buttons } = messageIn(location.href);

function element<K extends keyof HTMLElementTagNameMap>(name: K, text: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function draw(into: HTMLElement): void {
  const list = document.createElement('ul');
  list.append(...lines.map((line) => element('li', line)));
  const foot = document.createElement('footer');
  buttons.forEach((label, index) => {
    const button = element('button', label);
    const answer = index === 0 && buttons.length > 1 ? YES : NO;
    button.addEventListener('click', () => officeHere()?.context.ui.messageParent(answer));
    foot.append(button);
  });
  into.setAttribute('role', 'main');
  into.replaceChildren(element('h1', headline), list, foot);
  // Where something would be lost, Enter keeps it.
  foot.querySelector<HTMLButtonElement>('button:last-child')?.focus();
}

if (root !== null) draw(root);
void officeHere()?.onReady();
