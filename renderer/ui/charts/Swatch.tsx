import { useId } from 'react';
import styles from './ChartFrame.module.css';
import type { SeriesLook } from './chartData.ts';
import { Hatching } from './Hatching.tsx';
import { paintOf } from './paintOf.ts';

/** A piece of a series beside its name. */
export function Swatch({ look }: { readonly look: SeriesLook }) {
  const id = useId();
  return (
    <svg className={styles.swatch} viewBox="0 0 22 12" aria-hidden="true" focusable="false">
      {look === 'line' ? (
        <path d="M0 6h22" stroke={paintOf(look, id).stroke} strokeWidth="2" />
      ) : (
        <>
          <Hatching id={id} />
          <rect x="1" y="1" width="20" height="10" {...paintOf(look, id)} />
        </>
      )}
    </svg>
  );
}
