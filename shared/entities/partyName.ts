/**
 * A company's name as two spellings of it are compared: half-width brackets, no spaces, one form of
 * quotation marks and middle dots, Latin letters in upper case.
 */
export function normalisePartyName(name: string): string {
  // Most names are plain already, and a table of ten thousand asks for each of them several times.
  if (/^[\u4e00-\u9fff0-9A-Z()]*$/.test(name)) return name;
  return name
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]/g, '')
    .replace(/[〔［【﹝[]/g, '(')
    .replace(/[〕］】﹞\]]/g, ')')
    .replace(/[“”„‟"「」『』]/g, '"')
    .replace(/[‧•・●∙]/g, '·')
    .toUpperCase();
}
