import { EditorState, type Transaction } from '@tiptap/pm/state';
import { planPath } from '../../../../shared/calls/operators/planPath.ts';
import { tell } from '../../../app/notices.ts';
import { draftStore } from '../../../draft/draftStore.ts';
import { edit } from '../../../draft/edit.ts';
import { editorContent } from './editorContent.ts';
import { homeOf } from './pictureUploads.ts';
import { richDocumentOf } from './richDocumentOf.ts';

/**
 * Puts a picture that was kept only after its editor had gone into the draft: at its place when the words are
 * still those the editor had, else at the end of the item, which is told. Returns in words why it could not.
 */
export function insertLate(
  before: EditorState,
  transaction: Transaction,
  asset: string,
  name: string,
): string | null {
  const home = homeOf(before);
  const draft = draftStore.getState();
  if (home === null || draft === null || draft.info.session !== home.session || draft.info.readOnly)
    return `“${name}”没有插入：存入图片时申报书已经关闭，请打开后重新插入。`;
  const { item } = home;
  const stored = before.schema.nodeFromJSON(editorContent(draft.application.plan[item] ?? null));
  const isSame = stored.eq(before.doc) || (isEmpty(stored) && isEmpty(before.doc));
  const at = planPath(item);
  if (isSame) {
    edit([{ kind: 'plan', item, value: richDocumentOf(transaction.doc) }], { at });
    return null;
  }
  const { tr } = EditorState.create({ doc: stored });
  const { image, paragraph } = before.schema.nodes;
  if (image === undefined || paragraph === undefined) return `“${name}”没有插入，请重新插入。`;
  tr.insert(tr.doc.content.size, [image.create({ asset }), paragraph.create()]);
  edit([{ kind: 'plan', item, value: richDocumentOf(tr.doc) }], { at });
  tell('done', `“${name}”已存好，放在了那一节的末尾，因为文字在此期间改过。`);
  return null;
}

/** Only empty paragraphs, which the draft does not keep. */
function isEmpty({ children }: EditorState['doc']): boolean {
  return children.every(({ type, content }) => type.name === 'paragraph' && content.size === 0);
}
