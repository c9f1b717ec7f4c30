import type { ReactNode } from 'react';
import styles from './EditorTools.module.css';

/** Drawn on 16 × 16, one line of ink, as renderer/ui/Icon.tsx. */
const drawings = {
  bold: (
    <path
      d="M4.500 2.800h4a2.500 2.500 0 0 1 0 5h-4zM4.500 7.800h4.800a2.700 2.700 0 0 1 0 5.400H4.500z"
      strokeWidth="1.800"
    />
  ),
  italic: <path d="M6.500 2.800h5M4.500 13.200h5M9.200 2.800 6.800 13.200" />,
  underline: <path d="M4.500 2.500v5a3.500 3.500 0 0 0 7 0v-5M3.500 13.800h9" />,
  superscript: (
    <path d="m2.500 5.500 6 7.500m0-7.500-6 7.500M11 3.500c.3-1.500 3-1.500 3 .3 0 1.200-3 2-3 3.500h3" />
  ),
  subscript: (
    <path d="m2.500 2.500 6 7.500m0-7.500-6 7.500M11 10.500c.3-1.500 3-1.500 3 .3 0 1.200-3 2-3 3.500h3" />
  ),
  alignLeft: <path d="M2.500 3.500h11M2.500 6.500h7M2.500 9.500h11M2.500 12.500h7" />,
  alignCenter: <path d="M2.500 3.500h11M4.500 6.500h7M2.500 9.500h11M4.500 12.500h7" />,
  alignRight: <path d="M2.500 3.500h11M6.500 6.500h7M2.500 9.500h11M6.500 12.500h7" />,
  bullets: <path d="M6.500 4h7M6.500 8h7M6.500 12h7M3 4h.1M3 8h.1M3 12h.1" />,
  numbers: (
    <path d="M6.500 4h7M6.500 8h7M6.500 12h7M2.300 3l1-.5v3.200M2.200 10.500c.3-1 2-.8 2 .3 0 .8-2 1.400-2 2.400h2" />
  ),
  fact: <path d="M3 2.500H2v11h1M13 2.500h1v11h-1M5 6h6M5 10.500h6" />,
  table: <path d="M2.500 3h11v10h-11zM2.500 6.500h11M2.500 9.800h11M6.200 6.500V13M9.800 6.500V13" />,
  picture: <path d="M2.500 3h11v10h-11zm0 8 3.200-3.500 2.600 2.700 1.900-1.900 3.300 3.200M5.500 6h.1" />,
} satisfies { readonly [name: string]: ReactNode };

export type ToolIconName = keyof typeof drawings;

/** The picture of a tool; decorative, its button has a name. */
export function ToolIcon({ name }: { readonly name: ToolIconName }) {
  return (
    <svg className={styles.icon} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {drawings[name]}
    </svg>
  );
}
