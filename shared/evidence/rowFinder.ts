import type { Invoice } from '../entities/invoice.ts';
import { invoiceIdentity, normaliseInvoiceNumber } from '../entities/invoiceNumber.ts';
import { normalisePartyName } from '../entities/partyName.ts';
import type { Settled } from './fillRow.ts';

/** What tells one invoice from another of the same number. */
export type InvoiceFacts = {
  code: string;
  number: string;
  issuedOn: string | null;
  netFen: number | null;
  totalFen: number | null;
  seller: string;
};

export function factsOfRow({ code, number, issuedOn, netFen, totalFen, seller }: Invoice): InvoiceFacts {
  return {
    code: normaliseInvoiceNumber(code),
    number: normaliseInvoiceNumber(number),
    issuedOn,
    netFen,
    totalFen,
    seller: normalisePartyName(seller.name),
  };
}

export function factsOf(settled: Settled): InvoiceFacts {
  const text = (field: 'code' | 'number' | 'issuedOn' | 'seller.name'): string =>
    String(settled.get(field)?.value ?? '');
  const amount = (field: 'netFen' | 'totalFen'): number | null => {
    const value = settled.get(field)?.value;
    return typeof value === 'number' ? value : null;
  };
  return {
    code: text('code'),
    number: text('number'),
    issuedOn: text('issuedOn') || null,
    netFen: amount('netFen'),
    totalFen: amount('totalFen'),
    seller: normalisePartyName(text('seller.name')),
  };
}

export type RowFinder = {
  /** Id of the row that is this invoice; null when there is none, or several could be. */
  readonly find: (facts: InvoiceFacts) => string | null;
  /** Makes a row known, or what it did not know of itself before. */
  readonly learn: (id: string, facts: InvoiceFacts) => void;
};

/**
 * Finds rows by (代码, 号码). Lists often leave the code out: then the number has to be that of one row only which
 * agrees in day, amount or seller, or of which none of them is known.
 */
export function createRowFinder(): RowFinder {
  const rows = new Map<string, InvoiceFacts>();
  const byIdentity = new Map<string, string>();
  const byNumber = new Map<string, string[]>();

  const index = (id: string, facts: InvoiceFacts): void => {
    const identity = invoiceIdentity(facts);
    if (identity !== null && !byIdentity.has(identity)) byIdentity.set(identity, id);
  };
  /** A number a file of the row tells that is not the row's: other files of that invoice belong to the row as well. */
  const indexOther = (id: string, row: InvoiceFacts, facts: InvoiceFacts): void => {
    if (facts.number !== row.number && (facts.code !== '' || facts.number.length === 20)) index(id, facts);
  };
  return {
    find: (facts) => {
      const identity = invoiceIdentity(facts);
      if (identity === null) return null;
      const exact = byIdentity.get(identity);
      if (exact !== undefined) return exact;
      if (facts.number.length === 20) return null;
      const candidates = (byNumber.get(facts.number) ?? []).filter((id) => {
        const row = rows.get(id);
        return row !== undefined && (row.code === '' || facts.code === '') && agree(row, facts);
      });
      return candidates.length === 1 ? (candidates[0] ?? null) : null;
    },
    learn: (id, facts) => {
      const known = rows.get(id);
      if (known === undefined) {
        rows.set(id, { ...facts });
        if (facts.number !== '') note(byNumber, facts.number, id);
        index(id, facts);
        return;
      }
      if (known.number === '' && facts.number !== '') note(byNumber, facts.number, id);
      known.number ||= facts.number;
      if (known.number.length !== 20 && known.number === facts.number) known.code ||= facts.code;
      known.issuedOn ??= facts.issuedOn;
      known.netFen ??= facts.netFen;
      known.totalFen ??= facts.totalFen;
      known.seller ||= facts.seller;
      index(id, known);
      indexOther(id, known, facts);
    },
  };
}

function agree(a: InvoiceFacts, b: InvoiceFacts): boolean {
  const pairs = [
    [a.issuedOn, b.issuedOn],
    [a.netFen, b.netFen],
    [a.totalFen, b.totalFen],
    [a.seller || null, b.seller || null],
  ].filter(([one, other]) => one !== null && other !== null);
  return pairs.length === 0 || pairs.some(([one, other]) => one === other);
}

function note(map: Map<string, string[]>, key: string, id: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [id]);
  else known.push(id);
}
