/** What the ribbon's dialog shows, passed in its address: dialogs of Office have no other way that every version knows. */
import { reportOf, type Question, type CommandReport } from '../commands';

export interface Message extends CommandReport {
  /** Texts of the buttons; the second, where there is one, says no. */
  readonly buttons: readonly string[];
}

export const YES = 'yes';
export const NO = 'no';
const PARAMETER = 'say';
/** Characters of an address that every version takes. */
const MOST = 1_900;
const CUT = '……详见绩核面板。';

export const telling = ({ headline, lines }: CommandReport, close: string): Message => ({ headline, lines, buttons: [close] });
export const asking = ({ headline, lines, yes, no }: Question): Message => ({ headline, lines, buttons: [yes, no] });

/** The address of the dialog beside `page`; lines that do not fit are left out, and that is said. */
export function addressOf(message: Message, page: string): string {
  const address = new URL('dialog.html', page);
  for (let count = message.lines.length; count >= 0; count -= 1) {
    const lines = count === message.lines.length ? message.lines : [...message.lines.slice(0, count), CUT];
    address.searchParams.set(PARAMETER, encoded({ ...message, lines }));
    if (address.href.length <= MOST) break;
  }
  return address.href;
}

/** The message in an address; one that cannot be read says so. */
export function messageIn(address: string): Message {
  try {
    const { headline, lines, buttons } = JSON.parse(decoded(new URL(address).searchParams.get(PARAMETER) ?? '')) as Message;
    return { headline: String(headline), lines: lines.map(String), buttons: buttons.map(String) };
  } catch {
    return { ...reportOf('绩核'), buttons: [] };
  }
}

/** Base64 without the signs that addresses spell out. */
function encoded(message: Message): string {
  const bytes = new TextEncoder().encode(JSON.stringify(message));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

function decoded(text: string): string {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
}
