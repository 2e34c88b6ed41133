/** What is kept with the workbook (or on this machine): mode, settings, answers, the journal of the last write. */
import type { WrittenReply } from '../answers';
import type { Host, HostCan } from '../hosts/port';
import { answersFrom, hasAnswers, type Answers } from './answers';
import { journalFrom, journalText, type JournalEntry } from './journal';
import { repliesFrom, repliesText } from './replying';
import type { Mode, Settings } from './state';

export interface StoredState {
  readonly mode: Mode | null;
  readonly settings: Settings;
  readonly answers: Answers;
  readonly replies: readonly WrittenReply[];
  readonly journal: JournalEntry | null;
}

export const DEFAULT_SETTINGS: Settings = { standard: null, template: null, recheck: true };

const KEYS = { mode: 'mode', settings: 'settings', answers: 'answers', replies: 'replies', journal: 'journal' } as const;

export async function loadKept(host: Host, can: HostCan): Promise<StoredState> {
  const load = async (key: string): Promise<string | null> => (can.storage === 'none' ? null : host.load(key));
  const mode = await load(KEYS.mode);
  return {
    mode: mode === 'fill' || mode === 'review' ? mode : null,
    settings: settingsFrom(await load(KEYS.settings)),
    answers: answersFrom(await load(KEYS.answers)),
    replies: repliesFrom(await load(KEYS.replies)),
    journal: journalFrom(await load(KEYS.journal)),
  };
}

export async function saveKept(host: Host, can: HostCan, kept: Partial<StoredState>): Promise<void> {
  if (can.storage === 'none') return;
  if (kept.mode !== undefined) await host.save(KEYS.mode, kept.mode);
  if (kept.settings !== undefined) await host.save(KEYS.settings, settingsText(kept.settings));
  if (kept.answers !== undefined) await host.save(KEYS.answers, hasAnswers(kept.answers) ? JSON.stringify(kept.answers) : null);
  if (kept.replies !== undefined) await host.save(KEYS.replies, repliesText(kept.replies));
  if (kept.journal !== undefined) await host.save(KEYS.journal, journalText(kept.journal));
}

/** A standard of one's own and the blank form are files of the user's; only a built-in's id is kept. */
function settingsText({ standard, recheck }: Settings): string | null {
  const builtin = standard !== null && 'builtin' in standard ? standard.builtin : null;
  return builtin === null && recheck ? null : JSON.stringify({ builtin, recheck });
}

function settingsFrom(text: string | null): Settings {
  try {
    const { builtin, recheck } = JSON.parse(text ?? '{}') as { builtin?: unknown; recheck?: unknown };
    return { ...DEFAULT_SETTINGS, standard: typeof builtin === 'string' ? { builtin } : null, recheck: recheck !== false };
  } catch {
    return DEFAULT_SETTINGS;
  }
}
