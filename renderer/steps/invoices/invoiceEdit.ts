import type { Edit } from '../../../shared/edits/edit.ts';
import type { Invoice } from '../../../shared/entities/invoice.ts';
import type { GridChange } from '../../ui/grid/GridChange.ts';

/** A change of invoice rows as an edit of the draft. */
export function invoiceEdit({
  save,
  remove,
  order,
}: Pick<GridChange<Invoice>, 'save' | 'remove' | 'order'>): Edit {
  return {
    kind: 'rows',
    list: 'invoices',
    save: [...save],
    remove: [...remove],
    ...(order === undefined ? {} : { order: [...order] }),
  };
}
