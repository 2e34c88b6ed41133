import { createContext, useContext } from 'react';
import type { Mode, OpenState, OpenWorkbook } from '../../open-workbook';
import type { LoadedDesk } from '../desk-types';
import type { Shell, ShellState } from '../shell';

/** The open workbook, the page around and what both look like now. */
export interface PaneContext {
  readonly open: OpenWorkbook;
  readonly state: OpenState;
  readonly mode: Mode;
  readonly shell: Shell;
  readonly page: ShellState;
  /** In 审核 mode, where the page has one and it has come. */
  readonly desk: LoadedDesk | null;
}

export const Pane = createContext<PaneContext | null>(null);

export function usePane(): PaneContext {
  const pane = useContext(Pane);
  if (pane === null) throw new Error('outside the pane');
  return pane;
}
