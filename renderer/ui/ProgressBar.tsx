import type { ComponentProps } from 'react';
import styles from './ProgressBar.module.css';

/** How much of something is done. As wide as the class it is given says. */
export function ProgressBar({ className, ...others }: Omit<ComponentProps<'progress'>, 'children'>) {
  return (
    <progress className={className === undefined ? styles.bar : `${styles.bar} ${className}`} {...others} />
  );
}
