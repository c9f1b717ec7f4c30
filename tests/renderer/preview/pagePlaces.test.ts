import { describe, expect, it } from 'vitest';
import {
  pageOfPlace,
  pageOfSpot,
  pathOfAnchor,
  placeOfPage,
  spotOf,
} from '../../../renderer/preview/pagePlaces.ts';
import { sectionOf } from '../../../shared/calls/sectionOf.ts';
import { firstCall } from '../../calls/golden/firstCall.ts';

const call = firstCall();
const placed = {
  anchors: {
    cover: 0,
    contents: 1,
    form: 2,
    plan: 4,
    'plan.title': 4,
    'plan.1': 4,
    'plan.1.1': 4,
    'plan.1.2': 7,
    budget: 9,
    invoices: 10,
    'invoice.7': 12,
    'invoices.end': 12,
    'attachments.license': 14,
    'attachment.license-1': 15,
  },
  outline: [
    { title: '封面', level: 1, page: 0 },
    { title: '一、申报表', level: 1, page: 2 },
    { title: '二、建设方案', level: 1, page: 4 },
    { title: '（二）项目', level: 3, page: 7 },
    { title: '附件1', level: 2, page: 14 },
  ],
};

describe('what stands on a page', () => {
  it.each([
    [0, call.roles.projectName, '封面'],
    [1, null, '封面'],
    [3, call.fields[0]?.id, '一、申报表'],
    [5, 'plan.1.1', '二、建设方案'],
    [7, 'plan.1.2', '（二）项目'],
    [8, 'plan.1.2', '（二）项目'],
    [9, 'budget', '（二）项目'],
    [11, 'invoices', '（二）项目'],
    [12, 'invoices[7]', '（二）项目'],
    [13, 'invoices[7]', '（二）项目'],
    [14, 'attachments.license', '附件1'],
    [19, 'attachments[license-1]', '附件1'],
  ])('page %i is filled in at %s', (page, at, title) => {
    expect(placeOfPage(call, placed, page)).toEqual({ at, title });
  });

  it('is always a place of a section', () => {
    for (const anchor of Object.keys(placed.anchors)) {
      const at = pathOfAnchor(call, anchor);
      if (at !== null && at !== undefined) expect(sectionOf(call, at), anchor).not.toBeNull();
    }
  });

  it('knows nothing of anchors that are no places', () => {
    expect(pathOfAnchor(call, 'sheet.where')).toBeUndefined();
  });
});

describe('the page of what is worked on', () => {
  const sectionWith = (content: string): string =>
    call.sections.find(({ holds }) => holds.some((held) => held === content))?.id ?? '';

  it('is where the section is printed, or the item of the plan', () => {
    expect(pageOfPlace(call, placed, { page: 'section', section: sectionWith('budget') })).toBe(9);
    expect(pageOfPlace(call, placed, { page: 'section', section: sectionWith('plan') })).toBe(4);
    expect(
      pageOfPlace(call, placed, { page: 'section', section: sectionWith('plan'), item: 'plan.1.2' }),
    ).toBe(7);
    expect(pageOfPlace(call, placed, { page: 'section', section: sectionWith('attachments') })).toBe(14);
  });

  it('is the form for what is printed there only, and none for pages that are not printed', () => {
    expect(pageOfPlace(call, placed, { page: 'section', section: sectionWith('consortium') })).toBe(2);
    expect(pageOfPlace(call, placed, { page: 'overview' })).toBeNull();
  });
});

describe('where one is reading', () => {
  it('stays the same when pages before it come or go', () => {
    const spot = spotOf(placed, 8);
    expect(spot).toEqual({ anchor: 'plan.1.2', pages: 1 });
    const longer = { ...placed, anchors: { ...placed.anchors, 'plan.1.2': 10 } };
    expect(pageOfSpot(longer, spot, 8)).toBe(11);
  });

  it('is looked for by its page when what stood there is gone', () => {
    expect(pageOfSpot({ anchors: { form: 2 }, outline: [] }, { anchor: 'invoice.7', pages: 0 }, 12)).toBe(12);
  });
});
