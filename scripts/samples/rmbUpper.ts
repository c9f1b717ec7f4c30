const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const UNITS = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿'];

function group(value: number): string {
  let words = '';
  let zero = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      zero = words !== '';
      continue;
    }
    words += (zero ? '零' : '') + (DIGITS[digit] ?? '') + (UNITS[place] ?? '');
    zero = false;
  }
  return words;
}

/** Money in capital characters, as an invoice prints it: 壹佰贰拾叁圆肆角伍分. `fen` is integer 分. */
export function rmbUpper(fen: number): string {
  const absolute = Math.abs(fen);
  const yuan = Math.floor(absolute / 100);
  let words = '';
  let gap = false;
  for (let index = GROUPS.length - 1; index >= 0; index -= 1) {
    const value = Math.floor(yuan / 10_000 ** index) % 10_000;
    if (value === 0) {
      gap = words !== '';
      continue;
    }
    words += (words !== '' && (gap || value < 1000) ? '零' : '') + group(value) + (GROUPS[index] ?? '');
    gap = false;
  }
  const jiao = Math.floor(absolute / 10) % 10;
  const cent = absolute % 10;
  const tail =
    jiao === 0 && cent === 0
      ? '整'
      : `${jiao > 0 ? `${DIGITS[jiao]}角` : yuan > 0 ? '零' : ''}${cent > 0 ? `${DIGITS[cent]}分` : ''}`;
  return `${fen < 0 ? '（负数）' : ''}${words === '' && tail !== '整' ? '' : `${words || '零'}圆`}${tail}`;
}
