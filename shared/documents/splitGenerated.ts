import type { Generated } from '../calls/schema/page.ts';

/** What is made of data under an outline item: before the applicant's words, and after them. */
export type SplitGenerated = { readonly before: readonly Generated[]; readonly after: readonly Generated[] };

/** The invoice detail takes pages of its own and comes after the words; so does what the call puts after it. */
export function splitGenerated(generated: readonly Generated[]): SplitGenerated {
  const paged = generated.findIndex((one) => 'table' in one && one.table === 'invoices');
  return paged < 0
    ? { before: generated, after: [] }
    : { before: generated.slice(0, paged), after: generated.slice(paged) };
}
