import { leftInWords } from '../../shared/evidence/leftInWords.ts';
import type { TakenInEvidence } from '../../shared/evidence/takeInEvidence.ts';
import { vouchersInWords } from '../../shared/evidence/vouchersInWords.ts';

/** `读出 12 张发票（新增 9 行，并入 3 行），2 份没有读出；读入 1 本辅助账。` What was left as it was says why. */
export function resultInWords(taken: TakenInEvidence): string {
  const { added, merged, removed, unread, ledgersAdded, ledgersReplaced, ledgersRemoved, vouchers } = taken;
  const read = added.length + merged.length;
  const rows = [
    added.length === 0 ? '' : `新增 ${added.length} 行`,
    merged.length === 0 ? '' : `并入 ${merged.length} 行`,
  ].filter((part) => part !== '');
  const ledgers = ledgersAdded + ledgersReplaced;
  const parts = [
    read === 0 ? '' : `读出 ${read} 张发票（${rows.join('，')}）`,
    removed.length === 0 ? '' : `去掉 ${removed.length} 行先前读错的`,
    ...leftInWords(taken),
    unread.length === 0 ? '' : `${unread.length} 份影像没有读出发票`,
    ledgers === 0
      ? ''
      : `读入 ${ledgers} 本辅助账${ledgersReplaced === 0 ? '' : `（其中 ${ledgersReplaced} 本原来就有）`}`,
    ledgersRemoved === 0 ? '' : `去掉 ${ledgersRemoved} 本先前读错的辅助账`,
    ...vouchersInWords(vouchers),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '没有读出新的内容。' : `${parts.join('，')}。`;
}
