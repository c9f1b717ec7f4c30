import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';

/** Where an editor's words belong: pictures may be kept only after the editor has gone. */
export type PictureHome = { readonly item: string; readonly session: string };

/** A picture on its way and its place in the text. */
type Place = { readonly id: string; readonly pos: number };
type Told = { readonly add: Place } | { readonly remove: string } | { readonly put: readonly Place[] };
type Uploads = { readonly waiting: DecorationSet; readonly home: PictureHome };

const key = new PluginKey<Uploads>('pictureUploads');
const COMING = 'coming:';
const views = new Map<string, EditorView>();

/**
 * Places where a picture is on its way into the draft. They move with the text and are no part of it: pasted words
 * come in at once, and where they bring a picture along (`comingAsset`) such a place is left for it.
 */
export const PictureUploads = Extension.create<PictureHome>({
  name: 'pictureUploads',
  addOptions: () => ({ item: '', session: '' }),
  addProseMirrorPlugins() {
    const home = this.options;
    return [
      new Plugin<Uploads>({
        key,
        state: {
          init: () => ({ waiting: DecorationSet.empty, home }),
          apply: (transaction, before) => ({ home, waiting: waitingAfter(transaction, before.waiting) }),
        },
        appendTransaction: (transactions, _before, state) =>
          transactions.some(({ docChanged }) => docChanged) ? placesForComing(state) : null,
        props: { decorations: (state) => key.getState(state)?.waiting },
        view: (view) => {
          views.set(home.item, view);
          return {
            destroy: () => {
              if (views.get(home.item) === view) views.delete(home.item);
            },
          };
        },
      }),
    ];
  },
});

function waitingAfter(transaction: Transaction, before: DecorationSet): DecorationSet {
  const set = before.map(transaction.mapping, transaction.doc);
  const told: Told | undefined = transaction.getMeta(key);
  if (told === undefined) return set;
  if ('remove' in told) return set.remove(set.find(undefined, undefined, ({ id }) => id === told.remove));
  const places = 'add' in told ? [told.add] : told.put;
  return set.add(
    transaction.doc,
    places.map(({ id, pos }) => Decoration.widget(pos, waitingMark, { id, side: 1 })),
  );
}

function waitingMark(): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'picture-waiting';
  mark.textContent = '正在存入图片…';
  return mark;
}

/** Stands for the asset of a picture that comes with pasted words, and never gets into the text. */
export function comingAsset(id: string): string {
  return `${COMING}${id}`;
}

/** In the same step as the paste: no text that is shown or kept holds a picture the draft has not. */
function placesForComing(state: EditorState): Transaction | null {
  const { tr } = state;
  const put: Place[] = [];
  state.doc.descendants((node, before) => {
    const asset = node.type.name === 'image' ? String(node.attrs.asset) : '';
    if (!asset.startsWith(COMING)) return !node.isTextblock;
    const id = asset.slice(COMING.length);
    const pos = tr.mapping.map(before);
    const $pos = tr.doc.resolve(pos);
    const paragraph = state.schema.nodes.paragraph?.create();
    if (paragraph === undefined || $pos.parent.canReplace($pos.index(), $pos.index() + 1)) {
      tr.delete(pos, pos + 1);
      put.push({ id, pos });
    } else {
      // Alone in a cell or list: what holds it cannot be empty.
      tr.replaceWith(pos, pos + 1, paragraph);
      put.push({ id, pos: pos + 1 });
    }
    return false;
  });
  return put.length === 0 ? null : tr.setMeta(key, { put } satisfies Told);
}

/** Marks a place of the text for a picture. */
export function addPlace(state: EditorState, place: Place): Transaction {
  return state.tr.setMeta(key, { add: place } satisfies Told);
}

/** Takes the mark away. */
export function removePlace(state: EditorState, id: string): Transaction {
  return state.tr.setMeta(key, { remove: id } satisfies Told);
}

/** Where the picture is to stand by now; null when that part of the text was deleted. */
export function placeOf(state: EditorState, id: string): number | null {
  const [found] = key.getState(state)?.waiting.find(undefined, undefined, (spec) => spec.id === id) ?? [];
  return found?.from ?? null;
}

/** How many pictures are to come in at a position. */
export function placesAt(state: EditorState, pos: number): number {
  return key.getState(state)?.waiting.find(pos, pos).length ?? 0;
}

/** The draft and item an editor's words belong to. */
export function homeOf(state: EditorState): PictureHome | null {
  return key.getState(state)?.home ?? null;
}

/** The editor an item is being written in at the moment. */
export function viewOf(item: string): EditorView | null {
  return views.get(item) ?? null;
}
