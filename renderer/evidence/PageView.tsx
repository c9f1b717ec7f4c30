import { type ReactNode, useEffect, useLayoutEffect, useRef, useState, type WheelEvent } from 'react';
import type { Attachment } from '../../shared/entities/attachment.ts';
import type { ReadingPlace } from '../../shared/entities/invoiceReading.ts';
import { pagePictureUrl } from '../steps/attachments/pagePictureUrl.ts';
import styles from './PageView.module.css';

export type PagePlace = Extract<ReadingPlace, { on: 'page' }>;

/** A rectangle to be shown on the page. */
export type PageBox = {
  readonly key: string;
  readonly place: PagePlace;
  /** What stands there, for the tip of the pointer. */
  readonly label: string;
  readonly tone: 'focus' | 'plain' | 'against';
};

type PageViewProps = {
  readonly file: Attachment;
  /** From 1. */
  readonly page: number;
  /** Degrees clockwise it is shown turned. */
  readonly turn: Attachment['rotate'];
  readonly boxes: readonly PageBox[];
  /** Times the width of the room; 1 shows the page as wide as there is room. */
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
  readonly onBox?: (key: string) => void;
  readonly label: string;
  /** A dialog that opens puts the focus here. */
  readonly first?: boolean;
  readonly children?: ReactNode;
};

/** One picture serves the page, its places beside the fields, and the next invoice that is fetched ahead. */
export const SHARP_WIDTH = 1600;
export const LEAST_ZOOM = 0.4;
export const MOST_ZOOM = 4;

/** A page of a file with rectangles on it; the one in focus is scrolled to. */
export function PageView(props: PageViewProps) {
  const { file, page, turn, boxes, zoom, onZoom } = props;
  const room = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [natural, setNatural] = useState<{ readonly width: number; readonly height: number } | null>(null);
  const address = pagePictureUrl(file.sha256, page, SHARP_WIDTH);
  useLayoutEffect(() => {
    const element = room.current;
    if (element === null) return;
    const measure = new ResizeObserver(() => setWidth(element.clientWidth));
    measure.observe(element);
    return () => measure.disconnect();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another picture has a size of its own, and begins at its top
  useEffect(() => {
    setNatural(null);
    room.current?.scrollTo({ top: 0, left: 0, behavior: 'instant' });
  }, [address]);

  const lies = turn === 90 || turn === 270;
  const ratio = natural === null ? 1.4 : natural.height / natural.width;
  // The sheet is as wide as the room lets it be once it is turned.
  const across = Math.max(1, (width - PADDING * 2) * zoom);
  const sheet = lies ? { width: across / ratio, height: across } : { width: across, height: across * ratio };
  const shown = lies ? { width: across, height: across / ratio } : sheet;

  const focus = boxes.find(({ tone }) => tone === 'focus');
  const focusKey = focus === undefined ? null : `${address} ${focus.key} ${zoom} ${turn} ${natural !== null}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolled when another place comes into focus, not at every painting
  useEffect(() => {
    const element = room.current;
    const box = element?.querySelector<HTMLElement>('[data-tone="focus"]');
    if (element == null || box == null) return;
    const [around, inner] = [element.getBoundingClientRect(), box.getBoundingClientRect()];
    const inside =
      inner.top >= around.top + 24 &&
      inner.bottom <= around.bottom - 24 &&
      inner.left >= around.left &&
      inner.right <= around.right;
    if (inside) return;
    element.scrollTo({
      top: element.scrollTop + inner.top - around.top - (around.height - inner.height) / 2,
      left: element.scrollLeft + inner.left - around.left - (around.width - inner.width) / 2,
      behavior: 'instant',
    });
  }, [focusKey]);

  const onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey) return;
    onZoom(clampZoom(zoom * (event.deltaY < 0 ? 1.15 : 1 / 1.15)));
  };
  return (
    <section
      ref={room}
      className={styles.room}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
      tabIndex={0}
      data-first={props.first === true ? '' : undefined}
      aria-label={props.label}
      onWheel={onWheel}
    >
      <div className={styles.holder} style={{ width: shown.width, height: shown.height }}>
        <div
          className={styles.sheet}
          data-turn={turn}
          style={{
            width: sheet.width,
            height: sheet.height,
            transform: `translate(-50%, -50%) rotate(${turn}deg)`,
          }}
        >
          {natural === null ? <span className={styles.coming}>正在取这一页…</span> : null}
          <img
            key={address}
            className={styles.picture}
            src={address}
            alt={`${file.name} 第 ${page} 页`}
            draggable={false}
            onLoad={({ currentTarget }) =>
              setNatural({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
            }
          />
          {natural === null
            ? null
            : boxes.map((box) => (
                // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: for the mouse; the keyboard has the fields
                <span
                  key={box.key}
                  className={styles.box}
                  data-tone={box.tone}
                  title={box.label}
                  style={{
                    left: `calc(${box.place.left * 100}% - 4px)`,
                    top: `calc(${box.place.top * 100}% - 3px)`,
                    width: `calc(${box.place.width * 100}% + 8px)`,
                    height: `calc(${box.place.height * 100}% + 6px)`,
                  }}
                  onClick={() => props.onBox?.(box.key)}
                />
              ))}
        </div>
      </div>
      {props.children}
    </section>
  );
}

const PADDING = 12;

export function clampZoom(zoom: number): number {
  return Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, zoom));
}
