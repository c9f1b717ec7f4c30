import type { ElsewhereInvoice } from '../entities/elsewhereInvoice.ts';

/** What is known of the workstation around a draft when it is judged. */
export type Surroundings = {
  /** Invoices of this draft that other drafts hold as well. */
  readonly elsewhere: readonly ElsewhereInvoice[];
};

/** Of a draft that is judged by itself. */
export const NO_SURROUNDINGS: Surroundings = { elsewhere: [] };
