import type { IsoDate } from '../../shared/entities/dates.ts';
import { daysUntil } from './daysUntil.ts';

/** `还有 12 天`, `今天截止`, `已截止`; `near` from two weeks before on. */
export function deadlineInWords(
  deadline: IsoDate,
  now: Date,
): { readonly words: string; readonly kind: 'far' | 'near' | 'over' } {
  const days = daysUntil(deadline, now);
  if (days < 0) return { words: '已截止', kind: 'over' };
  if (days === 0) return { words: '今天截止', kind: 'near' };
  return { words: `还有 ${days} 天`, kind: days <= 14 ? 'near' : 'far' };
}
