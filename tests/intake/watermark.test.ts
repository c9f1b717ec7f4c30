import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPdfInvoices } from '../../main/intake/invoice/readPdfInvoices.ts';
import { projectRoot } from '../../scripts/setup/projectRoot.ts';

describe('words printed large across a page', () => {
  it('are no part of the name they run over', async () => {
    const copy = path.join(projectRoot, 'assets/samples/5g-workshop/attachments/invoice-copies/002.pdf');
    const { invoices } = await readPdfInvoices(copy, () => undefined);
    const seller = invoices[0]?.fields.find(({ field }) => field === 'seller.name');
    expect(seller?.value).toBe('示例通信有限公司重庆分公司');
  });
});
