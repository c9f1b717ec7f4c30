import type { VoucherCounts } from './takeInEvidence.ts';

/** What became of the vouchers of sub-ledgers that were there, in parts; empty when all is as it was. */
export function vouchersInWords({ added, changed, removed, kept }: VoucherCounts): readonly string[] {
  return [
    added === 0 ? '' : `新增 ${added} 笔凭证`,
    changed === 0 ? '' : `${changed} 笔凭证的金额按文件更新`,
    removed === 0 ? '' : `去掉 ${removed} 笔先前读错的凭证`,
    kept === 0 ? '' : `原有 ${kept} 笔凭证不在这次的文件里，仍保留，请核对是否重复`,
  ].filter((part) => part !== '');
}
