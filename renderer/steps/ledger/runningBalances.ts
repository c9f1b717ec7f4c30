import type { LedgerProject, LedgerRow } from '../../../shared/entities/ledger.ts';
import { type Fen, formatMoney } from '../../../shared/entities/money.ts';
import type { CellMark, GridMarks } from '../../ui/grid/gridMarks.ts';

/** A row of a 2015 sheet and its 余额 as worked out: what stood before, plus 借方, minus 贷方. */
type Balance = { readonly row: LedgerRow; readonly computedFen: Fen };

/** Works the 余额 down a sheet from its 期初余额 (0 when it tells none), whatever is printed. */
export function runningBalances({ rows, openingFen }: LedgerProject): readonly Balance[] {
  let running: Fen = openingFen ?? 0;
  return rows.map((row) => {
    running += (row.voucherFen ?? 0) - (row.creditFen ?? 0);
    return { row, computedFen: running };
  });
}

/**
 * Marks on every printed 余额 that does not follow from the one above it. After a wrong one it goes on from what
 * is printed, so that one slip is marked once.
 */
export function balanceMarks(project: LedgerProject): GridMarks {
  const marks = new Map<string, ReadonlyMap<string, CellMark>>();
  if (project.style !== '2015') return marks;
  let running: Fen | null = project.openingFen;
  for (const [index, row] of project.rows.entries()) {
    const movement = (row.voucherFen ?? 0) - (row.creditFen ?? 0);
    // A sheet that carries on without telling its opening balance starts from its first printed one.
    const computed: Fen | null = running === null ? (index === 0 ? null : movement) : running + movement;
    const printed = signedFen(row);
    if (printed !== null && computed !== null && printed !== computed) {
      const message = `余额应为 ${formatMoney(Math.abs(computed), 'yuan')} 元（${sideOf(computed)}），相差 ${formatMoney(Math.abs(printed - computed), 'yuan')} 元。`;
      marks.set(row.id, new Map([['balanceFen', { level: 'warning', messages: [message] }]]));
    }
    running = printed ?? computed;
  }
  return marks;
}

/** The rows with 余额 and 借或贷 as worked out; only those that change. */
export function withBalances(project: LedgerProject): readonly LedgerRow[] {
  return runningBalances(project).flatMap(({ row, computedFen }) => {
    const balanceFen = Math.abs(computedFen);
    const balanceSide = sideOf(computedFen);
    if (row.balanceFen === balanceFen && row.balanceSide === balanceSide) return [];
    return [{ ...row, balanceFen, balanceSide }];
  });
}

function signedFen({ balanceSide, balanceFen }: LedgerRow): Fen | null {
  if (balanceSide === '平') return 0;
  if (balanceFen === null) return null;
  return balanceSide === '贷' ? -balanceFen : balanceFen;
}

function sideOf(fen: Fen): '借' | '贷' | '平' {
  return fen === 0 ? '平' : fen > 0 ? '借' : '贷';
}
