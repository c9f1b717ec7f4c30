import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useCall } from '../../../draft/useDraft.ts';
import styles from './FactList.module.css';
import { factSuggestKey, insertFact } from './factSuggest.ts';
import { factLines } from './factsOfDraft.ts';

const HEIGHT = 300;
const WIDTH = 380;

/** The form's values that fit what is typed after `@` or `【`, below the cursor. The editor keeps the focus. */
export function FactList({ editor }: { readonly editor: Editor }) {
  const call = useCall();
  const search = useEditorState({
    editor,
    selector: ({ editor: now }) => factSuggestKey.getState(now.state)?.search ?? null,
  });
  const list = useRef<HTMLDivElement>(null);
  const lines = search === null ? [] : factLines(call, search.query);
  const active = search === null ? 0 : Math.min(search.active, lines.length - 1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen line comes into view when it changes
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, search?.query]);
  if (search === null || lines.length === 0) return null;
  const { left, bottom, top } = editor.view.coordsAtPos(search.from);
  const below = bottom + HEIGHT < window.innerHeight || top < HEIGHT;
  const place = {
    left: Math.max(8, Math.min(left, window.innerWidth - WIDTH - 8)),
    ...(below ? { top: bottom + 4 } : { bottom: window.innerHeight - top + 4 }),
  };
  return createPortal(
    <div className={styles.box} style={place}>
      <div className={styles.list} role="listbox" id="plan-facts" aria-label="申报表中的数据" ref={list}>
        {lines.map((line, index) => (
          // The keys of a listbox are the editor's: the focus never leaves it.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          <div
            key={line.field}
            id={`plan-fact-${index}`}
            className={styles.line}
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              insertFact(editor.view, search, line);
              editor.view.focus();
            }}
          >
            <span className={styles.label}>{line.label}</span>
            <span className={line.value === null ? styles.missing : styles.value}>
              {line.value === null ? '待填' : `${line.value}${line.after === '' ? '' : ` ${line.after}`}`}
            </span>
            <span className={styles.section}>{line.section}</span>
          </div>
        ))}
      </div>
      <p className={styles.help}>继续输入可筛选，↑↓ 选择，Enter 插入，Esc 关闭</p>
    </div>,
    document.body,
  );
}
