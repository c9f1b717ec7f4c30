import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState } from 'react';
import type { PageText } from './sealSpot.ts';

const NONE: readonly PageText[] = [];

/** The text of a typeset page with its places; nothing until it is known. @param page from 1; null asks for none */
export function usePageTexts(pdf: PDFDocumentProxy, page: number | null): readonly PageText[] {
  const [texts, setTexts] = useState(NONE);
  useEffect(() => {
    if (page === null) return;
    let gone = false;
    const read = async (): Promise<void> => {
      const source = await pdf.getPage(page);
      const [x0 = 0, y0 = 0, x1 = 1, y1 = 1] = source.view;
      const { items } = await source.getTextContent();
      const found = items.flatMap((item): PageText[] => {
        if (!('str' in item)) return [];
        const [, , , , x = 0, y = 0] = item.transform as readonly number[];
        return [
          {
            text: item.str,
            left: (x - x0) / (x1 - x0),
            width: item.width / (x1 - x0),
            middle: 1 - (y - y0 + item.height * 0.35) / (y1 - y0),
          },
        ];
      });
      if (!gone) setTexts(found);
    };
    // Of a document that has been replaced: the next one is on its way.
    read().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [pdf, page]);
  return page === null ? NONE : texts;
}
