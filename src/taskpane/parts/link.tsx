import type { ReactNode } from 'react';

/** A word that does something, within a sentence. */
export function TextLink({ onClick, children }: { readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" className="jh-link" onClick={onClick}>
      {children}
    </button>
  );
}
