/** A row of the list: one page, or the two pages of an open book. */
export type PageRow = {
  readonly top: number;
  /** Index into the pages; null is no page (left of the cover, right of the last). */
  readonly left: number | null;
  readonly right: number | null;
};

export type PageLayout = {
  readonly rows: readonly PageRow[];
  /** Width and height of one page, CSS px. */
  readonly page: { readonly width: number; readonly height: number };
  readonly rowHeight: number;
  readonly height: number;
  readonly spreads: boolean;
};

/** A4, and what lies under each page: its number. */
const RATIO = 297 / 210;
export const CAPTION = 24;
export const GAP = 12;
/** A page of 210 mm at 96 dots per inch. */
export const FULL_WIDTH = 794;

/** Where every page lies. As a book the cover lies right, alone, and odd pages always right. */
export function layoutPages(count: number, pageWidth: number, spreads: boolean): PageLayout {
  const width = Math.max(40, Math.round(pageWidth));
  const height = Math.round(width * RATIO);
  const rowHeight = height + CAPTION + GAP;
  const rows: PageRow[] = [];
  if (spreads) {
    for (let right = 0; right === 0 ? count > 0 : right - 1 < count; right += 2)
      rows.push({
        top: rows.length * rowHeight,
        left: right === 0 ? null : right - 1,
        right: right < count ? right : null,
      });
  } else {
    for (let index = 0; index < count; index += 1)
      rows.push({ top: index * rowHeight, left: null, right: index });
  }
  return { rows, page: { width, height }, rowHeight, height: rows.length * rowHeight, spreads };
}

/** Width of a page that fills the room. */
export function fitWidth(room: number, spreads: boolean): number {
  return Math.floor(spreads ? (room - 3 * GAP) / 2 : room - 2 * GAP);
}

export function rowOf(index: number, spreads: boolean): number {
  return spreads ? Math.floor((index + 1) / 2) : index;
}

/** First and last row in view and a little beyond, for a list scrolled to `top`. */
export function rowsInView(
  { rows, rowHeight }: PageLayout,
  top: number,
  height: number,
): { readonly first: number; readonly last: number } {
  const first = Math.max(0, Math.floor(top / rowHeight) - 1);
  const last = Math.min(rows.length - 1, Math.floor((top + height) / rowHeight) + 1);
  return { first, last };
}

/** The page one is reading: the first that shows more than a third of itself; of an open book the right one. */
export function pageAt({ rows, rowHeight, page }: PageLayout, top: number): number {
  const row =
    rows[Math.min(rows.length - 1, Math.max(0, Math.floor((top + page.height * 0.66) / rowHeight)))];
  return row?.right ?? row?.left ?? 0;
}
