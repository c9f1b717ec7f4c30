import type { PreviewPage } from '../../shared/contract/Preview.ts';

/** What a page is called: by the number printed on it, or that none is. */
export function pageWords(page: PreviewPage, index: number): string {
  if (page.printed !== null) return `第 ${page.printed} 页`;
  if (page.from === 'blank') return '空白页';
  return index === 0 ? '封面' : '不编页码';
}
