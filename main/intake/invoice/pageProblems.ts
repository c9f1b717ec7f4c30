import type { FileProblem } from '../../../shared/entities/attachment.ts';
import type { PageReading } from './pageReading.ts';
import { parseInvoiceQr } from './parseInvoiceQr.ts';

/** Addresses under which issuers and tax offices let an invoice be looked up. */
const INVOICE_ADDRESS = /^https?:\/\/\S*(fapiao|invoice|bcfp|chinatax|einv|fp|piao)/i;

/** What is to be said of pages beside their invoices: codes that are addresses, pages that do not stand upright. */
export function pageProblems(pages: readonly PageReading[]): FileProblem[] {
  return [...addressProblems(pages), ...turnProblems(pages)];
}

function addressProblems(pages: readonly PageReading[]): FileProblem[] {
  const found = pages.filter(
    ({ codes, texts }) =>
      codes.every(({ text }) => parseInvoiceQr(text) === null) &&
      codes.some(
        ({ text }) =>
          INVOICE_ADDRESS.test(text) || (/^https?:/i.test(text) && texts.some(({ sound }) => sound)),
      ),
  );
  if (found.length === 0) return [];
  const message = `第 ${listed(found)} 页的二维码是网址，离线不打开；请对照页面手工填写这张发票`;
  return [{ code: 'qr-is-address', message, severity: 'hint' }];
}

function turnProblems(pages: readonly PageReading[]): FileProblem[] {
  const told = pages.filter(({ texts, codes }) => texts.some(({ sound }) => sound) || codes.length > 0);
  const over = told.filter(({ turned }) => turned === 2);
  const sideways = told.filter(({ turned }) => turned === 1 || turned === 3);
  return [
    ...(over.length === 0 ? [] : [turnProblem('page-upside-down', over, '上下颠倒，装订前请旋转 180°')]),
    ...(sideways.length === 0 ? [] : [turnProblem('page-sideways', sideways, '横着放，装订前请旋转到正向')]),
  ];
}

function turnProblem(code: string, pages: readonly PageReading[], what: string): FileProblem {
  const message = `第 ${listed(pages)} 页${what}`;
  return { code, message, severity: 'warning', pages: pages.map(({ page }) => page) };
}

/** Pages named in a message. */
const MOST_NAMED = 8;

function listed(pages: readonly PageReading[]): string {
  const named = pages
    .slice(0, MOST_NAMED)
    .map(({ page }) => page)
    .join('、');
  return pages.length > MOST_NAMED ? `${named} 等 ${pages.length}` : named;
}
