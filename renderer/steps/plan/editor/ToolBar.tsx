import type { KeyboardEvent, ReactNode } from 'react';
import { keysInWords } from '../../../ui/Kbd.tsx';
import styles from './EditorTools.module.css';
import { ToolIcon, type ToolIconName } from './ToolIcon.tsx';

type ToolBarProps = {
  readonly label: string;
  readonly children: ReactNode;
};

/** A row of tools: one stop of the Tab key, arrows go along it. */
export function ToolBar({ label, children }: ToolBarProps) {
  const go = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const target = event.target as HTMLElement;
    if (step === 0 || target instanceof HTMLInputElement) return;
    const tools = [
      ...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled), select, input'),
    ];
    const next = tools[(tools.indexOf(target) + step + tools.length) % tools.length];
    event.preventDefault();
    next?.focus();
  };
  return (
    <div className={styles.bar} role="toolbar" aria-label={label} onKeyDown={go}>
      {children}
    </div>
  );
}

/** Tools that belong together. */
export function ToolGroup({ children }: { readonly children: ReactNode }) {
  return <span className={styles.group}>{children}</span>;
}

type ToolProps = {
  readonly label: string;
  /** As `keysInWords` takes them. */
  readonly keys?: string;
  readonly icon?: ToolIconName;
  /** Shown beside the icon, or instead of one. */
  readonly words?: string;
  /** Whether what it does is in force at the cursor; absent for what is done once. */
  readonly on?: boolean;
  readonly disabled?: boolean;
  readonly use: () => void;
};

/** One tool. The editor keeps its selection when it is clicked. */
export function Tool({ label, keys, icon, words, on, disabled = false, use }: ToolProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={label}
      aria-pressed={on}
      title={keys === undefined ? label : `${label}（${keysInWords(keys)}）`}
      disabled={disabled}
      onMouseDown={(event) => event.preventDefault()}
      onClick={use}
    >
      {icon === undefined ? null : <ToolIcon name={icon} />}
      {words === undefined ? null : <span className={icon === undefined ? '' : styles.beside}>{words}</span>}
    </button>
  );
}
