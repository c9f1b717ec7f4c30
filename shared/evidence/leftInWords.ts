import type { TakenIn } from './takeInReadings.ts';

/** What a reading left as it was, and why: phrases of a sentence, none when it left nothing. */
export function leftInWords({ failed, aside }: Pick<TakenIn, 'failed' | 'aside'>): readonly string[] {
  return [
    ...(failed.length === 0 ? [] : [failedInWords(failed)]),
    ...(aside.length === 0
      ? []
      : [`${aside.length} 张发票的行先前已删去，没有再加回来（想要它们，请把这份文件移出附件，再添加一次）`]),
  ];
}

function failedInWords(failed: TakenIn['failed']): string {
  const reasons = new Set(failed.map(({ why }) => why));
  const [why] = reasons;
  const files = new Set(failed.map(({ attachment }) => attachment)).size;
  return `${files} 份文件这次没有读出，先前读出的内容都保留着（${why}${reasons.size > 1 ? '等' : ''}）`;
}
