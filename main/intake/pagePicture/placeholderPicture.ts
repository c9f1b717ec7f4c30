import type { NoPicture } from './drawPageOperation.ts';

const WORDS: { readonly [why in NoPicture]: readonly [string, string] } = {
  encrypted: ['文件有打开密码', '解除密码后重新添加'],
  damaged: ['这一页打不开', '文件可能已损坏'],
  'too-large': ['这一页太大', '画不出预览'],
  'no-such-page': ['没有这一页', ''],
  'no-pages': ['此类文件', '不能预览'],
};

/** A drawing in the shape of a page that says in words why there is no picture of it; SVG, UTF-8. */
export function placeholderPicture(why: NoPicture): Uint8Array<ArrayBuffer> {
  const [first, second] = WORDS[why];
  const line = (y: number, size: number, words: string): string =>
    `<text x="105" y="${y}" font-size="${size}" text-anchor="middle" fill="#6b7079">${words}</text>`;
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297" width="210" height="297" ' +
    'font-family="Microsoft YaHei UI, PingFang SC, Noto Sans CJK SC, sans-serif">' +
    '<rect x="1" y="1" width="208" height="295" rx="3" fill="#f2f0ea" stroke="#c9c5ba" stroke-dasharray="6 5"/>' +
    '<g fill="none" stroke="#9a9da3" stroke-width="4"><circle cx="105" cy="105" r="22"/><path d="M90 90l30 30"/></g>' +
    `${line(166, 22, first)}${line(194, 17, second)}</svg>`;
  return new TextEncoder().encode(svg);
}
