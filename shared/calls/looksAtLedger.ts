/** A condition, or a part of one, that counts or adds up the ledger. */
export function looksAtLedger(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  if ('of' in part && (part.of === 'ledger' || part.of === 'ledgerRows')) return true;
  return Object.values(part).some(looksAtLedger);
}
