import { collectedFenOf, type LedgerRow } from '../../entities/ledger.ts';
import { normalisePartyName } from '../../entities/partyName.ts';
import type { RowOf } from '../operators/row.ts';
import type { Scope } from '../operators/scope.ts';
import { met, unmet, type Verdict } from '../operators/verdict.ts';
import { voucherOfRow } from './ledgerVoucher.ts';
import { rowIn } from './rowIn.ts';

/** (日期, 种类, 号数, 摘要, 金额) stands once in all the ledgers; the later row names the first. */
export function ledgerRowUnique(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'ledgerRows');
  if (row === null) return null;
  const identity = identities(scope)[row.position] ?? null;
  if (identity === null) return met();
  const first = scope.once('ledger-row-unique', firstByIdentity).get(identity);
  if (first === undefined || first.position === row.position) return met();
  return unmet({ names: [first.name], column: 'voucherNumber', detail: `与${first.name}相同` });
}

function firstByIdentity(scope: Scope): ReadonlyMap<string, RowOf<'ledgerRows'>> {
  const first = new Map<string, RowOf<'ledgerRows'>>();
  for (const row of scope.rows('ledgerRows')) {
    if (row.of !== 'ledgerRows') continue;
    const identity = identities(scope)[row.position] ?? null;
    if (identity !== null && !first.has(identity)) first.set(identity, row);
  }
  return first;
}

/** What each row is recognised by, worked out once, by its position among the rows of all ledgers. */
function identities(scope: Scope): readonly (string | null)[] {
  return scope.once('ledger-row-identities', ({ application }) =>
    application.ledger.flatMap(({ rows }) => rows.map(identityOf)),
  );
}

/** Null when a row tells too little to be recognised again. */
function identityOf(row: LedgerRow): string | null {
  const amount = collectedFenOf(row) ?? row.voucherFen ?? row.creditFen;
  const voucher = voucherOfRow(row);
  if (row.date === null || amount === null || (voucher === '' && row.summary.trim() === '')) return null;
  // The cost groups belong to it: one voucher line is often split over two groups of the same amount.
  const groups = Object.keys(row.details).sort().join('+');
  return JSON.stringify([row.date, voucher, normalisePartyName(row.summary), amount, row.creditFen, groups]);
}
