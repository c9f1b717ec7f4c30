/** Twips (1/20 pt), the unit of a Word file's lengths. */
export function twips(mm: number): number {
  return Math.round((mm * 1440) / 25.4);
}

/**
 * A4 with the margins of such applications (GB/T 9704 habits): 37 mm above, 35 below, 28 at the spine and
 * 26 outside, and a gutter of 4 mm for the glue. The PDF uses the same, so lines break much alike.
 */
export const WORD_PAGE = {
  width: 11906,
  height: 16838,
  top: twips(37),
  bottom: twips(35),
  inside: twips(28),
  outside: twips(26),
  gutter: twips(4),
  /**
   * The header, which only bears the draft mark, ends right above the text: LibreOffice forgets the space
   * between a header and the text on the first page of a section.
   */
  header: twips(37) - 260,
  /** Page numbers stand about 7 mm below the text. */
  footer: twips(22),
} as const;

/**
 * A4 landscape whose top lies left when the sheet is bound, and keeps the room for spine and glue there; its sides are
 * the upper and lower margin of an upright page.
 */
export const TURNED_PAGE = {
  ...WORD_PAGE,
  top: WORD_PAGE.inside + WORD_PAGE.gutter,
  bottom: WORD_PAGE.outside,
  inside: WORD_PAGE.bottom,
  outside: WORD_PAGE.top,
  gutter: 0,
  header: WORD_PAGE.inside + WORD_PAGE.gutter - 260,
  footer: twips(15),
} as const;

export const TURNED_TEXT_WIDTH = WORD_PAGE.height - TURNED_PAGE.inside - TURNED_PAGE.outside;

export const TEXT_WIDTH = WORD_PAGE.width - WORD_PAGE.inside - WORD_PAGE.outside - WORD_PAGE.gutter;
