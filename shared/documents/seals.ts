import { assertNever } from '../assertNever.ts';
import type { Call } from '../calls/schema/call.ts';
import type { SealPlace } from '../calls/schema/page.ts';
import type { Application } from '../entities/application.ts';
import { attachmentGroups, fileTitle } from './attachmentGroups.ts';
import { tableEnd } from './blockBuilders.ts';
import type { SealMark } from './bundleDocument.ts';

/** Anchor of a place, null for the whole volume; undefined when it is not printed in this bundle. */
function anchorOf(where: SealPlace['where'], printed: ReadonlySet<string>): string | null | undefined {
  const anchor = (name: string) => (printed.has(name) ? name : undefined);
  switch (where) {
    case 'edge':
      return null;
    case 'cover':
    case 'form':
      return anchor(where);
    case 'budgetTable':
      return anchor('budget');
    case 'invoiceTable':
      return anchor('invoices');
    case 'ledgerTable':
      return anchor('ledger');
    default:
      return assertNever(where);
  }
}

/**
 * 盖章地图: the call's places as far as this bundle prints them, then every bound file that can be opened and whose kind bears
 * seals. `printed` holds the anchors of sections, tables and their rows that are in the document.
 */
export function seals(call: Call, application: Application, printed: ReadonlySet<string>): SealMark[] {
  const printsVouchers = application.ledger.some(({ rows }) => rows.length > 0);
  const places = call.sealPlaces.flatMap((place): SealMark[] => {
    const anchor = anchorOf(place.where, printed);
    if (anchor === undefined) return [];
    const seal = call.seals.find(({ id }) => id === place.seal)?.label ?? place.seal;
    const last = anchor === null ? null : tableEnd(anchor);
    return [
      {
        seal,
        where: place.where === 'ledgerTable' && printsVouchers ? `${place.note}及逐笔明细` : place.note,
        kind: null,
        anchor,
        lastAnchor: last !== null && printed.has(last) ? last : anchor,
      },
    ];
  });
  const files = attachmentGroups(call, application).flatMap((group) =>
    // In place of a file nobody could open stands a page that says so: it is sealed when the file is there.
    group.files
      .filter(({ pages }) => pages !== null)
      .flatMap((file) =>
        group.seals.map((seal) => ({
          seal,
          where: `${group.title}：${fileTitle(file)}`,
          kind: group.kind,
          anchor: `attachment.${file.id}`,
          lastAnchor: null,
        })),
      ),
  );
  return [...places, ...files];
}
