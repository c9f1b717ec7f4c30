import type { Application } from '../entities/application.ts';
import { looksAtLedger } from './looksAtLedger.ts';
import { oncePerCall } from './oncePerCall.ts';
import type { Call } from './schema/call.ts';

const NONE: ReadonlySet<string> = new Set();

/**
 * Attachment kinds whose content the volume prints itself: those the call asks for because there is an R&D ledger,
 * once the ledger's rows are printed in full under the outline. A spreadsheet of such a kind is evidence enough: what
 * it holds is on paper, page by page, for the seal.
 */
export function printedLedgerKinds(call: Call, application: Application): ReadonlySet<string> {
  return application.ledger.some(({ rows }) => rows.length > 0) ? kindsOf(call) : NONE;
}

const kindsOf = oncePerCall((call): ReadonlySet<string> => {
  const printed =
    call.parts.some(({ kind }) => kind === 'plan') &&
    call.outline.some(({ items }) =>
      items.some(({ generated }) => generated.some((one) => 'table' in one && one.table === 'ledger')),
    );
  if (!printed) return NONE;
  return new Set(call.attachments.filter(({ required }) => looksAtLedger(required)).map(({ id }) => id));
});
