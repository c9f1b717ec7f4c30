import type { Call } from '../../shared/calls/schema/call.ts';
import type { Application } from '../../shared/entities/application.ts';
import type { ElsewhereInvoice } from '../../shared/entities/elsewhereInvoice.ts';
import { invoiceIdentity } from '../../shared/entities/invoiceNumber.ts';
import type { Draft } from '../store/draft.ts';
import { readMeta } from '../store/meta.ts';
import type { InvoiceRegister, KnownDraft, KnownInvoice } from '../store/register/invoiceRegister.ts';

/** A draft with what the register keeps of it. */
export type RegisteredDraft = {
  readonly draft: Draft;
  readonly call: Call;
  readonly application: Application;
};

/** Writes the invoices a draft holds into the register of this workstation. */
export function noteInRegister(register: InvoiceRegister, registered: RegisteredDraft): void {
  register.note(known(registered), identities(registered.application));
}

/** Invoices of a draft that other drafts of this workstation hold as well. */
export function elsewhereOf(
  register: InvoiceRegister,
  registered: RegisteredDraft,
): Promise<readonly ElsewhereInvoice[]> {
  return register.elsewhere(known(registered), identities(registered.application));
}

function known({ draft, call, application }: RegisteredDraft): KnownDraft {
  const projectName = application.answers[call.roles.projectName];
  return {
    draftId: readMeta(draft).draftId,
    file: draft.path,
    projectName: typeof projectName === 'string' ? projectName.trim() : '',
  };
}

function identities({ invoices }: Application): readonly KnownInvoice[] {
  return invoices.flatMap((invoice, index) => {
    const identity = invoiceIdentity(invoice);
    return identity === null ? [] : [{ identity, row: index + 1 }];
  });
}
