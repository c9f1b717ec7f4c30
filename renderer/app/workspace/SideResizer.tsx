import { type PointerEvent, useRef } from 'react';
import { changePreferences } from '../preferences.ts';
import styles from './SideResizer.module.css';

export const SIDE_LEAST = 280;
export const SIDE_MOST = 900;

/** The border between work and side panel: dragged, or moved with the arrow keys. */
export function SideResizer({ width }: { readonly width: number }) {
  const from = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const set = (wanted: number) => {
    const most = Math.min(SIDE_MOST, window.innerWidth * 0.55);
    changePreferences({ sideWidth: Math.round(Math.max(SIDE_LEAST, Math.min(most, wanted))) });
  };
  const drag = ({ clientX }: PointerEvent) => {
    if (from.current !== null) set(from.current.width + from.current.x - clientX);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be moved
    <div
      className={styles.resizer}
      role="separator"
      aria-label="侧栏宽度"
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={SIDE_LEAST}
      aria-valuemax={SIDE_MOST}
      tabIndex={0}
      onPointerDown={(event) => {
        from.current = { x: event.clientX, width };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onPointerUp={() => {
        from.current = null;
      }}
      onKeyDown={(event) => {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        if (event.key === 'ArrowLeft') set(width + 24);
        if (event.key === 'ArrowRight') set(width - 24);
      }}
    />
  );
}
