import type { ReactNode } from 'react';
import { InkDrawing } from './InkDrawing.tsx';

const drawings = {
  chevronLeft: <path d="M10 3 5 8l5 5" />,
  chevronRight: <path d="m6 3 5 5-5 5" />,
  close: <path d="m4 4 8 8m0-8-8 8" />,
  list: <path d="M2.5 4h11M2.5 8h11M2.5 12h7" />,
  side: <path d="M2.5 3h11v10h-11zM9.5 3v10" />,
  search: <path d="M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zm3.6-1.4L14 14" />,
  add: <path d="M8 3v10M3 8h10" />,
  folder: <path d="M1.8 4.2h4.4l1.3 1.6h6.7v7H1.8z" />,
  file: <path d="M4 1.8h5l3.2 3.2v9.2H4zM9 1.8V5h3.2" />,
  undo: <path d="M6 4 2.8 7.2 6 10.4M3 7.2h6.5a3.3 3.3 0 0 1 0 6.6H7" />,
  redo: <path d="m10 4 3.2 3.2L10 10.4M13 7.2H6.500a3.3 3.3 0 0 0 0 6.6H9" />,
  check: <path d="m3 8.4 3.4 3.400L13 4.8" />,
  warning: <path d="M8 2.2 14.2 13.400H1.800zM8 6.500v3.200m0 1.700v.1" />,
  error: <path d="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 5v3.800m0 2v.1" />,
  clock: <path d="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.600V8l2.4 1.6" />,
  lock: <path d="M3.5 7.200h9v6.600h-9zM5.3 7.200V5a2.7 2.7 0 0 1 5.4 0v2.2" />,
  more: <path d="M3.5 8h.1M8 8h.1m4.4 0h.1" strokeWidth="2.2" />,
  book: <path d="M4 2h9v12H4.800A1.8 1.8 0 0 1 3 12.200V3.200A1.2 1.2 0 0 1 4 2zM3.2 12h9.800M6 2v10" />,
  download: <path d="M8 2.500v7.500M4.8 7 8 10.2 11.2 7M2.5 13.500h11" />,
  building: <path d="M3 14V2.500h6.500V14M9.5 6.500H13V14M1.5 14h13M5.2 5.500h2m-2 3h2m-2 3h2" />,
} satisfies { readonly [name: string]: ReactNode };

export type IconName = keyof typeof drawings;

/** A small picture beside a word. */
export function Icon({ name, className }: { readonly name: IconName; readonly className?: string }) {
  return <InkDrawing className={className}>{drawings[name]}</InkDrawing>;
}
