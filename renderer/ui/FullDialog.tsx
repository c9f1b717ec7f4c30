import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import styles from './FullDialog.module.css';

type FullDialogProps = {
  readonly label: string;
  /** Esc. */
  readonly onClose: () => void;
  /** Hears every key before what has the focus. */
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
};

/** Work that needs the whole window for a while: takes the focus, keeps it and gives it back. Mounted while it is open. */
export function FullDialog({ label, onClose, onKeyDown, children }: FullDialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    if (dialog !== null && !dialog.open) dialog.showModal();
    return () => {
      dialog?.close();
      // What opened it may be gone: the keys go to the page then, which stays scrolled as it was.
      const last =
        before instanceof HTMLElement && before.isConnected ? before : document.querySelector('main');
      if (last instanceof HTMLElement) last.focus({ preventScroll: true });
    };
  }, []);
  /** What had the focus may vanish by being used (a button, a choice): the keys stay with the dialog. */
  const keepFocus = (): void => {
    requestAnimationFrame(() => {
      const dialog = element.current;
      if (dialog?.open === true && document.activeElement === document.body) dialog.focus();
    });
  };
  return (
    <dialog
      ref={element}
      className={styles.dialog}
      aria-label={label}
      tabIndex={-1}
      onKeyDownCapture={onKeyDown}
      onBlur={keepFocus}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles.inside}>{children}</div>
    </dialog>
  );
}
