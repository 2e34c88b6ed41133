import type { ReactNode } from 'react';

interface CardProps {
  readonly mark?: ReactNode;
  readonly title: string;
  /** 2 under a head of its own. */
  readonly level?: 1 | 2;
  readonly children: ReactNode;
}

/** A screen that says one thing: symbol, headline, sentence, what can be done. */
export function Card({ mark, title, level = 1, children }: CardProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="jh-card">
      <div className="jh-card-inner">
        {mark !== undefined && <div className="jh-card-mark">{mark}</div>}
        <Heading className="jh-card-title">{title}</Heading>
        {children}
      </div>
    </div>
  );
}
