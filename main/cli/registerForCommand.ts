import path from 'node:path';
import { Option } from 'commander';
import { NO_SURROUNDINGS, type Surroundings } from '../../shared/calls/surroundings.ts';
import { readableFolder } from '../session/openDrafts.ts';
import { createInvoiceRegister } from '../store/register/invoiceRegister.ts';
import { elsewhereOf, noteInRegister, type RegisteredDraft } from '../tasks/elsewhereOf.ts';
import { programData } from './programData.ts';

/** `--no-register`: judges the draft by itself, and leaves no trace of it. */
export const registerOption = (): Option =>
  new Option('--no-register', '不与本机其他草稿核对发票，也不登记这份草稿的发票号码');

/**
 * Writes a draft's invoices into the register of this workstation and tells which of them other drafts hold. Copies of
 * samples the window made are no drafts.
 * @param wanted false with `--no-register`
 */
export async function registerForCommand(
  registered: RegisteredDraft,
  wanted: boolean,
): Promise<Surroundings> {
  const folder = wanted ? programData() : null;
  if (folder === null || path.dirname(registered.draft.path) === path.join(folder, 'samples'))
    return NO_SURROUNDINGS;
  const register = createInvoiceRegister(folder, readableFolder, sayNothing);
  noteInRegister(register, registered);
  return { elsewhere: await elsewhereOf(register, registered) };
}

/** Without the register a command answers as on a machine that has none. */
function sayNothing(): void {}
