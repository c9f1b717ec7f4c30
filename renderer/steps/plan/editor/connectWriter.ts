import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { planPath } from '../../../../shared/calls/operators/planPath.ts';
import { isWritten } from '../../../../shared/documents/isWritten.ts';
import type { RichDocument } from '../../../../shared/entities/richText.ts';
import { draftStore } from '../../../draft/draftStore.ts';
import { edit } from '../../../draft/edit.ts';
import { onCommit } from '../../../draft/pendingWords.ts';
import { editorContent } from './editorContent.ts';
import { replacement } from './replacement.ts';
import { richDocumentOf } from './richDocumentOf.ts';
import { createTypingSteps, type Typing, typingOf } from './typingSteps.ts';

/** Typing rests this long before it becomes a change of the draft. */
const REST_MS = 300;
/** After a composition ends, ProseMirror reads the page once more. */
const SETTLE_MS = 40;
const OUTSIDE = 'plan-outside';

/**
 * Joins an editor with the draft, both ways, for one outline item. Returns what parts them again.
 *
 * There is one history, the draft's: the editor has none of its own, so that Ctrl+Z goes back through everything
 * in the order it was done, whichever section it was done in, and no step exists twice. Steps of typing are cut
 * here (see typingSteps). What undo, redo or a version put back comes in as the smallest replacement that makes
 * the text the same, so that the cursor and what stands around the change stay where they are.
 *
 * While Chinese is being composed nothing half-composed leaves the editor (the text as it was before the
 * composition is what is saved), and nothing from outside comes in.
 */
export function connectWriter(editor: Editor, item: string): () => void {
  const at = planPath(item);
  const steps = createTypingSteps();
  let step = steps.key();
  /** The newest text with nothing half-composed in it. */
  let settled: Node = editor.state.doc;
  let committed: Node = settled;
  let value: RichDocument | null = wordsIn(item);
  let timer: ReturnType<typeof setTimeout> | null = null;
  let settling: ReturnType<typeof setTimeout> | null = null;

  const commit = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (settled === committed) return;
    committed = settled;
    const written = richDocumentOf(settled);
    value = isBlank(written) ? null : written;
    edit([{ kind: 'plan', item, value }], { at, mergeKey: `${at} ${step}` });
  };
  /** What came before a new step is a step of its own. */
  const count = (typing: Typing): void => {
    if (!steps.take(typing, Date.now())) return;
    commit();
    step = steps.key();
  };
  const commitSoon = (): void => {
    timer ??= setTimeout(commit, REST_MS);
  };

  const onTransaction = ({ transaction }: { readonly transaction: Transaction }): void => {
    if (!transaction.docChanged) return;
    if (transaction.getMeta(OUTSIDE) === true) {
      settled = committed = editor.state.doc;
      return;
    }
    if (editor.view.composing) return;
    count(typingOf(transaction));
    settled = editor.state.doc;
    commitSoon();
  };

  const takeIn = (): void => {
    const wanted = wordsIn(item);
    if (wanted === value || editor.isDestroyed || editor.view.composing) return;
    value = wanted;
    const transaction = replacement(editor.state, editor.schema.nodeFromJSON(editorContent(wanted)));
    steps.end();
    if (transaction !== null) editor.view.dispatch(transaction.setMeta(OUTSIDE, true));
    settled = committed = editor.state.doc;
  };

  const onCompositionStart = (): void => {
    if (settling !== null) clearTimeout(settling);
    settled = editor.state.doc;
    if (settled !== committed) commitSoon();
  };
  const onCompositionEnd = (): void => {
    if (settling !== null) clearTimeout(settling);
    settling = setTimeout(settle, SETTLE_MS);
  };
  const settle = (): void => {
    settling = null;
    if (editor.isDestroyed || editor.view.composing) return;
    if (settled !== editor.state.doc) {
      count({ kind: 'type', characters: editor.state.doc.content.size - settled.content.size });
      settled = editor.state.doc;
      commitSoon();
    }
    takeIn();
  };
  const leave = (): void => {
    if (!editor.isDestroyed && !editor.view.composing) settled = editor.state.doc;
    commit();
  };

  const { dom } = editor.view;
  editor.on('transaction', onTransaction);
  editor.on('blur', leave);
  // Before ProseMirror hears of it: the text is still the one without the composition.
  dom.addEventListener('compositionstart', onCompositionStart, { capture: true });
  dom.addEventListener('compositionend', onCompositionEnd);
  const endCommit = onCommit(commit);
  const endStore = draftStore.subscribe(takeIn);
  return () => {
    if (!editor.isDestroyed) settled = editor.state.doc;
    commit();
    if (settling !== null) clearTimeout(settling);
    endCommit();
    endStore();
    editor.off('transaction', onTransaction);
    editor.off('blur', leave);
    dom.removeEventListener('compositionstart', onCompositionStart, { capture: true });
    dom.removeEventListener('compositionend', onCompositionEnd);
  };
}

function wordsIn(item: string): RichDocument | null {
  return draftStore.getState()?.application.plan[item] ?? null;
}

/** Only empty paragraphs: the item is not written, and the draft says so. */
function isBlank(document: RichDocument): boolean {
  return !isWritten(document) && document.content.every(({ type }) => type === 'paragraph');
}
