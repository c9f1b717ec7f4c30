import { type EditorState, NodeSelection, type Transaction } from '@tiptap/pm/state';
import { insertPoint } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';
import { tell } from '../../../app/notices.ts';
import { commitPending } from '../../../draft/pendingWords.ts';
import { insertLate } from './insertLate.ts';
import { addPlace, homeOf, placeOf, placesAt, removePlace, viewOf } from './pictureUploads.ts';

/** Keeps a picture in the draft; its SHA-256, or why not, in words. */
export type KeepPicture = (file: File) => Promise<{ readonly asset: string } | { readonly refused: string }>;

/** A picture pasted words brought along: its place is in the text already. Null: its bytes cannot be read. */
export type ComingPicture = { readonly id: string; readonly file: File | null };

/** What was typed last in an editor that has gone, with the pictures that came in since. */
const last = new WeakMap<EditorView, EditorState>();

/**
 * Puts pictures where the cursor is, or at a place of the text: each stands there once the draft has it, in the
 * editor or, when one has gone on to another item meanwhile, in the draft. Returns what was refused, in words.
 */
export async function insertPictures(
  view: EditorView,
  files: readonly File[],
  keep: KeepPicture,
  at: number = view.state.selection.to,
): Promise<string[]> {
  const refusals: string[] = [];
  // Whoever has gone on writing keeps the cursor.
  let seen = view.state.doc;
  for (const file of files) {
    const id = crypto.randomUUID();
    const before = stateOf(view);
    // Behind the last one, should several come.
    apply(view, addPlace(before, { id, pos: Math.min(at, before.doc.content.size) }));
    const result = await keepAndPut(view, { id, file }, keep, (state) => state.doc === seen);
    if (typeof result === 'string') refusals.push(result);
    else at = result.behind;
    seen = stateOf(view).doc;
  }
  return heard(view, refusals);
}

/** Puts the pictures of pasted words into the places left for them; the cursor stays. Returns what was refused. */
export async function insertComing(
  view: EditorView,
  pictures: readonly ComingPicture[],
  keep: KeepPicture,
): Promise<string[]> {
  const refusals: string[] = [];
  for (const picture of pictures) {
    const result = await keepAndPut(view, picture, keep, () => false);
    if (typeof result === 'string') refusals.push(result);
  }
  return heard(view, refusals);
}

/** The place behind the picture, or in words why it is not in the text. */
async function keepAndPut(
  view: EditorView,
  { id, file }: ComingPicture,
  keep: KeepPicture,
  selects: (state: EditorState) => boolean,
): Promise<{ readonly behind: number } | string> {
  const kept = file === null ? { refused: '有一张图片无法读取，没有插入。' } : await keep(file);
  await untilComposed(view);
  if (view.isDestroyed) await untilWritten(view);
  const place = placeOf(stateOf(view), id);
  const selected = selects(stateOf(view));
  apply(view, removePlace(stateOf(view), id));
  const name = file?.name || '图片';
  if ('refused' in kept) return kept.refused;
  if (place === null) return `“${name}”没有插入：原来的位置已经删除，请重新插入。`;
  const put = putAt(stateOf(view), place, kept.asset);
  if (put === null) return `“${name}”没有插入：这个位置不能放图片，请在别处重新插入。`;
  if (selected)
    put.transaction.setSelection(NodeSelection.create(put.transaction.doc, put.start)).scrollIntoView();
  if (view.isDestroyed) {
    const refusal = insertLate(stateOf(view), put.transaction, kept.asset, name);
    if (refusal !== null) return refusal;
  }
  apply(view, put.transaction);
  return { behind: put.start + 1 };
}

function stateOf(view: EditorView): EditorState {
  return last.get(view) ?? view.state;
}

function apply(view: EditorView, transaction: Transaction): void {
  if (view.isDestroyed) last.set(view, stateOf(view).apply(transaction));
  else view.dispatch(transaction);
}

/** An editor that has gone has no place to tell it: the window does. */
function heard(view: EditorView, refusals: string[]): string[] {
  if (!view.isDestroyed || refusals.length === 0) return refusals;
  tell('trouble', refusals.join(' '));
  return [];
}

/**
 * The picture beside the paragraph the place is in, or instead of it when it is empty and nobody else waits there;
 * null where none can stand.
 */
function putAt(
  state: EditorState,
  place: number,
  asset: string,
): { readonly transaction: Transaction; readonly start: number } | null {
  const type = state.schema.nodes.image;
  if (type === undefined) return null;
  const node = type.create({ asset });
  const $place = state.doc.resolve(place);
  const { tr } = state;
  const isEmpty = $place.parent.isTextblock && $place.parent.content.size === 0;
  let start: number;
  if (isEmpty && placesAt(state, place) === 0) {
    start = $place.before();
    tr.replaceWith(start, $place.after(), node);
  } else {
    const beside = $place.parent.isTextblock ? $place.after() : place;
    const point = insertPoint(state.doc, place, type) ?? insertPoint(state.doc, beside, type);
    if (point === null) return null;
    start = point;
    tr.insert(point, node);
  }
  // Somewhere to go on writing.
  if (start + 1 >= tr.doc.content.size) {
    const paragraph = state.schema.nodes.paragraph?.create();
    if (paragraph !== undefined) tr.insert(tr.doc.content.size, paragraph);
  }
  return { transaction: tr, start };
}

/** The same item may be open again, with words that are not in the draft yet. */
async function untilWritten(view: EditorView): Promise<void> {
  const now = viewOf(homeOf(view.state)?.item ?? '');
  if (now !== null) await untilComposed(now);
  commitPending();
}

/** Nothing is put into the text while a word is being composed in it. */
async function untilComposed(view: EditorView): Promise<void> {
  while (!view.isDestroyed && view.composing) await new Promise((resolve) => setTimeout(resolve, 100));
}
