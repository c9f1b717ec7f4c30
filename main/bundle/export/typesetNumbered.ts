import type { BundleDocument, PictureAsset } from '../../../shared/documents/bundleDocument.ts';
import {
  type Pagination,
  type PaginationGroup,
  planPagination,
} from '../../../shared/documents/planPagination.ts';
import type { Typeset } from '../typeset/createTypesetter.ts';
import { typeset } from '../typeset/typeset.ts';

/** More rounds than this never happen: a number that changes its width moves at most a line. */
const MOST_ROUNDS = 4;

export interface Numbered {
  readonly typeset: Typeset;
  readonly pagination: Pagination;
  /** Printed numbers of what is not typeset: `attachments.KIND`, `attachment.ID`. */
  readonly pageNumbers: ReadonlyMap<string, number>;
}

function numbersOf(pagination: Pagination): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const group of pagination.groups)
    if (group.printed !== null) numbers.set(`attachments.${group.id}`, group.printed);
  for (const file of pagination.files)
    if (file.printed !== null && file.pages > 0) numbers.set(`attachment.${file.id}`, file.printed);
  return numbers;
}

/**
 * Typesets until the numbers printed for the attachments are those they will bear: the text decides
 * how many pages stand before them, and their numbers are part of the text.
 * @throws when the page count does not settle, which would be a bug
 */
export async function typesetNumbered(
  document: BundleDocument,
  groups: readonly PaginationGroup[],
  input: {
    readonly assets: ReadonlyMap<string, PictureAsset>;
    readonly fontsDir: string;
    readonly date: string;
  },
): Promise<Numbered> {
  let plan = planPagination({ frontPages: 0, bodyPages: 0, groups, duplex: document.duplex });
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const pageNumbers = numbersOf(plan);
    const result = await typeset(document, { ...input, pageNumbers });
    const pagination = planPagination({
      frontPages: result.frontPages,
      bodyPages: result.bodyPages,
      groups,
      duplex: document.duplex,
    });
    const settled = numbersOf(pagination);
    if ([...settled].every(([anchor, page]) => pageNumbers.get(anchor) === page))
      return { typeset: result, pagination, pageNumbers };
    plan = pagination;
  }
  throw new Error('page numbers of the attachments do not settle');
}
