import { afterAll, describe, expect, it } from 'vitest';
import { assetsFolder } from '../../main/assetsFolder.ts';
import { createPreviewer, type PreviewInput } from '../../main/bundle/preview/createPreviewer.ts';
import type { Application } from '../../shared/entities/application.ts';
import { baseApplication } from '../calls/golden/baseApplication.ts';
import { firstCall } from '../calls/golden/firstCall.ts';

const call = firstCall();
const base = baseApplication(call, '5G+工业互联网应用');
const previewer = createPreviewer(assetsFolder('fonts'));
afterAll(() => previewer.close());

const wish = (application: Application): PreviewInput => ({
  call,
  application,
  lendFiles: async () => ({ files: new Map(), giveBack: async () => undefined }),
});

async function made(application: Application) {
  const reply = await previewer.make(wish(application));
  if (!reply.ok) throw new Error(reply.problem.message);
  return reply.value;
}

describe('a preview', () => {
  it('lays typeset pages, blanks and attached pages out as they will be bound', async () => {
    const { pages, pdf, anchors, duplex, sheets } = await made(base);
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(duplex).toBe(true);
    expect(sheets).toBe(Math.ceil(pages.length / 2));
    // Numbers go up by one a page and odd ones lie on the right, which is an even place from 0.
    const numbered = pages.flatMap(({ printed }, index) => (printed === null ? [] : [{ printed, index }]));
    for (const { printed, index } of numbered) expect(printed % 2 === 1).toBe(index % 2 === 0);
    for (const [at, { printed, index }] of numbered.entries()) {
      const before = numbered[at - 1];
      if (before !== undefined) expect(printed - before.printed).toBe(index - before.index);
    }
    for (const attachment of base.attachments) {
      const index = anchors[`attachment.${attachment.id}`];
      if (index !== undefined) expect(pages[index]).toMatchObject({ from: 'attachment', id: attachment.id });
    }
    expect(anchors.cover).toBe(0);
  });

  it('counts pages of the file, also where some are left out', async () => {
    const [first] = base.attachments;
    if (first === undefined) throw new Error('the base has attachments');
    const changed = { ...first, pages: 4, omitPages: [1, 3] };
    const { pages } = await made({
      ...base,
      attachments: base.attachments.map((one) => (one === first ? changed : one)),
    });
    const own = pages.filter((page) => page.from === 'attachment' && page.id === first.id);
    expect(own.map((page) => page.from === 'attachment' && page.page)).toEqual([2, 4]);
  });

  it('has a page of its own for a file that cannot be opened', async () => {
    const [first] = base.attachments;
    if (first === undefined) throw new Error('the base has attachments');
    const { pages } = await made({
      ...base,
      attachments: base.attachments.map((one) => (one === first ? { ...first, pages: null } : one)),
    });
    expect(pages.filter((page) => page.from === 'unreadable')).toHaveLength(1);
  });

  it('is made of an application with nothing in it, too', async () => {
    const { pages } = await made({
      ...base,
      answers: {},
      invoices: [],
      attachments: [],
      plan: {},
      budget: [],
    });
    expect(pages.length).toBeGreaterThan(3);
  });

  it('gives way to a newer one that was asked for meanwhile', async () => {
    const replies = await Promise.all([1, 2, 3, 4].map(() => previewer.make(wish(base))));
    expect(replies.map((reply) => (reply.ok ? 'made' : reply.problem.code))).toEqual([
      'made',
      'superseded',
      'superseded',
      'made',
    ]);
  });

  it('that is called off is answered, and a later one is made', async () => {
    const asked = previewer.make(wish(base));
    previewer.close();
    expect(await asked).toMatchObject({ ok: false, problem: { code: 'closed' } });
    expect((await made(base)).pages.length).toBeGreaterThan(3);
  });
});
