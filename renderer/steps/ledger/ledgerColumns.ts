import {
  collectedFenOf,
  LEDGER_COST_LABELS,
  LedgerCost,
  LedgerRow,
  type LedgerStyle,
} from '../../../shared/entities/ledger.ts';
import type { Fen } from '../../../shared/entities/money.ts';
import { choiceColumn } from '../../ui/grid/choiceColumn.ts';
import { dateColumn } from '../../ui/grid/dateColumn.ts';
import type { ColumnWords, GridColumn } from '../../ui/grid/gridColumn.ts';
import { moneyColumn } from '../../ui/grid/moneyColumn.ts';
import { textColumn } from '../../ui/grid/textColumn.ts';

type Words = Omit<ColumnWords, 'id'>;

function text(key: 'voucherKind' | 'voucherNumber' | 'summary', words: Words): GridColumn<LedgerRow> {
  return textColumn<LedgerRow>({
    ...words,
    id: key,
    get: (row) => row[key],
    set: (row, value) => ({ ...row, [key]: value }),
  });
}

function money(
  key: 'voucherFen' | 'collectedFen' | 'creditFen' | 'balanceFen',
  words: Words,
): GridColumn<LedgerRow> {
  return moneyColumn<LedgerRow>({
    ...words,
    id: key,
    unit: 'yuan',
    get: (row) => row[key],
    set: (row, fen) => ({ ...row, [key]: fen }),
  });
}

function cost(of: LedgerCost): GridColumn<LedgerRow> {
  return moneyColumn<LedgerRow>({
    id: `details.${of}`,
    title: LEDGER_COST_LABELS[of],
    unit: 'yuan',
    width: 150,
    get: ({ details }) => details[of] ?? null,
    set: (row, fen) => ({ ...row, details: withCost(row.details, of, fen) }),
  });
}

/** Only the groups that carry an amount are kept. */
function withCost(details: LedgerRow['details'], of: LedgerCost, fen: Fen | null): LedgerRow['details'] {
  const { [of]: _, ...others } = details;
  return fen === null ? others : { ...others, [of]: fen };
}

const SIDES = LedgerRow.shape.balanceSide
  .unwrap()
  .unwrap()
  .options.map((id) => ({ id, label: id }));

/** Columns of a 研发支出辅助账 in the layout of its style. */
export function ledgerColumns(style: LedgerStyle): readonly GridColumn<LedgerRow>[] {
  const first = [
    dateColumn<LedgerRow>({
      id: 'date',
      title: '日期',
      aliases: ['凭证日期', '记账日期'],
      get: ({ date }) => date,
      set: (row, date) => ({ ...row, date }),
    }),
    text('voucherKind', { title: '凭证种类', aliases: ['种类', '凭证字'], width: 96, bulk: true }),
    text('voucherNumber', { title: '凭证号数', aliases: ['凭证号', '号数', '号'], width: 104 }),
    text('summary', { title: '摘要', width: 200, bulk: true }),
  ];
  const costs = LedgerCost.options.map(cost);
  if (style === '2015') {
    return [
      ...first,
      money('voucherFen', { title: '借方金额', aliases: ['借方'] }),
      money('creditFen', { title: '贷方金额', aliases: ['贷方'] }),
      choiceColumn<LedgerRow>({
        id: 'balanceSide',
        title: '借或贷',
        aliases: ['方向', '余额方向'],
        width: 84,
        choices: SIDES,
        get: ({ balanceSide }) => balanceSide ?? '',
        set: (row, id) => ({ ...row, balanceSide: SIDES.find((side) => side.id === id)?.id ?? null }),
      }),
      money('balanceFen', { title: '余额' }),
      ...costs,
    ];
  }
  return [
    ...first,
    money('voucherFen', {
      title: '会计凭证记载金额',
      aliases: ['凭证金额', '会计凭证金额', '记载金额'],
      width: 176,
    }),
    money('collectedFen', {
      title: '税法规定的归集金额',
      aliases: ['归集金额', '归集'],
      hint: '各类费用之和',
      width: 186,
    }),
    ...costs,
  ];
}

/** What a row adds to the sum below the grid. */
export function ledgerRowFen(row: LedgerRow): Fen | null {
  return collectedFenOf(row);
}
