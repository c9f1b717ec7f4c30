import type { Call } from '../calls/schema/call.ts';
import type { Attachment } from '../entities/attachment.ts';

/** Whether a file is of a kind that belongs to invoice rows and can be shown as pages: an XML or a list is no copy. */
export function canBeCopy(call: Pick<Call, 'attachments'>, file: Attachment): boolean {
  const kind = call.attachments.find(({ id }) => id === file.kind);
  return kind?.rowsOf === 'invoices' && ((file.pages ?? 0) > 0 || file.sniffedType === 'ofd');
}
