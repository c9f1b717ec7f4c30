import type { Call, SectionContent } from '../../shared/calls/schema/call.ts';
import type { Preview } from '../../shared/contract/Preview.ts';
import type { Place } from '../app/navigation.ts';

/** What a page shows and where it is filled in. */
export type PagePlace = {
  /** Path for `jumpTo`; null for a page made of everything, the 目录: its overview. */
  readonly at: string | null;
  /** Nearest heading on or before the page; empty before the first. */
  readonly title: string;
};

type Placed = Pick<Preview, 'anchors' | 'outline'>;

/** Where the words of a printed place are entered; undefined for an anchor that is no such place. */
export function pathOfAnchor(call: Call, anchor: string): string | null | undefined {
  if (anchor === 'contents') return null;
  if (anchor === 'cover') return call.roles.projectName;
  if (anchor === 'form' || anchor.startsWith('form.')) return call.fields[0]?.id ?? null;
  const [head = '', ...rest] = anchor.split('.');
  const tail = rest.join('.');
  switch (head) {
    case 'plan':
      return tail === '' || tail === 'title' ? 'plan' : anchor;
    case 'budget':
    case 'invoices':
    case 'ledger':
    case 'targets':
      return head;
    case 'attachments':
      return tail === '' || tail === 'title' ? 'attachments' : anchor;
    case 'invoice':
      return `invoices[${tail}]`;
    case 'attachment':
      return `attachments[${tail}]`;
    default:
      return undefined;
  }
}

/** What stands on a page: the first place that begins on it, else the last one that began before. */
export function placeOfPage(call: Call, { anchors, outline }: Placed, index: number): PagePlace {
  let nearest: { readonly at: string | null; readonly page: number } | null = null;
  for (const [anchor, page] of Object.entries(anchors)) {
    const at = pathOfAnchor(call, anchor);
    if (at === undefined || page > index || anchor.endsWith('.end')) continue;
    const better =
      nearest === null ||
      page > nearest.page ||
      (page === nearest.page && (page < index || nearest.at === 'plan'));
    if (better) nearest = { at, page };
  }
  const headings = outline.filter(({ page }) => page <= index);
  const here = headings.filter(({ page }) => page === index);
  return { at: nearest?.at ?? null, title: (here[0] ?? headings.at(-1))?.title ?? '' };
}

/** Where what a section holds is printed, first choice first. */
const PRINTED: { readonly [content in SectionContent]?: readonly string[] } = {
  targets: ['targets', 'form'],
  budget: ['budget'],
  invoices: ['invoices'],
  ledger: ['ledger'],
  plan: ['plan'],
};

/** The page that shows what is worked on at a place; null where nothing of it is printed. */
export function pageOfPlace(call: Call, { anchors }: Placed, place: Place): number | null {
  if (place.page !== 'section') return null;
  const section = call.sections.find(({ id }) => id === place.section);
  if (section === undefined) return null;
  const kinds = section.holds.includes('attachments')
    ? call.attachments.map(({ id }) => `attachments.${id}`)
    : [];
  const wished = [
    ...(place.item === undefined ? [] : [place.item]),
    ...section.holds.flatMap((content) => PRINTED[content] ?? []),
    ...kinds,
    ...(section.holds.includes('attachments') ? ['attachments'] : []),
    'form',
  ];
  for (const anchor of wished) {
    const page = anchors[anchor];
    if (page !== undefined) return page;
  }
  return null;
}

/** A spot in the pages that stays what it is when pages before it come or go. */
export type Spot = {
  readonly anchor: string | null;
  /** Pages after the anchor's, or after the first without one. */
  readonly pages: number;
};

export function spotOf({ anchors }: Placed, index: number): Spot {
  let nearest: Spot = { anchor: null, pages: index };
  for (const [anchor, page] of Object.entries(anchors))
    if (page <= index && index - page < nearest.pages) nearest = { anchor, pages: index - page };
  return nearest;
}

/** Where the spot is now; a place that is gone is looked for by its page. */
export function pageOfSpot({ anchors }: Placed, { anchor, pages }: Spot, otherwise: number): number {
  if (anchor === null) return pages;
  const page = anchors[anchor];
  return page === undefined ? otherwise : page + pages;
}
