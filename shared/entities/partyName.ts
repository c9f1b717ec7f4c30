/**
 * A company's name as two spellings of it are compared: half-width brackets, no spaces, one form of
 * quotation marks and middle dots, Latin letters in upper case.
 */
export function normalisePartyName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]/g, '')
    .replace(/[〔［【﹝[]/g, '(')
    .replace(/[〕］】﹞\]]/g, ')')
    .replace(/[“”„‟"「」『』]/g, '"')
    .replace(/[‧•・●∙]/g, '·')
    .toUpperCase();
}
