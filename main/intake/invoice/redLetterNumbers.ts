/** Words before the number of the blue invoice in the remark of a red one, newer forms first. */
const BLUE_NUMBER =
  /(?:被红冲蓝字(?:全电|数电)?(?:票|发票)?号码|对应(?:蓝字|正数)(?:数电)?(?:票|发票)?号码?|红冲发票号码?|蓝字发票号码?)\s*[:：为]?\s*(\d{20}|\d{8})(?!\d)/;
const BLUE_CODE =
  /(?:被红冲蓝字发票代码|对应(?:蓝字|正数)发票代码|红冲发票代码|蓝字发票代码)\s*[:：为]?\s*(\d{12}|\d{10})(?!\d)/;
/** After such a code the number follows with a short word: `对应正数发票代码:033001800104号码:12345678`. */
const NEXT_NUMBER = /^[\s,;，；]*(?:发票)?号码?\s*[:：为]?\s*(\d{8})(?!\d)/;

/** The blue invoice a red-letter one takes back, as its remark names it; null when it names none. */
export function redLetterNumbers(remark: string): { readonly code: string; readonly number: string } | null {
  const plain = remark.normalize('NFKC');
  const code = BLUE_CODE.exec(plain);
  const after = code === null ? '' : plain.slice(code.index + code[0].length);
  const number = BLUE_NUMBER.exec(plain)?.[1] ?? NEXT_NUMBER.exec(after)?.[1];
  return number === undefined ? null : { code: code?.[1] ?? '', number };
}
