import { describe, expect, it } from 'vitest';
import { planPagination } from '../../../shared/documents/planPagination.ts';

const group = (id: string, startOnRight: boolean, ...pages: number[]) => ({
  id,
  startOnRight,
  files: pages.map((count, index) => ({ id: `${id}${index + 1}`, pages: count })),
});

describe('planPagination', () => {
  it('numbers from the first page after cover and contents, and lets attachments run on', () => {
    const plan = planPagination({
      frontPages: 2,
      bodyPages: 7,
      groups: [group('a', true, 3, 1), group('b', true, 2)],
      duplex: false,
    });
    expect(plan.groups).toEqual([
      { id: 'a', physical: 8, printed: 6 },
      { id: 'b', physical: 13, printed: 11 },
    ]);
    expect(plan.files.map((file) => [file.id, file.physical, file.printed])).toEqual([
      ['a1', 9, 7],
      ['a2', 12, 10],
      ['b1', 14, 12],
    ]);
    expect([plan.pages, plan.blankPages, plan.sheets]).toEqual([15, 0, 15]);
  });

  it('inserts counted but unnumbered blank pages so that sections start on the right when printed on both sides', () => {
    const plan = planPagination({
      frontPages: 2,
      bodyPages: 7,
      groups: [group('a', true, 3), group('b', true, 2), group('c', false, 1)],
      duplex: true,
    });
    // 7 pages, so the divider lies on a left page without the blank page 8 (number 6).
    expect(plan.sequence[7]).toEqual({ kind: 'blank', physical: 8, printed: null });
    expect(plan.groups).toEqual([
      { id: 'a', physical: 9, printed: 7 },
      { id: 'b', physical: 13, printed: 11 },
      { id: 'c', physical: 16, printed: 14 },
    ]);
    expect([plan.pages, plan.blankPages, plan.sheets]).toEqual([17, 1, 9]);
  });

  it('keeps odd numbers on right-hand pages when the front pages are odd in number', () => {
    const plan = planPagination({ frontPages: 3, bodyPages: 5, groups: [], duplex: true });
    expect(plan.sequence.map((page) => [page.kind, page.printed])).toEqual([
      ['base', null],
      ['base', null],
      ['base', null],
      ['blank', null],
      ['base', 1],
      ['base', 2],
    ]);
    for (const page of plan.sequence)
      if (page.printed !== null) expect(page.printed % 2).toBe(page.physical % 2);
  });

  it('maps every page of every file once and in order', () => {
    const plan = planPagination({
      frontPages: 0,
      bodyPages: 0,
      groups: [group('a', false, 2, 0, 1)],
      duplex: true,
    });
    expect(plan.sequence).toEqual([
      { kind: 'base', baseIndex: 0, physical: 1, printed: 1 },
      { kind: 'attachment', fileId: 'a1', pageIndex: 0, physical: 2, printed: 2 },
      { kind: 'attachment', fileId: 'a1', pageIndex: 1, physical: 3, printed: 3 },
      { kind: 'attachment', fileId: 'a3', pageIndex: 0, physical: 4, printed: 4 },
    ]);
    expect(plan.files[1]).toEqual({ id: 'a2', pages: 0, physical: 4, printed: 4 });
  });

  it('refuses more front pages than there are pages', () => {
    expect(() => planPagination({ frontPages: 2, bodyPages: 1, groups: [], duplex: false })).toThrow(
      RangeError,
    );
  });
});
