/**
 * 统一社会信用代码 (18 characters, GB 32100) and 组织机构代码 (9 characters, GB 11714), with their
 * check characters. A form may carry either.
 */
export type CodeCheck =
  | { readonly ok: true; readonly kind: 'credit' | 'organisation'; readonly code: string }
  | { readonly ok: false; readonly problem: { readonly code: string; readonly message: string } };

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** A code as it is compared: half-width, upper case, without spaces and hyphens of any kind. */
export function normaliseCode(text: string): string {
  if (/^[0-9A-Z]*$/.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Dash_Punctuation}\u2212\u200b\ufeff]/gu, '')
    .toUpperCase();
}

/** Judges a code a person typed; the problem's message says what is wrong and what to do. */
export function checkCreditCode(text: string): CodeCheck {
  const code = normaliseCode(text);
  if (code.length === 18) return checkCredit(code);
  if (code.length === 9) return checkOrganisation(code);
  const message =
    code.length === 15
      ? '这是 15 位的旧税务登记号，请填写营业执照上 18 位的统一社会信用代码'
      : `统一社会信用代码应为 18 位（或 9 位组织机构代码），现在是 ${code.length} 位`;
  return refuse('code-length', message);
}

/** Check character of the first 17 characters; null when one of them is outside the alphabet. */
export function creditCheckCharacter(body: string): string | null {
  const sum = weigh(body, CREDIT_ALPHABET, CREDIT_WEIGHTS);
  // The second `% 31` matters: a remainder of 0 gives 31, which stands for the character 0.
  return sum === null ? null : (CREDIT_ALPHABET[(31 - (sum % 31)) % 31] ?? null);
}

/** Check character of the first 8 characters; null when one of them is outside the alphabet. */
export function organisationCheckCharacter(body: string): string | null {
  const sum = weigh(body, ORGANISATION_ALPHABET, ORGANISATION_WEIGHTS);
  if (sum === null) return null;
  const rest = 11 - (sum % 11);
  if (rest === 10) return 'X';
  return rest === 11 ? '0' : String(rest);
}

/** The 9 characters of the 组织机构代码 a code holds: itself, or characters 9 to 17 of the 18. */
function organisationPart(text: string): string {
  const code = normaliseCode(text);
  return code.length === 18 ? code.slice(8, 17) : code;
}

/** Whether two codes name the same unit, be they of 18 or of 9 characters. */
export function sameCode(a: string, b: string): boolean {
  const [one, other] = [normaliseCode(a), normaliseCode(b)];
  if (one === '' || other === '') return false;
  if (one.length === other.length) return one === other;
  return organisationPart(one) === organisationPart(other);
}

function checkCredit(code: string): CodeCheck {
  const foreign = [...code].findIndex((character) => !CREDIT_ALPHABET.includes(character));
  if (foreign >= 0) {
    return refuse(
      'code-character',
      `统一社会信用代码第 ${foreign + 1} 位“${code[foreign]}”不会出现在代码里（不用 I、O、S、V、Z），请核对`,
    );
  }
  if (!/^\d{6}$/.test(code.slice(2, 8))) {
    return refuse('code-region', '统一社会信用代码第 3 至 8 位是登记机关的行政区划码，应全为数字，请核对');
  }
  const expected = creditCheckCharacter(code.slice(0, 17));
  if (expected !== code[17]) {
    return refuse(
      'code-check',
      `统一社会信用代码的校验位不对：按前 17 位推算末位应为 ${expected}，填写的是 ${code[17]}，请对照营业执照逐位核对`,
    );
  }
  return { ok: true, kind: 'credit', code };
}

function checkOrganisation(code: string): CodeCheck {
  const expected = organisationCheckCharacter(code.slice(0, 8));
  if (expected === null) return refuse('code-character', '组织机构代码只用数字和大写字母，请核对');
  if (expected !== code[8]) {
    return refuse(
      'code-check',
      `组织机构代码的校验位不对：按前 8 位推算末位应为 ${expected}，填写的是 ${code[8]}，请逐位核对`,
    );
  }
  return { ok: true, kind: 'organisation', code };
}

function weigh(body: string, alphabet: string, weights: readonly number[]): number | null {
  let sum = 0;
  for (const [index, weight] of weights.entries()) {
    const value = alphabet.indexOf(body[index] ?? ' ');
    if (value < 0) return null;
    sum += value * weight;
  }
  return sum;
}

function refuse(code: string, message: string): CodeCheck {
  return { ok: false, problem: { code, message } };
}
