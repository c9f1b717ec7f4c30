/** Thickness of paper per gram and square metre; 80 g paper is 0.108 mm (domain.md section 5). */
const MM_PER_GSM = 0.00135;
/** Cover, glue and air of a perfect-bound volume: 0.5 to 1 mm. */
const GLUE_MM = 0.8;
/** Below this a spine bears no text. */
export const LEAST_SPINE_FOR_TEXT_MM = 5;

/** Sheets of paper of a volume of so many pages. */
export function sheetsOf(pages: number, duplex: boolean): number {
  return duplex ? Math.ceil(pages / 2) : pages;
}

/** Width of the spine in mm, to a tenth, for 胶装. */
export function spineMm(sheets: number, paperGsm: number): number {
  return Math.round((sheets * MM_PER_GSM * paperGsm + GLUE_MM) * 10) / 10;
}
