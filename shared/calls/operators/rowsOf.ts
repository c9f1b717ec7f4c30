import { assertNever } from '../../assertNever.ts';
import type { Application } from '../../entities/application.ts';
import type { Attachment } from '../../entities/attachment.ts';
import type { ConsortiumMember } from '../../entities/consortium.ts';
import type { CallIndex } from './callIndex.ts';
import { makeRow } from './makeRow.ts';
import type { Row, RowsOf } from './row.ts';
import { budgetName, invoiceName, ledgerName, ledgerRowName } from './rowName.ts';

/** The rows of one table of the application, in its order. */
export function rowsOf(of: RowsOf, application: Application, index: CallIndex): readonly Row[] {
  switch (of) {
    case 'invoices':
      return application.invoices.map((value, at) => makeRow({ of, value }, at, invoiceName));
    case 'budget':
      return application.budget.map((value, at) => makeRow({ of, value }, at, budgetName));
    case 'consortium':
      return application.consortium.map((value, at) => makeRow({ of, value }, at, memberName));
    case 'ledger':
      return application.ledger.map((value, at) => makeRow({ of, value }, at, ledgerName));
    case 'ledgerRows':
      return ledgerRows(application);
    case 'attachments': {
      const name = ({ kind, name: file }: Attachment) =>
        `${index.attachmentKinds.get(kind) ?? kind}中的“${file}”`;
      return application.attachments.map((value, at) => makeRow({ of, value }, at, name));
    }
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

function memberName({ name }: ConsortiumMember, at: number): string {
  return name.trim() || `第 ${at + 1} 家联合体单位`;
}

function ledgerRows({ ledger }: Application): readonly Row[] {
  const rows: Row[] = [];
  for (const [at, project] of ledger.entries()) {
    for (const [line, value] of project.rows.entries()) {
      const name = () => ledgerRowName(ledgerName(project, at), value, line);
      rows.push(makeRow({ of: 'ledgerRows', value, project }, rows.length, name));
    }
  }
  return rows;
}
