import { describe, expect, it } from 'vitest';
import { knownCalls, newestCall } from '../../../main/tasks/knownCalls.ts';
import {
  assignCopy,
  linkCopies,
  moveToKind,
  omitPages,
  placeFile,
  removeFiles,
  replaceFile,
  turnFile,
} from '../../../renderer/steps/attachments/attachmentEdits.ts';
import { applyEdit } from '../../../shared/edits/applyEdit.ts';
import type { Edit } from '../../../shared/edits/edit.ts';
import { Application } from '../../../shared/entities/application.ts';
import { Attachment } from '../../../shared/entities/attachment.ts';
import { sampleInvoices } from '../../store/sampleApplication.ts';

const call = (() => {
  const newest = newestCall(knownCalls());
  if (newest === null) throw new Error('there is no call');
  return newest;
})();
const copies = call.attachments.find(({ rowsOf }) => rowsOf === 'invoices')?.id ?? '';
const plain = call.attachments.find(({ rowsOf, bound }) => rowsOf === undefined && bound)?.id ?? '';

const file = (id: string, kind: string, change: Partial<Attachment> = {}): Attachment =>
  Attachment.parse({
    id,
    kind,
    name: `${id}.pdf`,
    sha256: 'a'.repeat(64),
    bytes: 9,
    sniffedType: 'pdf',
    pages: 3,
    ...change,
  });

const [firstInvoice, secondInvoice] = sampleInvoices(2);
const application = (attachments: readonly Attachment[], named: readonly string[] = []): Application =>
  Application.parse({
    call: { id: call.id, revision: call.revision },
    attachments,
    invoices: [{ ...firstInvoice, copies: [...named] }, secondInvoice],
  });
const edited = (start: Application, edits: readonly Edit[]): Application =>
  edits.reduce((now, edit) => applyEdit(now, edit).application, start);
const orderOf = ({ attachments }: Application) =>
  attachments.toSorted((a, b) => a.order - b.order).map(({ id }) => id);

describe('what the board does', () => {
  it('puts a file at another place among its kind, and changes no file that stays where it was', () => {
    const files = ['a', 'b', 'c', 'd'].map((id, order) => file(id, plain, { order }));
    const edits = placeFile(files, 'c', 1);
    expect(orderOf(edited(application(files), edits))).toEqual(['a', 'c', 'b', 'd']);
    expect(edits[0]).toMatchObject({ save: [{ id: 'c' }, { id: 'b' }] });
    expect(placeFile(files, 'c', 2)).toEqual([]);
  });

  it('turns a file on, and after four turns it stands as before', () => {
    let now = application([file('a', plain)]);
    const turns: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      const [one] = now.attachments;
      if (one !== undefined) now = edited(now, turnFile(one));
      turns.push(now.attachments[0]?.rotate ?? -1);
    }
    expect(turns).toEqual([90, 180, 270, 0]);
  });

  it('leaves pages out, but never the last one', () => {
    const one = file('a', plain, { omitPages: [1] });
    expect(edited(application([one]), omitPages(one, [3], true)).attachments[0]?.omitPages).toEqual([1, 3]);
    expect(omitPages(one, [2, 3], true)).toEqual([]);
    expect(edited(application([one]), omitPages(one, [1], false)).attachments[0]?.omitPages).toEqual([]);
  });

  it('removes a copy together with the bond of its invoice, and one undo brings both back', () => {
    const start = application([file('copy', copies)], ['copy']);
    let now = start;
    const inverse: Edit[] = [];
    for (const edit of removeFiles(start, ['copy'])) {
      const applied = applyEdit(now, edit);
      now = applied.application;
      inverse.unshift(applied.inverse);
    }
    expect(now.attachments).toEqual([]);
    expect(now.invoices[0]?.copies).toEqual([]);
    expect(edited(now, inverse)).toEqual(start);
  });

  it('moves files to the end of another kind; the bond with invoices goes and comes with it', () => {
    const number = firstInvoice?.number ?? '';
    const start = application(
      [file('x', plain), file('copy', copies, { name: `发票${number}.pdf` })],
      ['copy'],
    );
    const away = edited(start, moveToKind(call, start, ['copy'], plain));
    expect(away.attachments.map(({ kind, order }) => [kind, order])).toEqual([
      [plain, 0],
      [plain, 1],
    ]);
    expect(away.invoices[0]?.copies).toEqual([]);
    expect(edited(away, moveToKind(call, away, ['copy'], copies)).invoices[0]?.copies).toEqual(['copy']);
    expect(moveToKind(call, start, ['x'], plain)).toEqual([]);
  });

  it('puts a new file where another stood: place, title, kind and invoice', () => {
    const old = file('old', copies, { order: 4, title: '第一张' });
    const start = application([old, file('new', plain, { order: 9 })], ['old']);
    const [, next] = start.attachments;
    if (next === undefined) throw new Error('two files');
    const now = edited(start, replaceFile(start, old, next));
    expect(now.attachments).toMatchObject([{ id: 'new', kind: copies, order: 4, title: '第一张' }]);
    expect(now.invoices[0]?.copies).toEqual(['new']);
  });

  it('bonds copies by the number in their name once, and by hand with one invoice only', () => {
    const one = file('copy', copies, { name: `${secondInvoice?.number}.pdf` });
    const start = application([one]);
    const bonded = edited(start, linkCopies(start, [one]));
    expect(bonded.invoices.map((row) => row.copies)).toEqual([[], ['copy']]);
    expect(linkCopies(bonded, [one])).toEqual([]);
    const changed = edited(bonded, assignCopy(bonded, one, firstInvoice?.id ?? ''));
    expect(changed.invoices.map((row) => row.copies)).toEqual([['copy'], []]);
    expect(edited(changed, assignCopy(changed, one, null)).invoices[0]?.copies).toEqual([]);
  });
});
