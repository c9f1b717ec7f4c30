import type { InvoiceKind } from '../../../shared/entities/invoice.ts';

/** Words in the order in which they decide: a toll invoice is an electronic ordinary one too. */
const KINDS: readonly (readonly [RegExp, InvoiceKind])[] = [
  [/铁路|火车|高铁/, 'rail'],
  [/航空|行程单|机票/, 'air'],
  [/通行费/, 'toll'],
  [/机动车|二手车/, 'vehicle'],
  [/财政|非税|行政事业/, 'fiscal'],
  [/卷/, 'roll'],
  [/(数电|全电|数字化).*专|电子发票\(.*专/, 'special-digital'],
  [/数电|全电|数字化|电子发票\(.*普/, 'ordinary-digital'],
  [/电子.*专|专.*电子|电专/, 'special-electronic'],
  [/电子.*普|普.*电子|电普/, 'ordinary-electronic'],
  [/专用|专票|^专$/, 'special-paper'],
  [/普通|普票|^普$/, 'ordinary-paper'],
];

/** The kind of invoice that words of a list or a platform name ("数电票（增值税专用发票）"); null when they name none. */
export function kindOfWords(words: string): InvoiceKind | null {
  const plain = words.normalize('NFKC').replace(/\s/g, '');
  return KINDS.find(([like]) => like.test(plain))?.[1] ?? null;
}
