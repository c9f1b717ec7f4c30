import { assertNever } from '../../assertNever.ts';
import type { Application } from '../../entities/application.ts';
import type { CallIndex } from './callIndex.ts';
import { makeRow } from './makeRow.ts';
import type { Row, RowsOf } from './row.ts';
import { budgetName, invoiceName, ledgerName, ledgerRowName } from './rowName.ts';

/** The rows of one table of the application, in its order. */
export function rowsOf(of: RowsOf, application: Application, index: CallIndex): readonly Row[] {
  switch (of) {
    case 'invoices':
      return application.invoices.map((value, at) =>
        makeRow({ of, value }, at, () => invoiceName(value, at)),
      );
    case 'budget':
      return application.budget.map((value, at) => makeRow({ of, value }, at, () => budgetName(value, at)));
    case 'consortium':
      return application.consortium.map((value, at) =>
        makeRow({ of, value }, at, () => value.name.trim() || `第 ${at + 1} 家联合体单位`),
      );
    case 'ledger':
      return application.ledger.map((value, at) => makeRow({ of, value }, at, () => ledgerName(value, at)));
    case 'ledgerRows':
      return application.ledger
        .flatMap((project, at) => project.rows.map((value, line) => ({ project, at, value, line })))
        .map(({ project, at, value, line }, position) =>
          makeRow({ of, value, project }, position, () =>
            ledgerRowName(ledgerName(project, at), value, line),
          ),
        );
    case 'attachments':
      return application.attachments.map((value, at) =>
        makeRow(
          { of, value },
          at,
          () => `${index.attachmentKinds.get(value.kind) ?? value.kind}“${value.name}”`,
        ),
      );
    case 'plan':
      // In the outline's order, whatever order the sections were written in.
      return [...index.outline].flatMap(([id, title], at) => {
        const value = application.plan[id];
        return value === undefined ? [] : [makeRow({ of, value, outlineId: id }, at, () => `“${title}”`)];
      });
    default:
      return assertNever(of);
  }
}
