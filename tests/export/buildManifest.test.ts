import { expect, it } from 'vitest';
import { buildManifest } from '../../main/bundle/export/buildManifest.ts';
import { compose } from '../../shared/documents/compose.ts';
import { applicationWith, attachment, call, invoice } from '../unit/documents/documentFixture.ts';

/** Printed page of each anchor; 40 invoices stand on pages 18 to 22. */
const PRINTED: Readonly<Record<string, number>> = {
  cover: 0,
  form: 1,
  invoices: 18,
  'invoices.end': 22,
  'attachment.a': 43,
};

it('tells the first and the last page that bears a seal, of tables and of files', () => {
  const application = applicationWith({
    invoices: Array.from({ length: 40 }, (_, index) => invoice(index + 1)),
    attachments: [attachment('a', 'agreement')],
  });
  const { seals } = buildManifest({
    call,
    application,
    document: compose(call, application, { draft: false }),
    pages: (anchor) => {
      const printed = PRINTED[anchor];
      return printed === undefined
        ? null
        : { physical: printed + 4, printed: printed === 0 ? null : printed };
    },
    assembled: {
      ok: true,
      pages: 60,
      blankPages: 0,
      draft: false,
      files: [
        {
          id: 'a',
          pagesIn: 4,
          pagesOut: 4,
          firstPage: 43,
          physicalFirst: 47,
          via: 'copy',
          problems: [],
        },
      ],
      groups: [],
      guard: { rendered: 0, identical: 0, refused: 0 },
      bytes: 1,
      sha256: '',
    },
    typesetBlankPages: 0,
    colourPages: 0,
    files: [],
  });
  const pagesOf = (where: RegExp) =>
    seals.filter((seal) => where.test(seal.where)).map(({ page, lastPage }) => [page, lastPage]);
  expect(pagesOf(/明细表/u)).toEqual([[18, 22]]);
  expect(pagesOf(/联合体协议/u)).toEqual([[43, 46]]);
  expect(pagesOf(/申报表/u)).toEqual([
    [1, 1],
    [1, 1],
  ]);
  expect(pagesOf(/封面|书口/u).every(([page, last]) => page === null && last === null)).toBe(true);
});
