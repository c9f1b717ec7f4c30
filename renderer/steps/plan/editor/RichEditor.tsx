import { Dropcursor, Gapcursor } from '@tiptap/extensions';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useState } from 'react';
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
};

/** The applicant's words of one outline item, as they print, with the tools to write them. */
export function RichEditor({ item, title, autoFocus }: RichEditorProps) {
  const call = useCall();
  const session = useDraft(({ info }) => info.session);
  const readOnly = useReadOnly();
  /** Something to tell: what a paste could not bring along, a picture refused. */
  const [notice, setNotice] = useState<string | null>(null);
  const editor = useEditor({
    extensions: [
      ...planSchema({ facts: factsOfDraft }),
      FactSuggest.configure({ choices: (query) => factLines(call, query) }),
      PictureUploads,
      Dropcursor.configure({ color: false, class: 'drop-place' }),
      Gapcursor,
    ],
    content: editorContent(draftStore.getState()?.application.plan[item] ?? null),
    editable: !readOnly,
    autofocus: autoFocus ? 'end' : false,
    // What is typed stays what was typed: no “1. ” that turns into a list by itself.
    enableInputRules: false,
    enablePasteRules: false,
    injectNonce: cspNonce,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
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
  useEffect(() => (editor === null ? undefined : connectWriter(editor, item)), [editor, item]);
  useEffect(() => {
    if (editor !== null && editor.isEditable === readOnly) editor.setEditable(!readOnly, false);
  }, [editor, readOnly]);
  if (editor === null) return null;
  return (
    <>
      {readOnly ? null : <EditorTools editor={editor} keep={keepPictureIn(session)} tell={setNotice} />}
      <p className={styles.notice} role="status">
        {notice === null ? null : (
          <span className={styles.told}>
            {notice}
            <button type="button" className={styles.close} onClick={() => setNotice(null)}>
              知道了
            </button>
          </span>
        )}
      </p>
      <p className="heard" id="plan-editor-help">
        输入 @ 或【 可插入申报表中的数据。按 Ctrl+Alt+上下方向键换到上一节或下一节。
      </p>
      <EditorContent editor={editor} className={styles.editor} />
      <FactList editor={editor} />
    </>
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
