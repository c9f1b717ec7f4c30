import { Extension } from '@tiptap/core';
import { type EditorState, NodeSelection, Plugin, PluginKey } from '@tiptap/pm/state';
import { insertPoint } from '@tiptap/pm/transform';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';

type Told = { readonly add: { readonly id: string; readonly pos: number } } | { readonly remove: string };

const key = new PluginKey<DecorationSet>('pictureUploads');

/** Places where a picture is on its way into the draft. They move with the text and are no part of it. */
export const PictureUploads = Extension.create({
  name: 'pictureUploads',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, before) => {
          const set = before.map(transaction.mapping, transaction.doc);
          const told: Told | undefined = transaction.getMeta(key);
          if (told === undefined) return set;
          if ('remove' in told)
            return set.remove(set.find(undefined, undefined, ({ id }) => id === told.remove));
          const { id, pos } = told.add;
          return set.add(transaction.doc, [Decoration.widget(pos, waitingMark, { id, side: 1 })]);
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

function waitingMark(): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'picture-waiting';
  mark.textContent = '正在存入图片…';
  return mark;
}

/** Keeps a picture in the draft; its SHA-256, or why not, in words. */
export type KeepPicture = (file: File) => Promise<{ readonly asset: string } | { readonly refused: string }>;

/**
 * Puts pictures where the cursor is, or at a place of the text: each stands there once the draft has it.
 * Returns what was refused, in words.
 */
export async function insertPictures(
  view: EditorView,
  files: readonly File[],
  keep: KeepPicture,
  at: number = view.state.selection.to,
): Promise<string[]> {
  const refusals: string[] = [];
  for (const file of files) {
    const id = crypto.randomUUID();
    // Behind the last one, should several come.
    const pos = Math.min(at, view.state.doc.content.size);
    view.dispatch(view.state.tr.setMeta(key, { add: { id, pos } } satisfies Told));
    const kept = await keep(file);
    if (view.isDestroyed) return refusals;
    await untilComposed(view);
    if (view.isDestroyed) return refusals;
    const place = placeOf(view.state, id);
    view.dispatch(view.state.tr.setMeta(key, { remove: id } satisfies Told));
    if ('refused' in kept) refusals.push(kept.refused);
    else if (place === null)
      refusals.push(`“${file.name || '图片'}”没有插入：原来的位置已经删除，请重新插入。`);
    else at = insertAt(view, place, kept.asset);
  }
  return refusals;
}

function placeOf(state: EditorState, id: string): number | null {
  const [found] = key.getState(state)?.find(undefined, undefined, (spec) => spec.id === id) ?? [];
  return found?.from ?? null;
}

/** Inserts the picture beside the paragraph the place is in, or instead of it when it is empty; returns the place behind it. */
function insertAt(view: EditorView, place: number, asset: string): number {
  const { state } = view;
  const type = state.schema.nodes.image;
  if (type === undefined) return place;
  const node = type.create({ asset });
  const $place = state.doc.resolve(place);
  const { tr } = state;
  const isEmpty = $place.parent.isTextblock && $place.parent.content.size === 0;
  if (isEmpty) tr.replaceWith($place.before(), $place.after(), node);
  else {
    const point = insertPoint(state.doc, place, type);
    if (point === null) return place;
    tr.insert(point, node);
  }
  const [start, end] = isEmpty ? [$place.before(), $place.before() + 1] : positionsOf(tr.doc, asset, place);
  // Somewhere to go on writing.
  if (end >= tr.doc.content.size) {
    const paragraph = state.schema.nodes.paragraph?.create();
    if (paragraph !== undefined) tr.insert(tr.doc.content.size, paragraph);
  }
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, start)).scrollIntoView());
  return end;
}

function positionsOf(doc: EditorState['doc'], asset: string, near: number): readonly [number, number] {
  let start = near;
  let distance = Number.POSITIVE_INFINITY;
  doc.descendants((node, pos) => {
    if (node.type.name !== 'image' || node.attrs.asset !== asset || Math.abs(pos - near) >= distance) return;
    start = pos;
    distance = Math.abs(pos - near);
  });
  return [start, start + 1];
}

/** Nothing is put into the text while a word is being composed in it. */
async function untilComposed(view: EditorView): Promise<void> {
  while (!view.isDestroyed && view.composing) await new Promise((resolve) => setTimeout(resolve, 100));
}
