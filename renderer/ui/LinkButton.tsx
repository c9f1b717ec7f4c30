import type { ComponentProps } from 'react';
import styles from './LinkButton.module.css';

/** A button that reads like a link, for a way to somewhere amid words. */
export function LinkButton({ className, ...others }: Omit<ComponentProps<'button'>, 'type'>) {
  return (
    <button
      type="button"
      className={className === undefined ? styles.link : `${styles.link} ${className}`}
      {...others}
    />
  );
}
