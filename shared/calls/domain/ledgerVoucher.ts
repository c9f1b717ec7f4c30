import type { LedgerRow } from '../../entities/ledger.ts';

/** A voucher's name as two spellings of it are compared: "记-0012", "记字12号" and "记 12" are one. */
export function ledgerVoucher(kind: string, number: string): string {
  const text = `${kind}${number}`
    .normalize('NFKC')
    .replace(/[\s\-_—–#.]|字第?|第|号|凭证/g, '')
    .replace(/^(记|收|付|转)[账款](?=\d)/, '$1')
    .toUpperCase();
  return text.replace(/(?<!\d)0+(?=\d)/g, '');
}

/** The voucher of a ledger row; empty when it names no number. */
export function voucherOfRow(row: LedgerRow): string {
  return row.voucherNumber.trim() === '' ? '' : ledgerVoucher(row.voucherKind, row.voucherNumber);
}

/** The number of a voucher without its kind; empty where it has none. */
export function voucherDigits(voucher: string): string {
  return /\d.*$/.exec(voucher)?.[0] ?? '';
}
