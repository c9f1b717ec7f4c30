import type { Attachment } from '../../entities/attachment.ts';
import type { BudgetLine } from '../../entities/budgetLine.ts';
import type { ConsortiumMember } from '../../entities/consortium.ts';
import type { Invoice } from '../../entities/invoice.ts';
import type { LedgerProject, LedgerRow } from '../../entities/ledger.ts';
import type { RichDocument } from '../../entities/richText.ts';

interface Place {
  readonly id: string;
  /** 0-based position among all rows of its collection. */
  readonly position: number;
  /** `invoices[invoice-12]`, `ledger[ledger-1].rows[ledger-1-row-3]`. */
  readonly path: string;
  /** As the user knows it: 第 12 行发票（24502…0012）. */
  readonly name: string;
}

/** What a row holds, by its table. */
export type RowContent =
  | { readonly of: 'invoices'; readonly value: Invoice }
  | { readonly of: 'budget'; readonly value: BudgetLine }
  | { readonly of: 'consortium'; readonly value: ConsortiumMember }
  | { readonly of: 'ledger'; readonly value: LedgerProject }
  | { readonly of: 'ledgerRows'; readonly value: LedgerRow; readonly project: LedgerProject }
  | { readonly of: 'attachments'; readonly value: Attachment }
  /** Not a collection of the call's language: the plan's sections, for checks that read prose. */
  | { readonly of: 'plan'; readonly value: RichDocument; readonly outlineId: string };

/** A row a rule looks at, with what is needed to name it and to jump to it. */
export type Row = Place & RowContent;

export type RowsOf = Row['of'];
export type RowOf<C extends RowsOf> = Extract<Row, { readonly of: C }>;
