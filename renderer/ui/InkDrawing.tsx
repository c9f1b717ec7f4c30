import type { ReactNode } from 'react';
import styles from './InkDrawing.module.css';

type InkDrawingProps = { readonly children: ReactNode; readonly className?: string | undefined };

/** Shapes drawn on 16 × 16 with one line of ink; decorative, so whoever uses one says in words what it means. */
export function InkDrawing({ children, className }: InkDrawingProps) {
  return (
    <svg
      className={className === undefined ? styles.drawing : `${styles.drawing} ${className}`}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}
