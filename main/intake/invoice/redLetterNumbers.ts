/** Words before the number of the blue invoice in the remark of a red one, newer forms first. */
const BLUE_NUMBER =
  /(?:被红冲蓝字(?:全电|数电)?(?:票|发票)?号码|对应(?:蓝字|正数)(?:数电)?(?:票|发票)?号码?|红冲发票号码?|蓝字发票号码?)\s*[:：为]?\s*(\d{20}|\d{8})(?!\d)/;
const BLUE_CODE =
  /(?:被红冲蓝字发票代码|对应(?:蓝字|正数)发票代码|红冲发票代码|蓝字发票代码)\s*[:：为]?\s*(\d{12}|\d{10})(?!\d)/;

/** The blue invoice a red-letter one takes back, as its remark names it; null when it names none. */
export function redLetterNumbers(remark: string): { readonly code: string; readonly number: string } | null {
  const plain = remark.normalize('NFKC');
  const number = BLUE_NUMBER.exec(plain)?.[1];
  if (number === undefined) return null;
  return { code: BLUE_CODE.exec(plain)?.[1] ?? '', number };
}
