import type { ReactNode } from 'react';

interface TextLinkProps {
  readonly onClick: () => void;
  /** Where it opens something below. */
  readonly expanded?: boolean;
  readonly children: ReactNode;
}

/** A word that does something, within a sentence. */
export function TextLink({ onClick, expanded, children }: TextLinkProps) {
  return (
    <button type="button" className="jh-link" aria-expanded={expanded} onClick={onClick}>
      {children}
    </button>
  );
}
