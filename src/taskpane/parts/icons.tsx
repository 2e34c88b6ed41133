import type { ReactNode } from 'react';

interface IconProps {
  readonly size?: number;
  readonly className?: string;
}

/** Drawn with currentColor, so that forced colours reach them; never the only bearer of a meaning. */
function icon(box: number, content: ReactNode) {
  return function Icon({ size = 16, className }: IconProps) {
    return (
      <svg className={className} width={size} height={size} viewBox={`0 0 ${box} ${box}`} fill="none" aria-hidden="true" focusable="false">
        {content}
      </svg>
    );
  };
}

const line = { stroke: 'currentColor', strokeWidth: 1.5, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;
const cut = { stroke: 'var(--jh-ground, #fff)', strokeWidth: 1.6, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

/** 强制性: an octagon. */
export const Octagon = icon(
  16,
  <>
    <path
      fill="currentColor"
      d="M5.2 1h5.6c.27 0 .52.1.7.3l3.2 3.2c.2.18.3.43.3.7v5.6c0 .27-.1.52-.3.7l-3.2 3.2a1 1 0 0 1-.7.3H5.2a1 1 0 0 1-.7-.3l-3.2-3.2a1 1 0 0 1-.3-.7V5.2c0-.27.1-.52.3-.7l3.2-3.2c.18-.2.43-.3.7-.3Z"
    />
    <path {...cut} d="M8 4.6v4.1" />
    <circle cx="8" cy="11.2" r="0.95" fill="var(--jh-ground, #fff)" />
  </>,
);

/** 提示性: a triangle. */
export const Triangle = icon(
  16,
  <>
    <path
      fill="currentColor"
      d="M6.9 1.75a1.26 1.26 0 0 1 2.2 0l5.74 10.4c.47.84-.14 1.85-1.1 1.85H2.26c-.96 0-1.57-1.01-1.1-1.85L6.9 1.75Z"
    />
    <path {...cut} d="M8 5.5v3.6" />
    <circle cx="8" cy="11.4" r="0.9" fill="var(--jh-ground, #fff)" />
  </>,
);

/** 参考: a ring. */
export const Ring = icon(
  16,
  <>
    <circle cx="8" cy="8" r="6.25" {...line} />
    <path {...line} d="M8 7.4v3.4" />
    <circle cx="8" cy="5" r="0.9" fill="currentColor" />
  </>,
);

export const Tick = icon(
  16,
  <>
    <circle cx="8" cy="8" r="7" fill="currentColor" />
    <path {...cut} d="m4.9 8.3 2.1 2.1 4.1-4.5" />
  </>,
);

export const Diamond = icon(16, <path {...line} strokeWidth={1.25} d="M8 1.9 14.1 8 8 14.1 1.9 8Z" />);

export const QuestionIcon = icon(
  16,
  <>
    <circle cx="8" cy="8" r="6.25" {...line} strokeWidth={1.25} />
    <path {...line} strokeWidth={1.25} d="M6.2 6.4c0-1 .8-1.7 1.8-1.7s1.8.7 1.8 1.6c0 1.3-1.8 1.4-1.8 2.7" />
    <circle cx="8" cy="11.2" r="0.8" fill="currentColor" />
  </>,
);

export const Locate = icon(
  16,
  <>
    <circle cx="8" cy="8" r="4.5" {...line} strokeWidth={1.25} />
    <path {...line} strokeWidth={1.25} d="M8 1.2v3M8 11.8v3M1.2 8h3M11.8 8h3" />
  </>,
);

export const Refresh = icon(16, <path {...line} strokeWidth={1.25} d="M13.2 8A5.2 5.2 0 1 1 11.4 4l1.6 1.4M13.2 2.4v3.1h-3.1" />);

export const More = icon(
  16,
  <g fill="currentColor">
    <circle cx="3" cy="8" r="1.3" />
    <circle cx="8" cy="8" r="1.3" />
    <circle cx="13" cy="8" r="1.3" />
  </g>,
);

export const ChevronDown = icon(16, <path {...line} strokeWidth={1.25} d="m4.2 6.3 3.8 3.8 3.8-3.8" />);
export const ChevronRight = icon(16, <path {...line} strokeWidth={1.25} d="m6.2 4.2 3.8 3.8-3.8 3.8" />);
export const Search = icon(
  16,
  <>
    <circle cx="6.9" cy="6.9" r="4.4" {...line} strokeWidth={1.25} />
    <path {...line} strokeWidth={1.25} d="m10.2 10.2 3.6 3.6" />
  </>,
);
export const Undo = icon(16, <path {...line} strokeWidth={1.25} d="M5.6 2.6 2.6 5.6l3 3M2.9 5.6h6.4a3.9 3.9 0 0 1 0 7.8H6.6" />);
export const Back = icon(16, <path {...line} strokeWidth={1.25} d="M7.2 3 2.2 8l5 5M2.4 8h11.4" />);
export const Close = icon(16, <path {...line} strokeWidth={1.25} d="m3.4 3.4 9.2 9.2M12.6 3.4l-9.2 9.2" />);
