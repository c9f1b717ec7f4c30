import { formatMoney } from '../../shared/entities/money.ts';

/** Figures of a year, in 分; the sheets are made so that they agree with them and with one another. */
interface YearFigures {
  readonly revenueFen: number;
  /** 利润总额 */
  readonly profitFen: number;
  readonly rdFen: number;
}

const yuan = (fen: number) => formatMoney(fen, 'yuan');
const share = (fen: number, permille: number) => Math.round((fen * permille) / 1000);

function incomeRows({ revenueFen, profitFen, rdFen }: YearFigures): (readonly [string, number])[] {
  const surcharge = share(revenueFen, 8);
  const selling = share(revenueFen, 31);
  const administration = share(revenueFen, 46);
  const finance = share(revenueFen, 9);
  const otherIncome = share(revenueFen, 3);
  const cost = revenueFen + otherIncome - surcharge - selling - administration - rdFen - finance - profitFen;
  const tax = share(profitFen, 150);
  return [
    ['一、营业收入', revenueFen],
    ['　　减：营业成本', cost],
    ['　　　　税金及附加', surcharge],
    ['　　　　销售费用', selling],
    ['　　　　管理费用', administration],
    ['　　　　研发费用', rdFen],
    ['　　　　财务费用', finance],
    ['　　加：其他收益', otherIncome],
    ['二、营业利润', profitFen],
    ['三、利润总额', profitFen],
    ['　　减：所得税费用', tax],
    ['四、净利润', profitFen - tax],
  ];
}

function balanceRows({ revenueFen, profitFen }: YearFigures): string[][] {
  const assets: (readonly [string, number])[] = [
    ['货币资金', share(revenueFen, 118)],
    ['应收票据及应收账款', share(revenueFen, 236)],
    ['预付款项', share(revenueFen, 21)],
    ['存货', share(revenueFen, 164)],
    ['固定资产', share(revenueFen, 402)],
    ['在建工程', share(revenueFen, 58)],
    ['无形资产', share(revenueFen, 71)],
  ];
  const total = assets.reduce((sum, [, fen]) => sum + fen, 0);
  const debts: (readonly [string, number])[] = [
    ['短期借款', share(revenueFen, 145)],
    ['应付票据及应付账款', share(revenueFen, 198)],
    ['应付职工薪酬', share(revenueFen, 24)],
    ['应交税费', share(revenueFen, 13)],
    ['实收资本', 5_000_000_000],
    ['盈余公积', share(profitFen, 310)],
  ];
  const undistributed = total - debts.reduce((sum, [, fen]) => sum + fen, 0);
  const right = [...debts, ['未分配利润', undistributed] as const];
  return [
    ...assets.map(([name, fen], index) => [
      name,
      yuan(fen),
      right[index]?.[0] ?? '',
      yuan(right[index]?.[1] ?? 0),
    ]),
    ['资产总计', yuan(total), '负债和所有者权益总计', yuan(total)],
  ];
}

function cashRows({ revenueFen, profitFen }: YearFigures): (readonly [string, number])[] {
  const received = share(revenueFen, 1086);
  const operating = share(profitFen, 1240);
  const investing = -share(revenueFen, 62);
  const financing = -share(revenueFen, 8);
  return [
    ['销售商品、提供劳务收到的现金', received],
    ['购买商品、接受劳务支付的现金等', operating - received],
    ['经营活动产生的现金流量净额', operating],
    ['投资活动产生的现金流量净额', investing],
    ['筹资活动产生的现金流量净额', financing],
    ['现金及现金等价物净增加额', operating + investing + financing],
  ];
}

/** 资产负债表, 利润表 and 现金流量表 of 2019 for the statement template. */
export function statementSheets(name: string, figures: YearFigures): unknown {
  const lines = (rows: readonly (readonly [string, number])[]) =>
    rows.map(([label, fen], index) => [label, String(index + 1), yuan(fen)]);
  return {
    name,
    year: 2019,
    sheets: [
      {
        title: '资产负债表',
        date: '2019年12月31日',
        columns: [5, 4, 6, 4],
        head: ['资产', '期末余额', '负债和所有者权益', '期末余额'],
        rows: balanceRows(figures),
      },
      {
        title: '利润表',
        date: '2019年度',
        columns: [10, 2, 6],
        head: ['项目', '行次', '本年金额'],
        rows: lines(incomeRows(figures)),
      },
      {
        title: '现金流量表',
        date: '2019年度',
        columns: [10, 2, 6],
        head: ['项目', '行次', '本年金额'],
        rows: lines(cashRows(figures)),
      },
    ],
  };
}
