import { BudgetLine } from '../../shared/entities/budgetLine.ts';
import { listTable } from './listTable.ts';

/** The lines of the 项目投资预算表. */
export const budget = listTable<BudgetLine>({
  table: 'budget',
  path: 'budget',
  schema: BudgetLine,
  idOf: (line) => line.id,
  columns: ['category', 'item', 'detail', 'amount_fen', 'reason'],
  toRow: (line) => [line.category, line.item, line.detail, line.amountFen, line.reason],
  fromRow: (row) => ({
    id: row.id,
    category: row.category,
    item: row.item,
    detail: row.detail,
    amountFen: row.amount_fen,
    reason: row.reason,
  }),
});
