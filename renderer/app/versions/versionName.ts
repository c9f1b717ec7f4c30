import { momentInWords } from '../../ui/momentInWords.ts';

/** A name to begin with: `11月3日 14:32 的版本`. */
export function versionName(now: Date): string {
  const day = `${now.getMonth() + 1}月${now.getDate()}日`;
  return `${day} ${momentInWords(now.toISOString(), now)} 的版本`;
}
