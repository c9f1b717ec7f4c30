import styles from './ChartFrame.module.css';
import type { ChartProps } from './chartData.ts';

/** The figures of a chart as a table. */
export function ChartTable({ chart, head }: { readonly chart: ChartProps; readonly head: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={`${chart.title}的数据`}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {chart.series.map(({ id, label }) => (
              <th key={id} scope="col" className={styles.number}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chart.rows.map(({ label, values }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {chart.series.map(({ id }) => {
                const value = values[id] ?? null;
                return <td key={id}>{value === null ? '待填' : chart.print(value)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
