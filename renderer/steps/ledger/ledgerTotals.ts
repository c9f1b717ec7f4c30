import {
  collectedFenOf,
  LEDGER_COST_LABELS,
  LedgerCost,
  type LedgerProject,
} from '../../../shared/entities/ledger.ts';
import type { Fen } from '../../../shared/entities/money.ts';

/** One column of a sheet: the sum of its rows, and the 合计 printed on the sheet, null where none is noted. */
export type LedgerTotal = {
  readonly key: 'voucherFen' | 'collectedFen' | LedgerCost;
  readonly label: string;
  readonly sumFen: Fen;
  readonly printedFen: Fen | null;
};

/** Every column of a sheet that has amounts or a printed 合计; 凭证 and 归集 always. */
export function ledgerTotals({ rows, printedTotals, style }: LedgerProject): readonly LedgerTotal[] {
  const sum = (of: (row: LedgerProject['rows'][number]) => Fen | null | undefined): Fen =>
    rows.reduce<Fen>((total, row) => total + (of(row) ?? 0), 0);
  const costs = LedgerCost.options.map(
    (cost): LedgerTotal => ({
      key: cost,
      label: LEDGER_COST_LABELS[cost],
      sumFen: sum(({ details }) => details[cost]),
      printedFen: printedTotals?.details[cost] ?? null,
    }),
  );
  return [
    {
      key: 'voucherFen',
      label: style === '2015' ? '借方金额' : '会计凭证记载金额',
      sumFen: sum(({ voucherFen }) => voucherFen),
      printedFen: printedTotals?.voucherFen ?? null,
    },
    {
      key: 'collectedFen',
      label: '归集金额',
      sumFen: sum(collectedFenOf),
      printedFen: printedTotals?.collectedFen ?? null,
    },
    ...costs.filter(
      ({ key, sumFen, printedFen }) => !key.startsWith('commissioned') || sumFen !== 0 || printedFen !== null,
    ),
  ];
}

/** The printed 合计 with one column changed; null when none is left. */
export function withPrinted(
  printed: LedgerProject['printedTotals'],
  key: LedgerTotal['key'],
  fen: Fen | null,
): LedgerProject['printedTotals'] {
  const before = printed ?? { voucherFen: null, collectedFen: null, details: {} };
  const next =
    key === 'voucherFen' || key === 'collectedFen'
      ? { ...before, [key]: fen }
      : { ...before, details: withDetail(before.details, key, fen) };
  const empty =
    next.voucherFen === null && next.collectedFen === null && Object.keys(next.details).length === 0;
  return empty ? null : next;
}

function withDetail(
  details: Partial<Record<LedgerCost, Fen>>,
  cost: LedgerCost,
  fen: Fen | null,
): Partial<Record<LedgerCost, Fen>> {
  const { [cost]: _, ...others } = details;
  return fen === null ? others : { ...others, [cost]: fen };
}
