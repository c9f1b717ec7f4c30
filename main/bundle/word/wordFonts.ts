import { escapeXml } from './escapeXml.ts';

/** East-Asian fonts the office world expects by these very names; they are named, never embedded. */
export const FANGSONG = '仿宋_GB2312';
export const KAITI = '楷体_GB2312';
export const HEITI = '黑体';
export const XIAOBIAOSONG = '方正小标宋简体';
export const SONGTI = '宋体';
export const LATIN = 'Times New Roman';

/** What to take on a machine without the named font, best first. */
const ALTERNATES: ReadonlyMap<string, readonly string[]> = new Map([
  [FANGSONG, ['仿宋', 'FangSong', 'STFangsong', 'FandolFang', 'Noto Serif CJK SC', 'Noto Serif SC']],
  [KAITI, ['楷体', 'KaiTi', 'STKaiti', 'LXGW WenKai', 'Noto Serif CJK SC', 'Noto Serif SC']],
  [HEITI, ['SimHei', 'Microsoft YaHei', 'STHeiti', 'Noto Sans CJK SC', 'Noto Sans SC']],
  [XIAOBIAOSONG, ['FZXiaoBiaoSong-B05S', '华文中宋', 'STZhongsong', 'Noto Serif CJK SC', 'Noto Serif SC']],
  [SONGTI, ['SimSun', 'STSong', 'Noto Serif CJK SC', 'Noto Serif SC']],
]);

const SANS: ReadonlySet<string> = new Set([HEITI]);

function eastAsian(name: string, alternates: readonly string[]): string {
  const family = SANS.has(name) ? 'swiss' : 'roman';
  return (
    `<w:font w:name="${escapeXml(name)}"><w:altName w:val="${escapeXml(alternates.join(','))}"/>` +
    `<w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`
  );
}

/** word/fontTable.xml: every East-Asian font with its alternates. */
export function fontTableXml(): string {
  const fonts = [...ALTERNATES].map(([name, alternates]) => eastAsian(name, alternates));
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `<w:font w:name="${LATIN}"><w:altName w:val="Liberation Serif"/><w:panose1 w:val="02020603050405020304"/>` +
    '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>' +
    `${fonts.join('')}</w:fonts>`
  );
}
