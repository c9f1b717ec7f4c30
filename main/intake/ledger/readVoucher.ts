import type { LedgerRow } from '../../../shared/entities/ledger.ts';
import { readDigits } from '../sheet/readDigits.ts';
import type { TableRow } from '../sheet/readRows.ts';

/** 凭证种类 and 凭证号数 of a row, from their own columns or from one that holds both ("记-0012", "记字第12号"). */
export function readVoucher(line: TableRow): Pick<LedgerRow, 'voucherKind' | 'voucherNumber'> {
  const kind = line.text('voucherKind');
  const own = readDigits(line.cell('voucherNumber')?.cell).text;
  if (own !== '') return { voucherKind: kind, voucherNumber: own };
  const whole = readDigits(line.cell('voucher')?.cell).text;
  const parts = /^([\u4e00-\u9fff]{1,4}?)(?:字)?(?:第)?[-—–_#.]*(\d+(?:[-/]\d+)?)号?$/.exec(whole);
  if (kind !== '' || parts === null) return { voucherKind: kind, voucherNumber: whole };
  return { voucherKind: parts[1] ?? '', voucherNumber: parts[2] ?? '' };
}
