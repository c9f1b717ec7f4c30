import { Editor } from '@tiptap/core';
import { Dropcursor, Gapcursor, TrailingNode } from '@tiptap/extensions';
import { useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { planPath } from '../../../../shared/calls/operators/planPath.ts';
import { cspNonce } from '../../../app/cspNonce.ts';
import { jumpTo } from '../../../app/navigation.ts';
import { draftStore } from '../../../draft/draftStore.ts';
import { redo, undo } from '../../../draft/edit.ts';
import { useCall, useDraft, useReadOnly } from '../../../draft/useDraft.ts';
import { connectWriter } from './connectWriter.ts';
import { EditorTools } from './EditorTools.tsx';
import { editorContent } from './editorContent.ts';
import { FactList } from './FactList.tsx';
import { FactSuggest } from './factSuggest.ts';
import { factLines, factsOfDraft } from './factsOfDraft.ts';
import { keepPictureIn } from './keepPicture.ts';
import { pasteHandling } from './pasteHandling.ts';
import { PictureUploads } from './pictureUploads.ts';
import { planSchema } from './planSchema.ts';
import styles from './RichEditor.module.css';

type RichEditorProps = {
  /** Outline item; an editor belongs to one for as long as it lives. */
  readonly item: string;
  readonly title: string;
  readonly autoFocus: boolean;
  /** Where its tools stand, above the paper. */
  readonly tools: HTMLElement | null;
};

/** The applicant's words of one outline item, as they print, with the tools to write them. */
export function RichEditor({ item, title, autoFocus, tools }: RichEditorProps) {
  const call = useCall();
  const session = useDraft(({ info }) => info.session);
  const readOnly = useReadOnly();
  /** Something to tell: what a paste could not bring along, a picture refused. */
  const [notice, setNotice] = useState<string | null>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const paper = useRef<HTMLDivElement>(null);
  const writes = useRef(autoFocus);
  // Made and unmade with its place in the page: what was typed last is handed over before the editor goes.
  useLayoutEffect(() => {
    const made = new Editor({
      element: paper.current,
      extensions: [
        ...planSchema({ facts: factsOfDraft }),
        FactSuggest.configure({ choices: (query) => factLines(call, query) }),
        PictureUploads.configure({ item, session }),
        Dropcursor.configure({ color: false, class: 'drop-place' }),
        Gapcursor,
        // Somewhere to write on behind a table or picture; what stays empty does not print.
        TrailingNode.configure({ node: 'paragraph', notAfter: ['heading', 'bulletList', 'orderedList'] }),
      ],
      content: editorContent(draftStore.getState()?.application.plan[item] ?? null),
      editable: !readOnly,
      autofocus: writes.current ? 'end' : false,
      // What is typed stays what was typed: no “1. ” that turns into a list by itself.
      enableInputRules: false,
      enablePasteRules: false,
      injectNonce: cspNonce,
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-readonly': String(readOnly),
          'aria-label': `${title}，正文`,
          'aria-describedby': 'plan-editor-help',
          'data-at': planPath(item),
          lang: 'zh-CN',
          spellcheck: 'false',
        },
        ...pasteHandling({ keep: keepPictureIn(session), tell: setNotice }),
        handleKeyDown: (_view, event) => takesBack(event, planPath(item)),
        handleDOMEvents: {
          // Undo of a context or edit menu, which asks the page and not a key.
          beforeinput: (_view, event) => {
            if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false;
            event.preventDefault();
            goBack(event.inputType === 'historyUndo' ? undo() : redo(), planPath(item));
            return true;
          },
        },
      },
    });
    const part = connectWriter(made, item);
    setEditor(made);
    return () => {
      part();
      made.destroy();
    };
  }, [call, item, title, session, readOnly]);
  return (
    <>
      {readOnly || editor === null || tools === null
        ? null
        : createPortal(
            <>
              <EditorTools editor={editor} keep={keepPictureIn(session)} tell={setNotice} />
              <Notice text={notice} close={() => setNotice(null)} />
            </>,
            tools,
          )}
      <p className="heard" id="plan-editor-help">
        输入 @ 或【 可插入申报表中的数据。按 Ctrl+Alt+上下方向键换到上一节或下一节。
      </p>
      <div ref={paper} className={styles.editor} />
      {editor === null ? null : <FactList editor={editor} />}
    </>
  );
}

function Notice({ text, close }: { readonly text: string | null; readonly close: () => void }) {
  return (
    <div role="status">
      {text === null ? null : (
        <p className={styles.told}>
          {text}
          <button type="button" className={styles.close} onClick={close}>
            知道了
          </button>
        </p>
      )}
    </div>
  );
}

/** Ctrl+Z and its like belong to the draft's one history, wherever the cursor is. */
function takesBack(event: KeyboardEvent, at: string): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return false;
  const key = event.key.toLowerCase();
  const isUndo = key === 'z' && !event.shiftKey;
  const isRedo = (key === 'z' && event.shiftKey) || (key === 'y' && !event.shiftKey);
  if (!isUndo && !isRedo) return false;
  event.preventDefault();
  event.stopPropagation();
  goBack(isUndo ? undo() : redo(), at);
  return true;
}

function goBack(changed: string | null, here: string): void {
  if (changed !== null && changed !== here) jumpTo(changed);
}
