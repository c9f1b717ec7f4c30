import type { ComponentProps } from 'react';
import styles from './Button.module.css';
import { Icon, type IconName } from './Icon.tsx';

type ButtonProps = Omit<ComponentProps<'button'>, 'type'> & {
  /** `main`: the one thing to do here; `plain`: framed; `quiet`: only words until pointed at. */
  readonly look?: 'main' | 'plain' | 'quiet';
  readonly icon?: IconName;
  readonly type?: 'button' | 'submit';
};

/** A button without antd, for what is on the screen before antd is. Looks like antd's. */
export function Button({
  look = 'plain',
  icon,
  type = 'button',
  className,
  children,
  ...others
}: ButtonProps) {
  const names = [styles.button, styles[look], children === undefined ? styles.bare : '', className ?? ''];
  return (
    <button type={type} className={names.filter(Boolean).join(' ')} {...others}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </button>
  );
}
