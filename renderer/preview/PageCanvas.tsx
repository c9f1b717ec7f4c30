import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import styles from './PageSheet.module.css';

type PageCanvasProps = {
  readonly pdf: PDFDocumentProxy;
  /** From 1. */
  readonly page: number;
  /** CSS px. */
  readonly width: number;
};

/** One typeset page. What it showed before stays until the new drawing is whole, so that nothing flashes. */
export function PageCanvas({ pdf, page, width }: PageCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [words, setWords] = useState('');

  useEffect(() => {
    let gone = false;
    let task: RenderTask | null = null;
    const draw = async (): Promise<void> => {
      const source = await pdf.getPage(page);
      if (gone) return;
      const scale = pixelsFor(width) / source.getViewport({ scale: 1 }).width;
      const viewport = source.getViewport({ scale });
      const beside = document.createElement('canvas');
      beside.width = Math.round(viewport.width);
      beside.height = Math.round(viewport.height);
      task = source.render({ canvas: beside, viewport });
      await task.promise;
      const shown = canvas.current;
      if (gone || shown === null) return;
      shown.width = beside.width;
      shown.height = beside.height;
      shown.getContext('2d')?.drawImage(beside, 0, 0);
      shown.dataset.drawn = String(page);
      const { items } = await source.getTextContent();
      if (!gone) setWords(items.map((item) => ('str' in item ? item.str : '')).join(''));
    };
    // A drawing that was called off, or whose document has been replaced: the next one is on its way.
    draw().catch(() => undefined);
    return () => {
      gone = true;
      task?.cancel();
    };
  }, [pdf, page, width]);

  return (
    <>
      <canvas ref={canvas} className={styles.canvas} />
      <span className="heard">{words}</span>
    </>
  );
}

/** Letters of a small page are only a few pixels high and come out blotched: it is drawn larger and scaled down. */
const LEAST_PIXELS = 1000;

function pixelsFor(width: number): number {
  return Math.max(width * window.devicePixelRatio, Math.min(width * 2, LEAST_PIXELS));
}
