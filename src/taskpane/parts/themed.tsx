import { FluentProvider } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import type { Shell, ShellState } from '../shell';
import { DARK, LIGHT } from '../theme';
import { useStore } from './hooks';

const DARK_QUERY = '(prefers-color-scheme: dark)';

/** The user's choice, else what the host looks like, else the system. */
function useDark({ theme, hostTheme }: ShellState): boolean {
  const [system, setSystem] = useState(() => window.matchMedia?.(DARK_QUERY).matches ?? false);
  useEffect(() => {
    const query = window.matchMedia?.(DARK_QUERY);
    if (query === undefined) return undefined;
    const follow = () => setSystem(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  if (theme !== 'system') return theme === 'dark';
  return hostTheme === null ? system : hostTheme === 'dark';
}

/** Light or dark for what stands within, with our faces. */
export function Themed({ shell, children }: { readonly shell: Shell; readonly children: ReactNode }) {
  const dark = useDark(useStore(shell));
  return (
    <FluentProvider theme={dark ? DARK : LIGHT} className={`jh-theme ${dark ? 'is-dark' : 'is-light'}`}>
      {children}
    </FluentProvider>
  );
}
