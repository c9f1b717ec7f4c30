/** Telephone numbers as Chinese forms carry them. */
export type PhoneCheck =
  | { readonly ok: true; readonly kind: 'mobile' | 'landline' | 'service'; readonly number: string }
  | { readonly ok: false; readonly problem: { readonly code: string; readonly message: string } };

/** Three-digit area codes; their numbers have 8 digits everywhere. */
const SHORT_AREA = /^(010|02[0-57-9])/;
const EXTENSION = /(?:转|分机|ext\.?|x|#)(\d{1,6})$/i;

/**
 * Judges a mobile or landline number: `1[3-9]` and 9 digits, `0dd(d)-` and 7 or 8 digits with an
 * optional extension, or a 400/800 number. Full-width digits, spaces, brackets and +86 are read as
 * a person means them.
 */
export function checkPhone(text: string): PhoneCheck {
  const plain = plainNumber(text);
  if (isMobile(plain)) return { ok: true, kind: 'mobile', number: plain.replace(/-/g, '') };
  const service = /^([48]00)-?(\d{3})-?(\d{4})$/.exec(plain);
  if (service !== null) return { ok: true, kind: 'service', number: service.slice(1).join('-') };
  if (/^1\d*$/.test(plain)) return mobileProblem(plain);
  return checkLandline(plain);
}

/** Judges a mobile number; a landline is refused with its own message. */
export function checkMobile(text: string): PhoneCheck {
  const plain = plainNumber(text);
  if (isMobile(plain)) return { ok: true, kind: 'mobile', number: plain.replace(/-/g, '') };
  if (checkLandline(plain).ok) {
    return refuse('phone-not-mobile', '这里需要手机号码，填写的是固定电话');
  }
  return mobileProblem(plain);
}

function checkLandline(plain: string): PhoneCheck {
  const extension = EXTENSION.exec(plain)?.[1] ?? /^0\d{2,3}-?\d{7,8}-(\d{1,6})$/.exec(plain)?.[1] ?? '';
  const body = extension === '' ? plain : plain.replace(/(?:-|转|分机|ext\.?|x|#)\d{1,6}$/i, '');
  const digits = body.replace(/-/g, '');
  if (/^[2-8]\d{6,7}$/.test(digits)) {
    return refuse('phone-area', `固定电话请写上区号，例如 023-${digits}`);
  }
  const match = SHORT_AREA.test(digits)
    ? /^(0\d{2})([2-8]\d{7})$/.exec(digits)
    : /^(0[3-9]\d{2})([2-8]\d{6,7})$/.exec(digits);
  if (match === null || !/^\d+(-\d+)*$/.test(body)) {
    return refuse(
      'phone-form',
      '应为 11 位手机号，或“区号-号码”的固定电话（三位区号后是 8 位号码，四位区号后是 7 至 8 位号码）',
    );
  }
  const number = `${match[1]}-${match[2]}${extension === '' ? '' : `-${extension}`}`;
  return { ok: true, kind: 'landline', number };
}

function plainNumber(text: string): string {
  return (
    text
      .normalize('NFKC')
      .replace(/[\p{Dash_Punctuation}\u2212]/gu, '-')
      .replace(/[()]/g, '-')
      .replace(/\s/g, '')
      .replace(/-{2,}/g, '-')
      .replace(/^-|-$/g, '')
      // Behind the country code the 0 of an area code is left out.
      .replace(/^(?:\+|00)86-?(?=[01])/, '')
      .replace(/^(?:\+|00)86-?(?=\d)/, '0')
  );
}

function isMobile(plain: string): boolean {
  return /^1[3-9]\d{9}$/.test(plain.replace(/-/g, '')) && /^1[\d-]+$/.test(plain);
}

function mobileProblem(plain: string): PhoneCheck {
  const digits = plain.replace(/\D/g, '');
  const message =
    digits.length === 11
      ? '手机号码应以 13 至 19 开头'
      : `手机号码应为 11 位数字，现在是 ${digits.length} 位`;
  return refuse('phone-mobile', message);
}

function refuse(code: string, message: string): PhoneCheck {
  return { ok: false, problem: { code, message } };
}
