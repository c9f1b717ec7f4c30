/**
 * Radicals that PDF fonts put in place of characters and that Unicode's own compatibility mapping leaves
 * alone (CJK Radicals Supplement). Kangxi radicals are mapped by NFKC.
 */
const RADICALS: Readonly<Record<string, string>> = {
  '⺁': '厂',
  '⺄': '乙',
  '⺅': '亻',
  '⺆': '冂',
  '⺇': '几',
  '⺈': '刀',
  '⺉': '刂',
  '⺊': '卜',
  '⺋': '㔾',
  '⺌': '小',
  '⺍': '小',
  '⺎': '兀',
  '⺏': '尣',
  '⺐': '尢',
  '⺑': '尢',
  '⺒': '巳',
  '⺓': '幺',
  '⺔': '彑',
  '⺕': '彐',
  '⺖': '忄',
  '⺗': '心',
  '⺘': '扌',
  '⺙': '攵',
  '⺛': '旡',
  '⺜': '日',
  '⺝': '月',
  '⺞': '歹',
  '⺠': '民',
  '⺡': '氵',
  '⺢': '氺',
  '⺣': '灬',
  '⺤': '爫',
  '⺥': '爫',
  '⺦': '丬',
  '⺧': '牛',
  '⺨': '犭',
  '⺩': '王',
  '⺪': '疋',
  '⺫': '目',
  '⺬': '示',
  '⺭': '礻',
  '⺮': '竹',
  '⺯': '糹',
  '⺰': '纟',
  '⺱': '罒',
  '⺲': '罒',
  '⺳': '罓',
  '⺶': '羊',
  '⺷': '羊',
  '⺸': '羊',
  '⺹': '耂',
  '⺺': '肀',
  '⺻': '聿',
  '⺼': '肉',
  '⺽': '臼',
  '⺾': '艹',
  '⺿': '艹',
  '⻀': '艹',
  '⻁': '虎',
  '⻂': '衤',
  '⻃': '覀',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻇': '角',
  '⻈': '讠',
  '⻉': '贝',
  '⻊': '足',
  '⻋': '车',
  '⻌': '辶',
  '⻍': '辶',
  '⻎': '辶',
  '⻏': '阝',
  '⻐': '钅',
  '⻑': '長',
  '⻒': '镸',
  '⻓': '长',
  '⻔': '门',
  '⻕': '阜',
  '⻖': '阝',
  '⻗': '雨',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻞': '食',
  '⻟': '飠',
  '⻠': '饣',
  '⻡': '首',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻧': '卤',
  '⻨': '麦',
  '⻩': '黄',
  '⻪': '黾',
  '⻫': '斉',
  '⻬': '齐',
  '⻭': '歯',
  '⻮': '齿',
  '⻯': '竜',
  '⻰': '龙',
  '⻱': '龜',
  '⻲': '亀',
};

/** Stands between two pieces of text that need not belong together; see `containsValue`. */
export const SEAM = '\u0001';

const INVISIBLE = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/gu;
const CONTROLS = /[\p{Cc}\p{Noncharacter_Code_Point}]/gu;

/**
 * Text by which two files can be compared: compatibility forms and radicals unified, white space and
 * invisible characters gone. Never for showing.
 */
export function comparableText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\ufffd/g, '')
    .normalize('NFKC')
    .replace(/[\u2e80-\u2eff]/g, (radical) => RADICALS[radical] ?? radical)
    .replace(INVISIBLE, '')
    .replace(CONTROLS, '');
}

/** Pieces of text (runs, lines, paragraphs) as one haystack for `containsValue`. */
export function haystackOf(pieces: readonly string[]): string {
  return pieces.map(comparableText).join(SEAM);
}

/** A character as it stands in a regular expression with the `u` flag. */
export const escapePattern = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/**
 * True when a haystack holds a value. Seams inside the value do not matter, since writers break text as
 * they like; but a number is only found whole: `5` is not in `15`, `1,234.5` not in `1,234.56`.
 */
export function containsValue(haystack: string, value: string): boolean {
  const wanted = comparableText(value);
  if (wanted === '') return true;
  if (!/^\d|\d$/.test(wanted) && haystack.includes(wanted)) return true;
  const body = [...wanted].map(escapePattern).join(`${SEAM}*`);
  const before = /^\d/.test(wanted) ? '(?<!\\d)(?<!\\d[.,])' : '';
  const after = /\d$/.test(wanted) ? '(?!\\d)(?![.,]\\d)' : '';
  return new RegExp(`${before}${body}${after}`, 'u').test(haystack);
}
