import { assertNever } from '../../assertNever.ts';
import type { Application } from '../../entities/application.ts';
import type { CallIndex } from './callIndex.ts';
import type { Row, RowsOf } from './row.ts';
import { budgetName, invoiceName, ledgerName, ledgerRowName } from './rowName.ts';

/** The rows of one table of the application, in its order. */
export function rowsOf(of: RowsOf, application: Application, index: CallIndex): readonly Row[] {
  switch (of) {
    case 'invoices':
      return application.invoices.map((value, at) => ({
        of,
        value,
        id: value.id,
        index: at,
        position: at,
        path: `invoices[${value.id}]`,
        name: invoiceName(value, at),
      }));
    case 'budget':
      return application.budget.map((value, at) => ({
        of,
        value,
        id: value.id,
        index: at,
        position: at,
        path: `budget[${value.id}]`,
        name: budgetName(value, at),
      }));
    case 'consortium':
      return application.consortium.map((value, at) => ({
        of,
        value,
        id: value.id,
        index: at,
        position: at,
        path: `consortium[${value.id}]`,
        name: value.name.trim() || `第 ${at + 1} 家联合体单位`,
      }));
    case 'ledger':
      return application.ledger.map((value, at) => ({
        of,
        value,
        id: value.id,
        index: at,
        position: at,
        path: `ledger[${value.id}]`,
        name: ledgerName(value, at),
      }));
    case 'ledgerRows':
      return application.ledger
        .flatMap((project, at) => project.rows.map((value, line) => ({ project, at, value, line })))
        .map(({ project, at, value, line }, position) => ({
          of,
          value,
          project,
          id: `${project.id}/${value.id}`,
          index: line,
          position,
          path: `ledger[${project.id}].rows[${value.id}]`,
          name: ledgerRowName(ledgerName(project, at), value, line),
        }));
    case 'attachments':
      return application.attachments.map((value, at) => ({
        of,
        value,
        id: value.id,
        index: at,
        position: at,
        path: `attachments[${value.id}]`,
        name: `${index.attachmentKinds.get(value.kind) ?? value.kind}“${value.name}”`,
      }));
    case 'plan':
      // In the outline's order, whatever order the sections were written in.
      return [...index.outline].flatMap(([id, title], at) => {
        const value = application.plan[id];
        return value === undefined
          ? []
          : [{ of, value, id, index: at, position: at, path: planPath(id), name: `“${title}”` }];
      });
    default:
      return assertNever(of);
  }
}

/** Where a plan section is jumped to: `plan.` and the outline item's id, which may begin so itself. */
export function planPath(outlineId: string): string {
  return outlineId.startsWith('plan.') ? outlineId : `plan.${outlineId}`;
}
