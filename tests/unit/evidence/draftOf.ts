import { applyEdit } from '../../../shared/edits/applyEdit.ts';
import type { Edit } from '../../../shared/edits/edit.ts';
import type { Application } from '../../../shared/entities/application.ts';
import { Attachment, type SniffedType } from '../../../shared/entities/attachment.ts';
import { type AttachmentReading, FileReading } from '../../../shared/entities/fileReading.ts';
import { Invoice } from '../../../shared/entities/invoice.ts';
import type { FieldReading } from '../../../shared/entities/invoiceReading.ts';
import { type TakenIn, takeInReadings } from '../../../shared/evidence/takeInReadings.ts';
import { firstCall } from '../../calls/golden/firstCall.ts';
import { emptyApplication } from '../../calls/sampleApplications.ts';

export const call = firstCall();

const PAGELESS: ReadonlySet<SniffedType> = new Set(['xml', 'xlsx', 'xls', 'text', 'ofd']);

/** A file among the invoice copies. */
export function file(id: string, sniffedType: SniffedType = 'pdf', name = id): Attachment {
  return Attachment.parse({
    id,
    kind: 'invoice-copies',
    name,
    sha256: '0'.repeat(64),
    bytes: 1,
    sniffedType,
    pages: PAGELESS.has(sniffedType) ? null : 1,
  });
}

/** A draft of nothing but files and rows. */
export function draftOf(files: readonly Attachment[], rows: readonly Partial<Invoice>[] = []): Application {
  return {
    ...emptyApplication(call),
    attachments: [...files],
    invoices: rows.map((row, index) => Invoice.parse({ id: `row-${index + 1}`, ...row })),
  };
}

/** What a file tells: one list of values an invoice. */
export function tells(
  attachment: string,
  ...invoices: readonly (readonly FieldReading[])[]
): AttachmentReading {
  return {
    attachment,
    reading: FileReading.parse({ invoices: invoices.map((fields) => ({ pages: [1], fields })) }),
  };
}

/** Takes readings in; the draft afterwards, and what was told of it. */
export function takeIn(
  application: Application,
  ...given: readonly AttachmentReading[]
): { readonly draft: Application; readonly taken: TakenIn } {
  let ids = application.readings.length + application.invoices.length;
  const taken = takeInReadings(call, application, given, () => {
    ids += 1;
    return `new-${ids}`;
  });
  return { draft: withEdits(application, taken.edits), taken };
}

export function withEdits(application: Application, edits: readonly Edit[]): Application {
  return edits.reduce((draft, edit) => applyEdit(draft, edit).application, application);
}
