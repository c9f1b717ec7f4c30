/** What the pagination depends on; plain numbers, known before anything is typeset. */
export type PaginationInput = {
  /** Unnumbered pages (cover and 目录) at the start of the base document. */
  readonly frontPages: number;
  /** Pages of the base document before the first divider page, the front pages included. */
  readonly bodyPages: number;
  /** In the order of the bundle; each has exactly one divider page in the base document. */
  readonly groups: readonly PaginationGroup[];
  /** Printed on both sides: only then do blank pages make a section start on the right. */
  readonly duplex: boolean;
};

export type PaginationGroup = {
  readonly id: string;
  /** The divider page must lie on a right-hand page. */
  readonly startOnRight: boolean;
  /** `pages`: bound pages of the file (placeholder pages counted). */
  readonly files: readonly { readonly id: string; readonly pages: number }[];
};

/** Where something begins: `physical` counts every page from 1, `printed` is the number on the page. */
export type PagePosition = { readonly physical: number; readonly printed: number | null };

/** One page of the finished bundle, in order. */
export type PlannedPage = PagePosition &
  (
    | { readonly kind: 'base'; readonly baseIndex: number }
    | { readonly kind: 'blank' }
    | { readonly kind: 'attachment'; readonly fileId: string; readonly pageIndex: number }
  );

export type Pagination = {
  readonly sequence: readonly PlannedPage[];
  /** Position of the divider page of each group. */
  readonly groups: readonly (PagePosition & { readonly id: string })[];
  /** Position of the first page of each file (a file without pages: of the next page). */
  readonly files: readonly (PagePosition & { readonly id: string; readonly pages: number })[];
  readonly pages: number;
  readonly blankPages: number;
  /** Sheets of paper. */
  readonly sheets: number;
};

/**
 * Numbers every page of a bundle. The typesetter prints the numbers it gives into the
 * 目录 and the assembler lays the pages out by it, so the two cannot disagree.
 *
 * Numbering starts with 1 at the first page after the front pages. With `duplex` a blank
 * page is inserted before a divider that must lie on the right, and before page 1 when the
 * front pages are odd in number, so that odd numbers are always right-hand pages. A blank
 * page counts in the numbering and prints no number.
 */
export function planPagination(input: PaginationInput): Pagination {
  const { frontPages, bodyPages, groups, duplex } = input;
  if (frontPages > bodyPages) throw new RangeError(`${frontPages} front pages of ${bodyPages} body pages`);
  const sequence: PlannedPage[] = [];
  const groupPositions: (PagePosition & { id: string })[] = [];
  const filePositions: (PagePosition & { id: string; pages: number })[] = [];
  let printed = 0;
  let blankPages = 0;

  const here = (numbered: boolean): PagePosition => ({
    physical: sequence.length + 1,
    printed: numbered ? printed + 1 : null,
  });
  const addBase = (baseIndex: number, numbered: boolean): void => {
    sequence.push({ kind: 'base', baseIndex, ...here(numbered) });
    if (numbered) printed += 1;
  };
  const addBlank = (numbered: boolean): void => {
    sequence.push({ kind: 'blank', physical: sequence.length + 1, printed: null });
    blankPages += 1;
    if (numbered) printed += 1;
  };

  for (let index = 0; index < frontPages; index++) addBase(index, false);
  if (duplex && sequence.length % 2 === 1) addBlank(false);
  for (let index = frontPages; index < bodyPages; index++) addBase(index, true);

  groups.forEach((group, groupIndex) => {
    if (duplex && group.startOnRight && sequence.length % 2 === 1) addBlank(true);
    groupPositions.push({ id: group.id, ...here(true) });
    addBase(bodyPages + groupIndex, true);
    for (const file of group.files) {
      filePositions.push({ id: file.id, pages: file.pages, ...here(true) });
      for (let pageIndex = 0; pageIndex < file.pages; pageIndex++) {
        sequence.push({ kind: 'attachment', fileId: file.id, pageIndex, ...here(true) });
        printed += 1;
      }
    }
  });

  return {
    sequence,
    groups: groupPositions,
    files: filePositions,
    pages: sequence.length,
    blankPages,
    sheets: duplex ? Math.ceil(sequence.length / 2) : sequence.length,
  };
}
