import type { TakenInEvidence } from '../../shared/evidence/takeInEvidence.ts';
import { vouchersInWords } from '../../shared/evidence/vouchersInWords.ts';

/** `读出 12 张发票（新增 9 行，并入 3 行），2 份没有读出；读入 1 本辅助账。` What was left as it was says why. */
export function resultInWords(taken: TakenInEvidence): string {
  const {
    added,
    merged,
    removed,
    unread,
    failed,
    aside,
    ledgersAdded,
    ledgersReplaced,
    ledgersRemoved,
    vouchers,
  } = taken;
  const read = added.length + merged.length;
  const rows = [
    added.length === 0 ? '' : `新增 ${added.length} 行`,
    merged.length === 0 ? '' : `并入 ${merged.length} 行`,
  ].filter((part) => part !== '');
  const ledgers = ledgersAdded + ledgersReplaced;
  const parts = [
    read === 0 ? '' : `读出 ${read} 张发票（${rows.join('，')}）`,
    removed.length === 0 ? '' : `去掉 ${removed.length} 行先前读错的`,
    failed.length === 0 ? '' : failedInWords(failed),
    aside.length === 0
      ? ''
      : `${aside.length} 张发票的行先前已删去，没有再加回来（想要它们，请把这份文件移出附件，再拖入一次）`,
    unread.length === 0 ? '' : `${unread.length} 份影像没有读出发票`,
    ledgers === 0
      ? ''
      : `读入 ${ledgers} 本辅助账${ledgersReplaced === 0 ? '' : `（其中 ${ledgersReplaced} 本原来就有）`}`,
    ledgersRemoved === 0 ? '' : `去掉 ${ledgersRemoved} 本先前读错的辅助账`,
    ...vouchersInWords(vouchers),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '没有读出新的内容。' : `${parts.join('，')}。`;
}

function failedInWords(failed: TakenInEvidence['failed']): string {
  const reasons = new Set(failed.map(({ why }) => why));
  const [why] = reasons;
  const files = new Set(failed.map(({ attachment }) => attachment)).size;
  return `${files} 份文件这次没有读出，先前读出的内容都保留着（${why}${reasons.size > 1 ? '等' : ''}）`;
}
