import { describe, expect, it } from 'vitest';
import { evaluate } from '../../shared/calls/evaluate.ts';
import { printedLedgerKinds } from '../../shared/calls/printedLedgerKinds.ts';
import type { Application } from '../../shared/entities/application.ts';
import type { Attachment } from '../../shared/entities/attachment.ts';
import { baseApplication, file } from './golden/baseApplication.ts';
import { firstCall } from './golden/firstCall.ts';

const call = firstCall();
const base = baseApplication(call, '5G+工业互联网应用');

/** The same file as an original without pages. */
function asOriginal(attachment: Attachment, sniffedType: 'xml' | 'xlsx'): Attachment {
  return { ...attachment, name: `${attachment.id}.${sniffedType}`, sniffedType, pages: 0, dpi: null };
}

function withOriginals(
  kind: string,
  sniffedType: 'xml' | 'xlsx',
  more: Partial<Application> = {},
): Application {
  const attachments = base.attachments.map((one) => (one.kind === kind ? asOriginal(one, sniffedType) : one));
  return { ...base, ...more, attachments };
}

function outcomesOf(application: Application, key: string): string[] {
  return evaluate(call, application)
    .findings.filter((finding) => finding.key === key || finding.key.startsWith(`${key}#`))
    .map(({ outcome, message }) => `${outcome} ${message}`);
}

describe('an electronic original that is kept beside', () => {
  it('can be read as well as any file: it has no pages, and needs none', () => {
    expect(outcomesOf(withOriginals('invoice-copies', 'xml'), 'H11')).toEqual([
      expect.stringMatching(/^met /),
    ]);
    const damaged = { code: 'file-damaged', message: '表格已损坏，请重新导出', severity: 'error' as const };
    const application = withOriginals('rd-ledger', 'xlsx');
    const attachments = application.attachments.map((one) =>
      one.kind === 'rd-ledger' ? { ...one, problems: [damaged] } : one,
    );
    expect(outcomesOf({ ...application, attachments }, 'H11')).toEqual([
      expect.stringMatching(/^unmet .*表格已损坏/),
    ]);
  });

  it('is no file for the checklist: a statement as a spreadsheet alone cannot be handed in on paper', () => {
    expect(outcomesOf(base, 'G3/statements')).toEqual([expect.stringMatching(/^met /)]);
    expect(outcomesOf(withOriginals('statements', 'xlsx'), 'G3/statements')).toEqual([
      expect.stringMatching(/^unknown /),
    ]);
  });

  it('is no copy of an invoice on paper, and takes nothing from a copy that is one', () => {
    const [first] = base.invoices;
    if (first === undefined) throw new Error('the base application has invoices');
    const xml = asOriginal(file('invoice-copies', 90), 'xml');
    const alone = (copies: string[]): Application => ({
      ...base,
      attachments: [...base.attachments, xml],
      invoices: base.invoices.map((row) => (row.id === first.id ? { ...row, copies } : row)),
    });
    expect(outcomesOf(alone([xml.id]), 'G9/row')).toEqual([expect.stringMatching(/^unknown .*PDF 或照片/)]);
    expect(outcomesOf(alone([xml.id, ...first.copies]), 'G9/row')).toEqual([expect.stringMatching(/^met /)]);
  });

  it('belongs to no row as a copy does, and is not asked for one', () => {
    const xml = asOriginal(file('invoice-copies', 90), 'xml');
    const list = asOriginal(file('invoice-copies', 91), 'xlsx');
    const unread = { ...asOriginal(file('invoice-copies', 92), 'xlsx'), pages: null };
    const photo = file('invoice-copies', 93);
    const attachments = [...base.attachments, xml, list, unread, photo];
    expect(outcomesOf({ ...base, attachments }, 'G9/copy')).toEqual([
      expect.stringMatching(new RegExp(`^unmet .*${photo.name}.*请指明它是哪张发票`)),
    ]);
  });

  it('stands for the R&D ledger as long as its rows are printed in the volume', () => {
    expect([...printedLedgerKinds(call, base)]).toEqual(['rd-ledger']);
    expect(outcomesOf(withOriginals('rd-ledger', 'xlsx'), 'G10/rd-ledger')).toEqual([
      expect.stringMatching(/^met /),
    ]);
    const empty = base.ledger.map((project) => ({ ...project, rows: [] }));
    const unprinted = withOriginals('rd-ledger', 'xlsx', { ledger: empty });
    expect(outcomesOf(unprinted, 'G10/rd-ledger')).toEqual([expect.stringMatching(/^unknown /)]);
  });
});
