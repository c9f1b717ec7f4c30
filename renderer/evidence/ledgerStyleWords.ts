import { ROW_WORDS } from '../../shared/calls/rowWords.ts';
import type { LedgerStyle } from '../../shared/entities/ledger.ts';

const words = ROW_WORDS.ledger?.fields.style?.choices ?? {};

/** `2015 年样式`, `2021 年样式`, `自行设计`. */
export const LEDGER_STYLE_WORDS: Readonly<Record<LedgerStyle, string>> = {
  '2015': words['2015'] ?? '2015',
  '2021': words['2021'] ?? '2021',
  other: words.other ?? 'other',
};
