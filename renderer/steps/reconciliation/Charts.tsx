import { type ReactNode, Suspense, useMemo } from 'react';
import { printNumber } from '../../../shared/documents/printValue.ts';
import { formatMoney } from '../../../shared/entities/money.ts';
import type { CategoryLine } from '../../../shared/reconciliation/investmentByCategory.ts';
import { planAgainstProgress } from '../../../shared/reconciliation/planAgainstProgress.ts';
import { spendingByMonth } from '../../../shared/reconciliation/spendingByMonth.ts';
import { useApplication, useCall } from '../../draft/useDraft.ts';
import { ChartFrame } from '../../ui/charts/ChartFrame.tsx';
import type { ChartProps } from '../../ui/charts/chartData.ts';
import { LazyBarsChart } from '../../ui/charts/LazyBarsChart.ts';
import styles from './Reconciliation.module.css';

const money = (fen: number) => formatMoney(Math.round(fen), 'wanyuan');

/** Investment by category, spending by month, plan against progress. */
export function Charts({ categories }: { readonly categories: readonly CategoryLine[] }) {
  const call = useCall();
  const application = useApplication((all) => all);
  const months = useMemo(() => spendingByMonth(application), [application]);
  const bars = useMemo(
    () => planAgainstProgress(call, application, categories),
    [call, application, categories],
  );
  const byCategory: ChartProps = {
    title: '各类别的预算与已投资',
    description: '每个投资类别一组：上面是预算，下面是发票与研发辅助账计入的已投资。',
    unit: '万元',
    print: money,
    series: [
      { id: 'budget', label: '预算', look: 'planned' },
      { id: 'spent', label: '已投资', look: 'spent' },
    ],
    rows: categories.map(({ label, budget, spent }) => ({
      label,
      values: { budget: budget.fen, spent: spent.fen },
    })),
  };
  const byMonth: ChartProps = {
    title: '各月的投资支出',
    description: '按发票日期和辅助账凭证日期，每月一柱；折线是截至当月的累计。',
    unit: '万元',
    print: money,
    series: [
      { id: 'invoices', label: '发票', look: 'spent' },
      { id: 'ledger', label: '研发辅助账', look: 'more' },
      { id: 'all', label: '累计', look: 'line' },
    ],
    rows: months.months.map(({ month, invoicesFen, ledgerFen, cumulativeFen }) => ({
      label: month,
      values: { invoices: invoicesFen, ledger: ledgerFen, all: cumulativeFen },
    })),
  };
  const progress: ChartProps = {
    title: '计划与进度',
    description: '工期、投资、凭证和申报进度并排，再看各类别已完成预算的几成；相差太远的请核对。',
    unit: '%',
    print: printNumber,
    series: [{ id: 'percent', label: '完成比例', look: 'spent' }],
    rows: bars.map(({ label, percent }) => ({ label, values: { percent } })),
  };
  const unknownBars = bars.filter(({ percent }) => percent === null);
  return (
    <div className={styles.charts}>
      {categories.length === 0 ? null : (
        <ChartFrame chart={byCategory} head="投资类别">
          <Later>
            <LazyBarsChart chart={byCategory} layout="lying" />
          </Later>
        </ChartFrame>
      )}
      {bars.length === 0 ? null : (
        <ChartFrame
          chart={progress}
          head="进度"
          note={
            unknownBars.length === 0
              ? null
              : `待填：${unknownBars.map(({ label, detail }) => `${label}（${detail}）`).join('、')}`
          }
        >
          <Later>
            <LazyBarsChart chart={progress} layout="lying" atLeast={100} />
          </Later>
        </ChartFrame>
      )}
      {months.months.length === 0 ? null : (
        <ChartFrame chart={byMonth} head="月份" note={undatedNote(months)}>
          <Later>
            <LazyBarsChart chart={byMonth} layout="standing" stacked={['invoices', 'ledger']} />
          </Later>
        </ChartFrame>
      )}
    </div>
  );
}

function Later({ children }: { readonly children: ReactNode }) {
  return <Suspense fallback={<p className={styles.soft}>正在画图…</p>}>{children}</Suspense>;
}

function undatedNote({
  undatedFen,
  undatedRows,
  withoutAmount,
}: ReturnType<typeof spendingByMonth>): string | null {
  const parts = [
    undatedRows > 0 ? `${undatedRows} 笔共 ${money(undatedFen)} 万元没有日期，不在图中` : '',
    withoutAmount > 0 ? `${withoutAmount} 笔金额待填，不在图中` : '',
  ].filter(Boolean);
  return parts.length === 0 ? null : `${parts.join('；')}。`;
}
