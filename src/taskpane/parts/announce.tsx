import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from 'react';

const Announce = createContext<(text: string) => void>(() => undefined);

/** Says something to a screen reader, politely. The same words twice are said twice. */
export const useAnnounce = (): ((text: string) => void) => useContext(Announce);

export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState('');
  const odd = useRef(false);
  const announce = useCallback((text: string) => {
    odd.current = !odd.current;
    // A trailing blank that comes and goes makes the same words a change.
    setSaid(odd.current ? text : `${text} `);
  }, []);
  return (
    <Announce.Provider value={announce}>
      {children}
      <div className="jh-unseen" role="status" data-said="true">
        {said}
      </div>
    </Announce.Provider>
  );
}
