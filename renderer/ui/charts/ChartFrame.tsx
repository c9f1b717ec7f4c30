import { type ReactNode, useId, useState } from 'react';
import { Button } from '../Button.tsx';
import styles from './ChartFrame.module.css';
import { ChartTable } from './ChartTable.tsx';
import type { ChartProps } from './chartData.ts';
import { Swatch } from './Swatch.tsx';

type ChartFrameProps = {
  readonly chart: ChartProps;
  /** Head of the first column of the table: 投资类别, 月份. */
  readonly head: string;
  /** What lacks in the picture, said below it. */
  readonly note?: string | null;
  readonly children: ReactNode;
};

/** A chart with its title, what it shows in words, its key, and the same figures as a table. */
export function ChartFrame({ chart, head, note, children }: ChartFrameProps) {
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <figure className={styles.frame} aria-labelledby={`${id}-title`} aria-describedby={`${id}-about`}>
      <div className={styles.head}>
        <figcaption id={`${id}-title`} className={styles.title}>
          {chart.title}
          <span className={styles.unit}>（{chart.unit}）</span>
        </figcaption>
        <Button
          look="quiet"
          className={styles.switch ?? ''}
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? '看图' : '看表'}
        </Button>
      </div>
      <p id={`${id}-about`} className={styles.about}>
        {chart.description}
      </p>
      {asTable ? (
        <ChartTable chart={chart} head={head} />
      ) : (
        <>
          {chart.series.length < 2 ? null : (
            <ul className={styles.key} aria-label="图例">
              {chart.series.map((series) => (
                <li key={series.id}>
                  <Swatch look={series.look} />
                  {series.label}
                </li>
              ))}
            </ul>
          )}
          {children}
        </>
      )}
      {note == null ? null : <p className={styles.note}>{note}</p>}
    </figure>
  );
}
