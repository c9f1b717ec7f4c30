import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { draftStore } from '../../draft/draftStore.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import styles from './Palette.module.css';
import { type PaletteEntry, paletteEntries, searchEntries } from './paletteEntries.ts';

/** Ctrl+K: type a part of a name, go there or do it. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [marked, setMarked] = useState(0);
  const list = useId();
  const listElement = useRef<HTMLUListElement>(null);
  const entries = useMemo(() => paletteEntries(draftStore.getState()), []);
  const found = useMemo(() => searchEntries(entries, typed), [entries, typed]);
  const option = (index: number) => `${list}-${index}`;
  useEffect(() => {
    listElement.current?.children[marked]?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  const choose = (entry: PaletteEntry | undefined) => {
    if (entry === undefined) return;
    onClose();
    // After the dialog has given the focus back, so that the place gone to can take it.
    setTimeout(() => entry.run());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const single = Math.abs(step) === 1;
      const next = marked + step;
      setMarked(
        single
          ? (next + found.length) % Math.max(1, found.length)
          : Math.max(0, Math.min(found.length - 1, next)),
      );
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(found[marked]);
    }
  };
  return (
    <Dialog title="查找字段、条目和操作" onClose={onClose} width={640}>
      <input
        data-first
        className={styles.input}
        role="combobox"
        aria-label="查找"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={found.length > 0 ? option(marked) : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder="输入名称中的几个字，如“总投资”“营业执照”“导出”"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setMarked(0);
        }}
        onKeyDown={onKeyDown}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a list box of the combobox above */}
      <ul ref={listElement} id={list} className={styles.list} role="listbox" aria-label="找到的">
        {found.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the input's
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          <li
            key={entry.id}
            id={option(index)}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: see above
            role="option"
            aria-selected={index === marked}
            className={index === marked ? `${styles.entry} ${styles.marked}` : styles.entry}
            onMouseMove={() => setMarked(index)}
            onClick={() => choose(entry)}
          >
            <span className={styles.kind}>{entry.kind}</span>
            <span className={styles.title}>{entry.title}</span>
            <span className={styles.detail}>{entry.detail}</span>
            {entry.keys === null ? null : <Kbd keys={entry.keys} />}
          </li>
        ))}
      </ul>
      <p className={styles.foot} role="status">
        {found.length === 0
          ? '没有找到。换几个字试试，或只输入其中一部分。'
          : `${found.length} 项，↑↓ 选择，Enter 前往`}
      </p>
    </Dialog>
  );
}
