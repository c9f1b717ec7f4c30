import { useId } from 'react';
import { Bar, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts';
import styles from './ChartFrame.module.css';
import { ChartTip } from './ChartTip.tsx';
import type { ChartProps } from './chartData.ts';
import { Hatching } from './Hatching.tsx';
import { paintOf } from './paintOf.ts';
import { turnArrows } from './turnArrows.ts';

type BarsChartProps = {
  readonly chart: ChartProps;
  /** `lying`: one row of bars below the other, for long labels; `standing`: side by side, for time. */
  readonly layout: 'lying' | 'standing';
  /** Series whose bars stand on one another. */
  readonly stacked?: readonly string[];
  /** Upper end of the axis at least: 100 for shares. */
  readonly atLeast?: number;
};

const TICK = { fill: 'var(--ink-soft)', fontSize: 12 } as const;
const LABEL_CHARACTER = 13;

/**
 * Bars, and lines on them, of a few series. Loaded apart with its library: import it by `LazyBarsChart`. Arrow keys
 * go along the axis and tell the figures.
 */
export function BarsChart({ chart, layout, stacked = [], atLeast = 0 }: BarsChartProps) {
  const { title, description, rows, series, print } = chart;
  const hatching = useId();
  const lying = layout === 'lying';
  const data = rows.map(({ label, values }) => ({ label, ...values }));
  const longest = Math.max(2, ...rows.map(({ label }) => label.length));
  const barCount = Math.max(
    1,
    series.filter(({ look }) => look !== 'line').length - Math.max(0, stacked.length - 1),
  );
  const height = lying ? rows.length * (barCount * 16 + 14) + 34 : 280;
  const domain: [(min: number) => number, ((max: number) => number) | 'auto'] = [
    (min) => Math.min(0, min),
    atLeast > 0 ? (max) => Math.max(atLeast, Math.ceil(max / 10) * 10) : 'auto',
  ];
  const figures = {
    type: 'number' as const,
    domain,
    tick: TICK,
    tickFormatter: (value: number) => print(value).replace(/\.00$/, ''),
    axisLine: false,
    tickLine: false,
  };
  const places = {
    type: 'category' as const,
    dataKey: 'label',
    tick: TICK,
    axisLine: { stroke: 'var(--line-strong)' },
    tickLine: false,
  };
  return (
    <div className={styles.plot} onKeyDownCapture={lying ? turnArrows : undefined}>
      <ComposedChart
        responsive
        style={{ width: '100%', height }}
        data={data}
        layout={lying ? 'vertical' : 'horizontal'}
        margin={{ top: 8, right: 16, bottom: 0, left: 0 }}
        barGap={2}
        barCategoryGap={lying ? 7 : '20%'}
        aria-label={title}
        desc={description}
      >
        <Hatching id={hatching} />
        <CartesianGrid stroke="var(--line)" horizontal={!lying} vertical={lying} />
        {lying ? <XAxis {...figures} /> : <XAxis {...places} minTickGap={12} />}
        {lying ? (
          <YAxis {...places} width={Math.min(150, longest * LABEL_CHARACTER + 10)} interval={0} />
        ) : (
          <YAxis {...figures} width={72} />
        )}
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--ink)', fillOpacity: 0.06 }}
          content={({ active, label }) => (
            <ChartTip chart={chart} active={active} label={typeof label === 'string' ? label : undefined} />
          )}
        />
        {series.map(({ id, label, look }) =>
          look === 'line' ? (
            <Line
              key={id}
              dataKey={id}
              name={label}
              stroke={paintOf(look, hatching).stroke}
              strokeWidth={2}
              dot={false}
              isAnimationActive={false}
            />
          ) : (
            <Bar
              key={id}
              dataKey={id}
              name={label}
              {...paintOf(look, hatching)}
              {...(stacked.includes(id) ? { stackId: 'stack' } : {})}
              maxBarSize={lying ? 14 : 40}
              isAnimationActive={false}
            />
          ),
        )}
      </ComposedChart>
    </div>
  );
}
