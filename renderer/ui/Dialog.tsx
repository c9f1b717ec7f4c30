import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './Button.tsx';
import styles from './Dialog.module.css';
import { escapeClosesListFirst } from './escapeClosesListFirst.ts';

type DialogProps = {
  readonly title: string;
  /** Esc, the cross and a click beside it; absent, the dialog wants one of its own buttons. */
  readonly onClose?: () => void;
  readonly width?: number;
  /** Buttons at the foot, the most likely one last. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
};

/** A dialog in front of the window: takes the focus, keeps it and gives it back. Mounted while it is open. */
export function Dialog({ title, onClose, width = 480, foot, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    if (dialog !== null && !dialog.open) dialog.showModal();
    // Without a first control the title: focus rings belong where something is to be done.
    (
      dialog?.querySelector<HTMLElement>('[data-first]:not(:disabled)') ??
      dialog?.querySelector<HTMLElement>('h2')
    )?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click beside the dialog is a convenience; Esc does the same
    <dialog
      ref={element}
      className={styles.dialog}
      style={{ width }}
      aria-labelledby={heading}
      onKeyDownCapture={escapeClosesListFirst}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      onClick={(event) => {
        if (event.target === element.current) onClose?.();
      }}
    >
      <div className={styles.inside}>
        <header className={styles.head}>
          <h2 id={heading} tabIndex={-1}>
            {title}
          </h2>
          {onClose === undefined ? null : (
            <Button look="quiet" icon="close" aria-label="关闭" onClick={onClose} />
          )}
        </header>
        <div className={styles.body}>{children}</div>
        {foot === undefined ? null : <footer className={styles.foot}>{foot}</footer>}
      </div>
    </dialog>
  );
}
