import type { ElsewhereInvoice } from '../../shared/entities/elsewhereInvoice.ts';
import type { InvoiceRegister } from '../store/register/invoiceRegister.ts';
import { elsewhereOf, noteInRegister } from '../tasks/elsewhereOf.ts';
import type { DraftListener, OpenDraft } from './openDrafts.ts';

/** Keeps the register of invoices true to the draft that is open, and asks it. Copies of samples are no drafts. */
export type RegisterWatch = {
  readonly listener: DraftListener;
  /** Invoices of the open draft that other drafts hold; none while the register is switched off. */
  readonly elsewhere: (open: OpenDraft) => Promise<readonly ElsewhereInvoice[]>;
  /** The person wants the register, or wants none: then it is emptied. */
  readonly switchOn: (on: boolean, open: OpenDraft | null) => void;
};

/** Typing changes invoices many times a minute; what other programs are told may be this old. */
const NOTE_AFTER_MS = 3000;

/** @param wanted whether the person wants the register, as it was kept */
export function createRegisterWatch(register: InvoiceRegister, wanted: boolean): RegisterWatch {
  let timer: NodeJS.Timeout | null = null;
  let noted: { readonly session: string; readonly invoices: unknown; readonly project: unknown } | null =
    null;
  // The register itself knows it as well, for the command line; the window's word holds. Not while it starts.
  let told = false;
  const ready = (): void => {
    if (!told) register.switchOn(wanted);
    told = true;
  };

  const note = (open: OpenDraft): void => {
    stop();
    const { session, application, call } = open;
    const now = {
      session,
      invoices: application.invoices,
      project: application.answers[call.roles.projectName],
    };
    if (noted?.session === session && noted.invoices === now.invoices && noted.project === now.project)
      return;
    ready();
    noteInRegister(register, open);
    noted = now;
  };
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };

  return {
    listener: (what, open) => {
      if (open.sample || what === 'closed') return;
      if (what === 'closing') note(open);
      else timer ??= setTimeout(() => attempt(() => note(open)), NOTE_AFTER_MS);
    },
    elsewhere: (open) => {
      if (open.sample) return Promise.resolve([]);
      ready();
      return elsewhereOf(register, open);
    },
    switchOn: (on, open) => {
      told = true;
      register.switchOn(on);
      noted = null;
      if (on && open !== null && !open.sample) note(open);
    },
  };
}

/** The draft's disk may be gone when the time comes. */
function attempt(action: () => void): void {
  try {
    action();
  } catch (error) {
    console.error(error);
  }
}
