import type { BundleDocument } from '../../../shared/documents/bundleDocument.ts';
import { copyAnchor } from '../../../shared/documents/invoiceRows.ts';
import {
  type Pagination,
  type PaginationGroup,
  type PlannedPage,
  planPagination,
} from '../../../shared/documents/planPagination.ts';
import type { Typeset, TypesetInput, Typesetter } from './createTypesetter.ts';

/** More rounds than this never happen: a number that changes its width moves at most a line. */
const MOST_ROUNDS = 4;

export interface Numbered {
  readonly typeset: Typeset;
  readonly pagination: Pagination;
  /** Printed numbers of what is not typeset: `attachments.KIND`, `attachment.ID`, `attachment.ID#PAGE`. */
  readonly pageNumbers: ReadonlyMap<string, number>;
}

/** Pages before the first numbered one, and before the first divider. */
export type PageCounts = Pick<Typeset, 'frontPages' | 'bodyPages'>;

/** Every planned page of an attachment. */
export function attachmentPages({ sequence }: Pagination): Extract<PlannedPage, { kind: 'attachment' }>[] {
  return sequence.filter((page) => page.kind === 'attachment');
}

function numbersOf(pagination: Pagination): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const group of pagination.groups)
    if (group.printed !== null) numbers.set(`attachments.${group.id}`, group.printed);
  for (const { fileId, pageIndex, printed } of attachmentPages(pagination))
    if (printed !== null) numbers.set(copyAnchor(fileId, pageIndex + 1), printed);
  return numbers;
}

/**
 * Typesets until the numbers printed for the attachments are those they will bear: the text decides
 * how many pages stand before them, and their numbers are part of the text.
 * @param guess page counts to begin with; those of the last time make one round enough in most cases
 * @throws when the page count does not settle, which would be a bug
 */
export function typesetNumbered(
  typesetter: Typesetter,
  document: BundleDocument,
  groups: readonly PaginationGroup[],
  input: Omit<TypesetInput, 'pageNumbers'>,
  guess: PageCounts = { frontPages: 0, bodyPages: 0 },
): Numbered {
  const { duplex } = document;
  let plan = planPagination({ ...guess, groups, duplex });
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const pageNumbers = numbersOf(plan);
    const result = typesetter.typeset(document, { ...input, pageNumbers });
    const { frontPages, bodyPages } = result;
    const pagination = planPagination({ frontPages, bodyPages, groups, duplex });
    const settled = numbersOf(pagination);
    if ([...settled].every(([anchor, page]) => pageNumbers.get(anchor) === page))
      return { typeset: result, pagination, pageNumbers };
    plan = pagination;
  }
  throw new Error('page numbers of the attachments do not settle');
}
