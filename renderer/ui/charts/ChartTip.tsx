import styles from './ChartFrame.module.css';
import type { ChartProps } from './chartData.ts';

type ChartTipProps = {
  readonly chart: ChartProps;
  readonly active?: boolean;
  /** Label of the row pointed at, as the library hands it over. */
  readonly label?: string | number | undefined;
};

/** The figures of the place pointed at, or reached with the arrow keys. */
export function ChartTip({ chart, active, label }: ChartTipProps) {
  const row = chart.rows.find((one) => one.label === label);
  if (active !== true || row === undefined) return null;
  return (
    <div className={styles.tip}>
      <b>{row.label}</b>
      <dl>
        {chart.series.map(({ id, label: name }) => {
          const value = row.values[id] ?? null;
          return (
            <div key={id} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value === null ? '待填' : `${chart.print(value)} ${chart.unit}`}</dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}
