import type { ReactNode } from 'react';
import styles from './Grid.module.css';

type EmptySheetProps = {
  readonly label: string;
  readonly onPaste: (text: string) => void;
  readonly children: ReactNode;
};

/** A table without rows: says what goes in, and takes a paste. */
export function EmptySheet({ label, onPaste, children }: EmptySheetProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls, this takes a paste
    <div
      className={styles.empty}
      role="group"
      aria-label={`${label}，还没有内容，可以在这里粘贴`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a paste goes where the focus is
      tabIndex={0}
      onPaste={(event) => {
        event.preventDefault();
        onPaste(event.clipboardData.getData('text/plain'));
      }}
    >
      {children}
    </div>
  );
}
