import { assertNever } from '../assertNever.ts';
import type { Call } from '../calls/schema/call.ts';
import type { Generated } from '../calls/schema/page.ts';
import type { Application } from '../entities/application.ts';
import type { Block } from './block.ts';
import { budgetTable } from './budgetTable.ts';
import { consortiumIntroduction, consortiumTasks } from './consortiumBlocks.ts';
import { factsTable } from './factsTable.ts';
import { indicatorTable } from './indicatorTable.ts';
import { invoiceTable } from './invoiceTable.ts';
import { ledgerTable } from './ledgerTable.ts';
import { progressTable } from './progressTable.ts';
import { targetTable } from './targetTable.ts';

/** What the product makes of data at a place of the outline, as it prints. */
export function generatedBlocks(call: Call, application: Application, generated: Generated): Block[] {
  if ('facts' in generated) return factsTable(call, application, generated.facts, generated.caption);
  if ('consortium' in generated) {
    const { consortium } = generated;
    switch (consortium) {
      case 'introduction':
        return consortiumIntroduction(call, application);
      case 'tasks':
        return consortiumTasks(call, application);
      default:
        return assertNever(consortium);
    }
  }
  const { table } = generated;
  switch (table) {
    case 'budget':
      return budgetTable(call, application);
    case 'invoices':
      return invoiceTable(call, application);
    case 'ledger':
      return ledgerTable(call, application);
    case 'targets':
      return targetTable(call, application);
    case 'indicators':
      return indicatorTable(call, application);
    case 'progress':
      return progressTable(call, application);
    default:
      return assertNever(table);
  }
}
