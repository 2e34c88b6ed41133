import type { ReactNode } from 'react';

interface TextLinkProps {
  readonly onClick: () => void;
  /** Where it opens something below. */
  readonly expanded?: boolean;
  /** Where the word alone does not say what it is about. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** A word that does something, within a sentence. */
export function TextLink({ onClick, expanded, label, children }: TextLinkProps) {
  return (
    <button type="button" className="jh-link" aria-expanded={expanded} aria-label={label} onClick={onClick}>
      {children}
    </button>
  );
}
